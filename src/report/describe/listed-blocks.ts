/** Which blocks a report lists: all of them, or those that the top of a report for people shows. */
import { valuesOf } from '../../columns/values-of.js';
import { occurrencesIn, postOf } from '../../model/held-by-posts.js';
import type { Analysis } from '../../model.js';

/** Every block: what a complete report lists. */
export function* allBlocks({ matches }: Analysis): Generator<number> {
  for (let block = 0; block < matches.blocks.rows; block++) yield block;
}

/** The blocks of the `top` first clusters and the `top` first loose ones. */
export function* topBlocks(analysis: Analysis, top: number): Generator<number> {
  const listed = new Set<number>();
  for (const cluster of valuesOf(analysis.ranking.clusters, top)) {
    for (const occurrence of sharedOccurrences(analysis, cluster)) {
      listed.add(analysis.matches.blocks.block.at(occurrence));
    }
  }
  let loose = 0;
  for (const block of looseBlocks(analysis)) {
    if (loose === top) break;
    loose += 1;
    listed.add(block);
  }
  yield* listed;
}

/** The occurrences in a cluster's origin of blocks that its members have too: the first of each block, in order. */
export function sharedOccurrences(analysis: Analysis, cluster: number): number[] {
  const { blocks } = analysis.matches;
  const origin = analysis.clusters.origin.at(cluster);
  const shared = new Map<number, number>();
  for (const occurrence of occurrencesIn(analysis, origin)) {
    const block = blocks.block.at(occurrence);
    if (!shared.has(block) && isHeldByMember(analysis, block, cluster)) {
      shared.set(block, occurrence);
    }
  }
  return [...shared.values()];
}

function isHeldByMember({ posts, matches, clusters }: Analysis, block: number, cluster: number): boolean {
  const { firstOccurrence, first } = matches.blocks;
  for (let at = firstOccurrence.at(block); at < firstOccurrence.at(block + 1); at++) {
    const post = posts.paragraphs.post.at(first.at(at));
    if (clusters.of.at(post) === cluster + 1) return true;
  }
  return false;
}

/**
 * The blocks, ranked, whose occurrences do not all stand in posts of one cluster. Of dumps to compare against one
 * occurrence there is enough: what copied what among them is not told.
 */
export function* looseBlocks(analysis: Analysis): Generator<number> {
  const { blocks } = analysis.matches;
  const { of, round } = analysis.clusters;
  const { post } = analysis.posts.paragraphs;
  for (const block of valuesOf(analysis.ranking.blocks)) {
    const from = blocks.firstOccurrence.at(block);
    const end = blocks.firstOccurrence.at(block + 1);
    const span = { from, end, firstNew: firstNewOccurrence(analysis, from, end) };
    const isToldBy = (cluster: number) => {
      const isTold = (at: number) => {
        const holder = post.at(blocks.first.at(at));
        return of.at(holder) === cluster || round.at(holder) === cluster;
      };
      return cluster !== 0 && areTold(span, isTold);
    };
    // Order of reading: the last one is of a new post.
    const last = post.at(blocks.first.at(end - 1));
    if (!isToldBy(of.at(last)) && !isToldBy(round.at(last))) yield block;
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
function firstNewOccurrence(analysis: Analysis, from: number, end: number): number {
  let at = from;
  while (at < end && postOf(analysis, at) < analysis.posts.table.firstNew) at += 1;
  return at;
}
