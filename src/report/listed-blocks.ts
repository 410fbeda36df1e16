/** Which blocks a report lists: all of them, or those that the top of a report for people shows. */
import type { Analysis } from '../model.js';

/** Every block: what a complete report lists. */
export function* allBlocks({ matches }: Analysis): Generator<number> {
  for (let block = 0; block < matches.blocks.rows; block++) yield block;
}

/** The blocks of the `top` first clusters and the `top` first loose ones. */
export function* topBlocks(analysis: Analysis, top: number): Generator<number> {
  const listed = new Set<number>();
  for (const cluster of analysis.ranking.clusters.subarray(0, top)) {
    for (const block of blocksOfCluster(analysis, cluster)) listed.add(block);
  }
  let loose = 0;
  for (const block of looseBlocks(analysis)) {
    if (loose === top) break;
    loose += 1;
    listed.add(block);
  }
  yield* listed;
}

/** The blocks that a cluster's origin shares with its members, in the origin's order. */
export function blocksOfCluster({ posts, matches, clusters }: Analysis, cluster: number): number[] {
  const { blocks } = matches;
  const { table, paragraphs } = posts;
  const origin = clusters.origin[cluster] ?? 0;
  const members = new Set<number>();
  for (let at = clusters.firstMember[cluster] ?? 0; at < (clusters.firstMember[cluster + 1] ?? 0); at++) {
    members.add(clusters.member[at] ?? 0);
  }
  const shared = new Set<number>();
  for (let at = table.firstParagraph[origin] ?? 0; at < (table.endParagraph[origin] ?? 0); at++) {
    const occurrence = (blocks.occurrenceAt[at] ?? 0) - 1;
    if (occurrence < 0) continue;
    const block = blocks.block[occurrence] ?? 0;
    for (
      let other = blocks.firstOccurrence[block] ?? 0;
      other < (blocks.firstOccurrence[block + 1] ?? 0);
      other++
    ) {
      if (!members.has(paragraphs.post[blocks.first[other] ?? 0] ?? 0)) continue;
      shared.add(block);
      break;
    }
  }
  return [...shared];
}

/** The blocks, ranked, whose occurrences do not all stand in posts of one cluster. */
export function* looseBlocks(analysis: Analysis): Generator<number> {
  const clusterOf = clusterOfPosts(analysis);
  const { blocks } = analysis.matches;
  const { post } = analysis.posts.paragraphs;
  for (const block of analysis.ranking.blocks) {
    const from = blocks.firstOccurrence[block] ?? 0;
    const cluster = clusterOf[post[blocks.first[from] ?? 0] ?? 0];
    for (let at = from; at < (blocks.firstOccurrence[block + 1] ?? 0); at++) {
      if (cluster !== 0 && clusterOf[post[blocks.first[at] ?? 0] ?? 0] === cluster) continue;
      yield block;
      break;
    }
  }
}

/** 1 + the cluster of each post, 0 for none. */
function clusterOfPosts({ posts, clusters }: Analysis): Uint32Array {
  const clusterOf = new Uint32Array(posts.table.rows);
  for (let cluster = 0; cluster < clusters.rows; cluster++) {
    clusterOf[clusters.origin[cluster] ?? 0] = cluster + 1;
    for (let at = clusters.firstMember[cluster] ?? 0; at < (clusters.firstMember[cluster + 1] ?? 0); at++) {
      clusterOf[clusters.member[at] ?? 0] = cluster + 1;
    }
  }
  return clusterOf;
}
