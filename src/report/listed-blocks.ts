/** Which blocks a report lists: all of them, or those that the top of a report for people shows. */
import type { Analysis, Column } from '../model.js';

/** Every block: what a complete report lists. */
export function* allBlocks({ matches }: Analysis): Generator<number> {
  for (let block = 0; block < matches.blocks.rows; block++) yield block;
}

/** The blocks of the `top` first clusters and the `top` first loose ones. */
export function* topBlocks(analysis: Analysis, top: number): Generator<number> {
  const listed = new Set<number>();
  const clusterOf = clusterOfPosts(analysis);
  for (const cluster of analysis.ranking.clusters.subarray(0, top)) {
    for (const occurrence of sharedOccurrences(analysis, cluster, clusterOf)) {
      listed.add(analysis.matches.blocks.block[occurrence] ?? 0);
    }
  }
  let loose = 0;
  for (const block of looseBlocks(analysis, clusterOf)) {
    if (loose === top) break;
    loose += 1;
    listed.add(block);
  }
  yield* listed;
}

/** The occurrences in a cluster's origin of blocks that its members have too: the first of each block, in order. */
export function sharedOccurrences(analysis: Analysis, cluster: number, clusterOf: Column): number[] {
  const { blocks } = analysis.matches;
  const origin = analysis.clusters.origin[cluster] ?? 0;
  const shared = new Map<number, number>();
  for (let at = blocks.firstHeld[origin] ?? 0; at < (blocks.firstHeld[origin + 1] ?? 0); at++) {
    const occurrence = blocks.held[at] ?? 0;
    const block = blocks.block[occurrence] ?? 0;
    if (!shared.has(block) && isHeldByMember(analysis, block, { cluster, clusterOf })) {
      shared.set(block, occurrence);
    }
  }
  return [...shared.values()];
}

function isHeldByMember(
  { posts, matches, clusters }: Analysis,
  block: number,
  of: { cluster: number; clusterOf: Column },
): boolean {
  const { firstOccurrence, first } = matches.blocks;
  const origin = clusters.origin[of.cluster] ?? 0;
  for (let at = firstOccurrence[block] ?? 0; at < (firstOccurrence[block + 1] ?? 0); at++) {
    const post = posts.paragraphs.post[first[at] ?? 0] ?? 0;
    if (post !== origin && of.clusterOf[post] === of.cluster + 1) return true;
  }
  return false;
}

/**
 * The blocks, ranked, whose occurrences do not all stand in posts of one cluster. Of dumps to compare against one
 * occurrence there is enough: what copied what among them is not told.
 */
export function* looseBlocks(analysis: Analysis, clusterOf: Column): Generator<number> {
  const { blocks } = analysis.matches;
  const { post } = analysis.posts.paragraphs;
  for (const block of analysis.ranking.blocks) {
    const from = blocks.firstOccurrence[block] ?? 0;
    const end = blocks.firstOccurrence[block + 1] ?? 0;
    // Order of reading: the last one is of a new post.
    const cluster = clusterOf[post[blocks.first[end - 1] ?? 0] ?? 0];
    const isTold = (at: number) => cluster !== 0 && clusterOf[post[blocks.first[at] ?? 0] ?? 0] === cluster;
    if (!areTold({ from, end, firstNew: firstNewOccurrence(analysis, from, end) }, isTold)) yield block;
  }
}

/** All that are new, and of the others, where there are any, one. */
function areTold(
  { from, end, firstNew }: { from: number; end: number; firstNew: number },
  isTold: (occurrence: number) => boolean,
): boolean {
  for (let at = firstNew; at < end; at++) if (!isTold(at)) return false;
  for (let at = from; at < firstNew; at++) if (isTold(at)) return true;
  return from === firstNew;
}

/** The first of the occurrences `[from, end)` that is in a new post. */
function firstNewOccurrence({ posts, matches }: Analysis, from: number, end: number): number {
  let at = from;
  while (at < end && (posts.paragraphs.post[matches.blocks.first[at] ?? 0] ?? 0) < posts.table.firstNew)
    at += 1;
  return at;
}

/** 1 + the cluster of each post, 0 for none; a post is in one cluster at most. */
export function clusterOfPosts({ posts, clusters }: Analysis): Column {
  const clusterOf = new Uint32Array(posts.table.rows);
  for (let cluster = 0; cluster < clusters.rows; cluster++) {
    clusterOf[clusters.origin[cluster] ?? 0] = cluster + 1;
    for (let at = clusters.firstMember[cluster] ?? 0; at < (clusters.firstMember[cluster + 1] ?? 0); at++) {
      clusterOf[clusters.member[at] ?? 0] = cluster + 1;
    }
  }
  return clusterOf;
}
