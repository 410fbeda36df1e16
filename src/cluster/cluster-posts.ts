/**
 * Posts that share enough with an earlier post gather round it. A post joins a cluster by what it shares with
 * the cluster's first post alone, so clusters cannot chain; a paragraph that thousands of otherwise different
 * posts hold remembers only its earliest holders, so the work stays linear.
 */
import { GrowingColumn } from '../growing-column.js';
import { type ClusterTable, type LineTable, type Matches, type Posts, Skip } from '../model.js';
import { orderPosts } from '../order-posts.js';

/** A post joins when the origin has this share of it, or it has this share of the origin. */
const STRONG = 0.5;
/** How many earlier posts a block remembers as possible origins. */
const REMEMBERED = 4;

/** What clustering reads. */
export interface Shared {
  readonly lines: LineTable;
  readonly posts: Posts;
  readonly matches: Matches;
}

/** Clusters all posts that hold blocks; clusters are numbered in order of their first member. */
export function clusterPosts(shared: Shared): ClusterTable {
  const weights = weighPosts(shared);
  const builder = createClusters();
  const origins = new Uint32Array(shared.matches.blocks.rows * REMEMBERED);
  const sharedWith = new Map<number, number>();
  for (const post of postsInOrder(shared)) {
    sharedWith.clear();
    for (const { block, characters } of heldBlocks(shared, post)) {
      for (let at = block * REMEMBERED; at < (block + 1) * REMEMBERED; at++) {
        const origin = origins[at] ?? 0;
        if (origin > 0) sharedWith.set(origin - 1, (sharedWith.get(origin - 1) ?? 0) + characters);
      }
    }
    const best = strongest(shared, { candidates: likeliest(sharedWith), weights, post });
    if (best !== null) {
      builder.add(best.origin, { post, coverage: best.coverage, originCoverage: best.originCoverage });
      continue;
    }
    for (const { block } of heldBlocks(shared, post)) remember(origins, block, post);
  }
  return builder.finish();
}

/** Characters of each post that can be compared: what coverage is a share of. */
function weighPosts({ lines, posts, matches }: Shared): Float64Array {
  const weights = new Float64Array(posts.table.rows);
  const { row, post } = posts.paragraphs;
  for (let paragraph = 0; paragraph < posts.paragraphs.rows; paragraph++) {
    if (matches.skip[paragraph] !== Skip.none) continue;
    const owner = post[paragraph] ?? 0;
    weights[owner] = (weights[owner] ?? 0) + (lines.characters[row[paragraph] ?? 0] ?? 0);
  }
  return weights;
}

interface HeldBlock {
  readonly block: number;
  /** Characters of the occurrence that can be compared. */
  readonly characters: number;
}

/** The occurrences of blocks in a post, in order. */
function* heldBlocks({ lines, posts, matches }: Shared, post: number): Generator<HeldBlock> {
  const { blocks, skip } = matches;
  const end = posts.table.endParagraph[post] ?? 0;
  for (let paragraph = posts.table.firstParagraph[post] ?? 0; paragraph < end; paragraph++) {
    const occurrence = (blocks.occurrenceAt[paragraph] ?? 0) - 1;
    if (occurrence < 0) continue;
    let characters = 0;
    for (let at = paragraph; at <= (blocks.last[occurrence] ?? 0); at++) {
      if (skip[at] === Skip.none) characters += lines.characters[posts.paragraphs.row[at] ?? 0] ?? 0;
    }
    yield { block: blocks.block[occurrence] ?? 0, characters };
  }
}

/** Posts that hold blocks, the earliest first; undated dumps are in that order already. */
function postsInOrder({ posts, matches }: Shared): Uint32Array {
  const holds = new Uint8Array(posts.table.rows);
  const { first } = matches.blocks;
  for (let at = 0; at < first.length; at++) holds[posts.paragraphs.post[first[at] ?? 0] ?? 0] = 1;
  const holders = new Uint32Array(posts.table.rows);
  let count = 0;
  let dated = false;
  for (let post = 0; post < posts.table.rows; post++) {
    if (holds[post] === 0) continue;
    holders[count] = post;
    count += 1;
    dated ||= posts.table.date[post] !== 0;
  }
  const inOrder = holders.subarray(0, count);
  return dated ? inOrder.sort(orderPosts(posts.table)) : inOrder;
}

/** How many possible origins are compared in full. */
const COMPARED = 4;

/** The posts that share most by what is remembered; of equals the ones remembered first. */
function likeliest(sharedWith: ReadonlyMap<number, number>): number[] {
  const ranked = [...sharedWith].sort(([, a], [, b]) => b - a);
  return ranked.slice(0, COMPARED).map(([origin]) => origin);
}

interface Relative {
  readonly origin: number;
  readonly coverage: number;
  readonly originCoverage: number;
}

/** The candidate that shares most with `post`, if one does strongly enough. */
function strongest(
  shared: Shared,
  of: { candidates: readonly number[]; weights: Float64Array; post: number },
): Relative | null {
  const own = [...heldBlocks(shared, of.post)];
  const ownBlocks = new Set(own.map(({ block }) => block));
  let best: Relative | null = null;
  let most = 0;
  for (const origin of of.candidates) {
    const theirs = [...heldBlocks(shared, origin)];
    const theirBlocks = new Set(theirs.map(({ block }) => block));
    const characters = sumShared(own, theirBlocks);
    const coverage = characters / Math.max(1, of.weights[of.post] ?? 0);
    const originCoverage = sumShared(theirs, ownBlocks) / Math.max(1, of.weights[origin] ?? 0);
    if (characters <= most || Math.max(coverage, originCoverage) < STRONG) continue;
    most = characters;
    best = { origin, coverage, originCoverage };
  }
  return best;
}

function sumShared(held: readonly HeldBlock[], blocks: ReadonlySet<number>): number {
  return held.reduce((sum, { block, characters }) => sum + (blocks.has(block) ? characters : 0), 0);
}

function remember(origins: Uint32Array, block: number, post: number): void {
  for (let at = block * REMEMBERED; at < (block + 1) * REMEMBERED; at++) {
    if (origins[at] === post + 1) return;
    if (origins[at] !== 0) continue;
    origins[at] = post + 1;
    return;
  }
}

interface NewMember {
  readonly post: number;
  readonly coverage: number;
  readonly originCoverage: number;
}

/** Members in order of time → the cluster table. */
function createClusters(): { add(origin: number, member: NewMember): void; finish(): ClusterTable } {
  const clusterOf = new Map<number, number>();
  const origin = new GrowingColumn((length) => new Uint32Array(length));
  const cluster = new GrowingColumn((length) => new Uint32Array(length));
  const post = new GrowingColumn((length) => new Uint32Array(length));
  const coverage = new GrowingColumn((length) => new Float64Array(length));
  const originCoverage = new GrowingColumn((length) => new Float64Array(length));
  let members = 0;
  return {
    add(of, member) {
      const known = clusterOf.get(of) ?? clusterOf.size;
      clusterOf.set(of, known);
      origin.set(known, of);
      cluster.set(members, known);
      post.set(members, member.post);
      coverage.set(members, member.coverage);
      originCoverage.set(members, member.originCoverage);
      members += 1;
    },
    finish() {
      const rows = clusterOf.size;
      const firstMember = countingStarts(cluster.values, members, rows);
      const filled = firstMember.slice();
      const table = {
        member: new Uint32Array(members),
        coverage: new Float64Array(members),
        originCoverage: new Float64Array(members),
      };
      for (let at = 0; at < members; at++) {
        const of = cluster.values[at] ?? 0;
        const to = filled[of] ?? 0;
        filled[of] = to + 1;
        table.member[to] = post.values[at] ?? 0;
        table.coverage[to] = coverage.values[at] ?? 0;
        table.originCoverage[to] = originCoverage.values[at] ?? 0;
      }
      return { rows, origin: origin.values, firstMember, ...table };
    },
  };
}

/** Where each bucket starts when `count` values below `buckets` are sorted; one more for the end. */
function countingStarts(values: Uint32Array, count: number, buckets: number): Uint32Array {
  const starts = new Uint32Array(buckets + 1);
  for (let at = 0; at < count; at++) {
    const next = (values[at] ?? 0) + 1;
    starts[next] = (starts[next] ?? 0) + 1;
  }
  for (let bucket = 0; bucket < buckets; bucket++) {
    starts[bucket + 1] = (starts[bucket + 1] ?? 0) + (starts[bucket] ?? 0);
  }
  return starts;
}
