/** Which posts are copies of what: every finding as a number, in the order in which findings are told. */
import { orderRows } from '../columns/order-rows.js';
import { valuesOf } from '../columns/values-of.js';
import type { Analysis, Column, SeenTable } from '../model.js';
import { creditOf } from './describe-cluster.js';
import type { CopyRule } from './finding.js';
import { looseBlocks } from './listed-blocks.js';
import type { Lookup } from './lookup.js';

/**
 * Copies as numbers, by rule: of a cluster's member its row in the members, else their count + the number of an occurrence.
 * Clusters and then blocks stand by rank, copies of each in order of time or of reading.
 */
export type CopyList = Readonly<Record<CopyRule, Column>>;

/** Lists all copies but those of what `seen` has from before: in time linear in the occurrences. */
export function listCopies(lookup: Lookup, seen: SeenTable | null): CopyList {
  const { columns } = lookup.analysis;
  const lists = { uncredited: columns.uint32(0), credited: columns.uint32(0), own: columns.uint32(0) };
  for (const { copy, post, origin } of walkCopies(lookup.analysis, seen)) {
    const list = lists[creditOf(lookup, { origin, post, forwardedFrom: lookup.forwardedFrom(post) })];
    list.set(list.length, copy);
  }
  return {
    'repost-uncredited': lists.uncredited,
    'repost-credited': lists.credited,
    'repost-own': lists.own,
  };
}

/** A copy, and the posts that it is of. */
interface Copy {
  readonly copy: number;
  readonly post: number;
  readonly origin: number;
}

function* walkCopies(analysis: Analysis, seen: SeenTable | null): Generator<Copy> {
  const { clusters, ranking, posts } = analysis;
  for (const cluster of valuesOf(ranking.clusters)) {
    const origin = clusters.origin.at(cluster);
    for (let at = clusters.firstMember.at(cluster); at < clusters.firstMember.at(cluster + 1); at++) {
      const post = clusters.member.at(at);
      // What a dump to compare against has from another is not looked at.
      if (post < posts.table.firstNew || (seen !== null && isAllSeen(analysis, seen, { post, origin })))
        continue;
      yield { copy: at, post, origin };
    }
  }
  for (const occurrence of valuesOf(looseCopies(analysis, seen))) {
    yield {
      copy: clusters.member.length + occurrence,
      post: postOf(analysis, occurrence),
      origin: originOf(analysis, analysis.matches.blocks.block.at(occurrence)),
    };
  }
}

/**
 * Occurrences of blocks that no cluster tells, by the rank of their blocks. Of the blocks that one post has from another
 * just the first in rank is listed, as they are one act of copying.
 */
function looseCopies(analysis: Analysis, seen: SeenTable | null): Column {
  const { columns, posts, matches, ranking } = analysis;
  const { blocks } = matches;
  const rank = columns.uint32(blocks.rows);
  for (let at = 0; at < blocks.rows; at++) rank.set(ranking.blocks.at(at), at);
  const loose = columns.uint8(blocks.rows);
  for (const block of looseBlocks(analysis)) loose.set(block, seen?.blocks.at(block) === 1 ? 0 : 1);
  const found = columns.uint32(0);
  for (let post = posts.table.firstNew; post < posts.table.rows; post++) {
    const told = originFor(analysis, post);
    const best = new Map<number, number>();
    for (const occurrence of occurrencesIn(analysis, post)) {
      const block = blocks.block.at(occurrence);
      const origin = originOf(analysis, block);
      if (loose.at(block) === 0 || origin === post || (told !== null && holdsBlock(analysis, told, block)))
        continue;
      const known = best.get(origin);
      if (known === undefined || rank.at(block) < rank.at(blocks.block.at(known)))
        best.set(origin, occurrence);
    }
    for (const occurrence of best.values()) found.set(found.length, occurrence);
  }
  const inOrder = orderRows(columns, found, (occurrence) => rank.at(blocks.block.at(occurrence)));
  for (const column of [rank, loose, found]) column.release();
  return inOrder;
}

/** Whether what two posts have in common is all from an index, as far as they have text in common. */
function isAllSeen(analysis: Analysis, { blocks }: SeenTable, of: { post: number; origin: number }): boolean {
  let shared = false;
  for (const occurrence of occurrencesIn(analysis, of.post)) {
    const block = analysis.matches.blocks.block.at(occurrence);
    if (!holdsBlock(analysis, of.origin, block)) continue;
    if (blocks.at(block) === 0) return false;
    shared = true;
  }
  return shared;
}

/** The origin of the cluster of which `post` is a copy; null where it is none. */
function originFor({ clusters }: Analysis, post: number): number | null {
  const cluster = clusters.of.at(post) - 1;
  if (cluster < 0) return null;
  const origin = clusters.origin.at(cluster);
  return origin === post ? null : origin;
}

/** The occurrences in a post, in order. */
export function* occurrencesIn({ matches }: Analysis, post: number): Generator<number> {
  const { held, firstHeld } = matches.blocks;
  for (let at = firstHeld.at(post); at < firstHeld.at(post + 1); at++) yield held.at(at);
}

/** Whether `block` stands in `post`: a binary search, as a block may stand in millions of them. */
export function holdsBlock({ posts, matches }: Analysis, post: number, block: number): boolean {
  const { firstOccurrence, first } = matches.blocks;
  const from = posts.table.firstParagraph.at(post);
  let low = firstOccurrence.at(block);
  let high = firstOccurrence.at(block + 1);
  const last = high;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (first.at(middle) < from) low = middle + 1;
    else high = middle;
  }
  return low < last && first.at(low) < posts.table.firstParagraph.at(post + 1);
}

/** The post that had a block first. */
function originOf(analysis: Analysis, block: number): number {
  return postOf(analysis, analysis.matches.blocks.origin.at(block));
}

function postOf({ posts, matches }: Analysis, occurrence: number): number {
  return posts.paragraphs.post.at(matches.blocks.first.at(occurrence));
}
