/** Which posts are copies of what: every finding as a number, in the order in which findings are told. */
import { orderRows } from '../../columns/order-rows.js';
import { valuesOf } from '../../columns/values-of.js';
import { creditOf } from '../../model/credit-of.js';
import { holdsBlock, occurrencesIn, originOf, postOf } from '../../model/held-by-posts.js';
import { isSeen } from '../../model/is-seen.js';
import type { Analysis, Column, Credit, SeenTable } from '../../model.js';
import type { CopyRule } from '../finding.js';
import { creditOfMember, isAllSeen, type Joined, joinedBy } from './credit-of-member.js';
import { looseBlocks } from './listed-blocks.js';

/**
 * Copies as numbers, by rule: of a cluster's member its row in the members, else their count + the number of an occurrence.
 * Clusters and then blocks stand by rank, copies of each in order of time or of reading.
 */
export type CopyList = Readonly<Record<CopyRule, Column>>;

/** Lists all copies but those of what `seen` has from before: in time linear in the occurrences. */
export function listCopies(analysis: Analysis, seen: SeenTable | null): CopyList {
  const { columns } = analysis;
  const lists = { uncredited: columns.uint32(0), credited: columns.uint32(0), own: columns.uint32(0) };
  for (const { copy, credit } of walkCopies(analysis, seen?.blocks ?? null)) {
    const list = lists[credit];
    list.set(list.length, copy);
  }
  return {
    'repost-uncredited': lists.uncredited,
    'repost-credited': lists.credited,
    'repost-own': lists.own,
  };
}

/** A copy, and how its post stands to the one that it is of. */
interface Copy {
  readonly copy: number;
  readonly credit: Credit;
}

function* walkCopies(analysis: Analysis, seenBlocks: Column | null): Generator<Copy> {
  const { clusters, ranking, posts } = analysis;
  for (const cluster of valuesOf(ranking.clusters)) {
    const origin = clusters.origin.at(cluster);
    for (let at = clusters.firstMember.at(cluster); at < clusters.firstMember.at(cluster + 1); at++) {
      const post = clusters.member.at(at);
      // What a dump to compare against has from another is not looked at.
      if (
        post < posts.table.firstNew ||
        (seenBlocks !== null && isAllSeen(analysis, seenBlocks, { post, origin }))
      )
        continue;
      yield { copy: at, credit: creditOfMember(analysis, seenBlocks, { post, origin }) };
    }
  }
  for (const occurrence of valuesOf(looseCopies(analysis, seenBlocks))) {
    const origin = originOf(analysis, analysis.matches.blocks.block.at(occurrence));
    const credit = creditOf(posts.table, postOf(analysis, occurrence), origin);
    yield { copy: clusters.member.length + occurrence, credit };
  }
}

/**
 * Occurrences of blocks that no cluster tells, by the rank of their blocks, and of those that a post has from another source where
 * what its cluster tells of it is but its own. Of the blocks that one post has from another just the first in rank is listed,
 * as they are one act of copying.
 */
function looseCopies(analysis: Analysis, seenBlocks: Column | null): Column {
  const { columns, posts, matches, ranking } = analysis;
  const { blocks } = matches;
  const rank = columns.uint32(blocks.rows);
  for (let at = 0; at < blocks.rows; at++) rank.set(ranking.blocks.at(at), at);
  const loose = columns.uint8(blocks.rows);
  for (const block of looseBlocks(analysis)) loose.set(block, 1);
  const found = columns.uint32(0);
  for (let post = posts.table.firstNew; post < posts.table.rows; post++) {
    const joined = joinedBy(analysis, seenBlocks, post);
    const best = new Map<number, number>();
    for (const occurrence of occurrencesIn(analysis, post)) {
      const block = blocks.block.at(occurrence);
      if (isSeen(seenBlocks, block)) continue;
      const origin = originOf(analysis, block);
      const isLoose = loose.at(block) === 1;
      if (origin === post || isTold(analysis, { post, joined }, { block, origin, isLoose })) continue;
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

/** Whether what `post` has from `origin` is told with the cluster that it has joined: not what is graver. */
function isTold(
  analysis: Analysis,
  { post, joined }: { post: number; joined: Joined | null },
  { block, origin, isLoose }: { block: number; origin: number; isLoose: boolean },
): boolean {
  if (joined?.origin === origin) return true;
  const tellsOwn = joined === null || joined.credit === 'own';
  if (tellsOwn && creditOf(analysis.posts.table, post, origin) !== 'own') return false;
  return !isLoose || (joined !== null && holdsBlock(analysis, joined.origin, block));
}
