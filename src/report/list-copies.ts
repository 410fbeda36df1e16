/** Which posts are copies of what: every finding as a number, in the order in which findings are told. */
import { GrowingColumn } from '../growing-column.js';
import type { Analysis, Column } from '../model.js';
import { orderPosts, originOf } from '../order-posts.js';
import { creditOf } from './describe-cluster.js';
import type { CopyRule } from './finding.js';
import { clusterOfPosts, looseBlocks } from './listed-blocks.js';
import type { Lookup } from './lookup.js';

/** Copies as numbers: of a cluster's member its row in the members, else their count + the number of an occurrence. */
export interface CopyList {
  /** By rule; clusters and then blocks by rank, copies of each in order of time or of reading. */
  readonly copies: Readonly<Record<CopyRule, Uint32Array>>;
  /** By block, the occurrence that was first. */
  readonly originOfBlock: Column;
}

/** Lists all copies, in time linear in the occurrences. */
export function listCopies(lookup: Lookup): CopyList {
  const originOfBlock = findOrigins(lookup.analysis);
  const lists = { uncredited: createList(), credited: createList(), own: createList() };
  for (const { copy, post, origin } of walkCopies(lookup.analysis, originOfBlock)) {
    lists[creditOf(lookup, { origin, post, forwardedFrom: lookup.forwardedFrom(post) })].push(copy);
  }
  return {
    copies: {
      'repost-uncredited': lists.uncredited.values(),
      'repost-credited': lists.credited.values(),
      'repost-own': lists.own.values(),
    },
    originOfBlock,
  };
}

/** Numbers in the order in which they are pushed. */
function createList(): { push(value: number): void; values(): Uint32Array } {
  const column = new GrowingColumn((length) => new Uint32Array(length));
  let length = 0;
  return {
    push: (value) => column.set(length++, value),
    values: () => column.values.subarray(0, length),
  };
}

/** A copy, and the posts that it is of. */
interface Copy {
  readonly copy: number;
  readonly post: number;
  readonly origin: number;
}

function* walkCopies(analysis: Analysis, originOfBlock: Column): Generator<Copy> {
  const { clusters, ranking, posts } = analysis;
  for (const cluster of ranking.clusters) {
    const origin = clusters.origin[cluster] ?? 0;
    for (let at = clusters.firstMember[cluster] ?? 0; at < (clusters.firstMember[cluster + 1] ?? 0); at++) {
      const post = clusters.member[at] ?? 0;
      // What a dump to compare against has from another is not looked at.
      if (post >= posts.table.firstNew) yield { copy: at, post, origin };
    }
  }
  for (const occurrence of looseCopies(analysis, originOfBlock)) {
    yield {
      copy: clusters.member.length + occurrence,
      post: postOf(analysis, occurrence),
      origin: postOf(analysis, originOfBlock[analysis.matches.blocks.block[occurrence] ?? 0] ?? 0),
    };
  }
}

/**
 * Occurrences of blocks that no cluster tells, by the rank of their blocks. Of the blocks that one post has from another
 * just the first in rank is listed, as they are one act of copying.
 */
function looseCopies(analysis: Analysis, originOfBlock: Column): Uint32Array {
  const { posts, matches, ranking } = analysis;
  const { blocks } = matches;
  const clusterOf = clusterOfPosts(analysis);
  const rank = new Uint32Array(blocks.rows);
  ranking.blocks.forEach((block, at) => {
    rank[block] = at;
  });
  const loose = new Uint8Array(blocks.rows);
  for (const block of looseBlocks(analysis, clusterOf)) loose[block] = 1;
  const found = createList();
  for (let post = posts.table.firstNew; post < posts.table.rows; post++) {
    const told = originFor(analysis, clusterOf, post);
    const best = new Map<number, number>();
    for (const occurrence of occurrencesIn(analysis, post)) {
      const block = blocks.block[occurrence] ?? 0;
      const origin = postOf(analysis, originOfBlock[block] ?? 0);
      if (loose[block] === 0 || origin === post || (told !== null && holdsBlock(analysis, told, block)))
        continue;
      const known = best.get(origin);
      if (known === undefined || (rank[block] ?? 0) < (rank[blocks.block[known] ?? 0] ?? 0))
        best.set(origin, occurrence);
    }
    for (const occurrence of best.values()) found.push(occurrence);
  }
  const rankOf = (occurrence: number) => rank[blocks.block[occurrence] ?? 0] ?? 0;
  return found.values().sort((a, b) => rankOf(a) - rankOf(b) || a - b);
}

/** The origin of the cluster of which `post` is a copy; null where it is none. */
function originFor(analysis: Analysis, clusterOf: Column, post: number): number | null {
  const cluster = (clusterOf[post] ?? 0) - 1;
  if (cluster < 0) return null;
  const origin = analysis.clusters.origin[cluster] ?? 0;
  return origin === post ? null : origin;
}

/** The occurrences in a post, in order. */
export function* occurrencesIn({ matches }: Analysis, post: number): Generator<number> {
  const { held, firstHeld } = matches.blocks;
  for (let at = firstHeld[post] ?? 0; at < (firstHeld[post + 1] ?? 0); at++) yield held[at] ?? 0;
}

/** Whether `block` stands in `post`: a binary search, as a block may stand in millions of them. */
export function holdsBlock({ posts, matches }: Analysis, post: number, block: number): boolean {
  const { firstOccurrence, first } = matches.blocks;
  const from = posts.table.firstParagraph[post] ?? 0;
  let low = firstOccurrence[block] ?? 0;
  let high = firstOccurrence[block + 1] ?? 0;
  const last = high;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((first[middle] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return low < last && (first[low] ?? 0) < (posts.table.firstParagraph[post + 1] ?? 0);
}

function findOrigins({ posts, matches }: Analysis): Column {
  const { blocks } = matches;
  const compare = orderPosts(posts.table);
  return Uint32Array.from({ length: blocks.rows }, (_, block) => originOf({ posts, blocks }, block, compare));
}

function postOf({ posts, matches }: Analysis, occurrence: number): number {
  return posts.paragraphs.post[matches.blocks.first[occurrence] ?? 0] ?? 0;
}
