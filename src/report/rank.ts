/** In which order blocks and clusters are told: those that repeat most characters first, ties in order of reading. */
import { type Analysis, Skip } from '../model.js';

/** Block numbers, the most repeated characters first; `characters` and `copied` are by block number. */
export interface RankedBlocks {
  readonly order: Uint32Array;
  /** Characters of all its occurrences. */
  readonly characters: Float64Array;
  /** Characters of all but one of them. */
  readonly copied: Float64Array;
}

/** Ranks the blocks of kind `repost`. */
export function rankBlocks({ lines, posts, matches }: Analysis): RankedBlocks {
  const { blocks, skip } = matches;
  const characters = new Float64Array(blocks.rows);
  const copied = new Float64Array(blocks.rows);
  for (let block = 0; block < blocks.rows; block++) {
    const from = blocks.firstOccurrence[block] ?? 0;
    const end = blocks.firstOccurrence[block + 1] ?? 0;
    let all = 0;
    let first = 0;
    for (let at = from; at < end; at++) {
      for (let paragraph = blocks.first[at] ?? 0; paragraph <= (blocks.last[at] ?? 0); paragraph++) {
        if (skip[paragraph] !== Skip.empty)
          all += lines.characters[posts.paragraphs.row[paragraph] ?? 0] ?? 0;
      }
      if (at === from) first = all;
    }
    characters[block] = all;
    copied[block] = all - first;
  }
  return { order: rank(blocks.rows, copied), characters, copied };
}

/** Cluster numbers, the most shared characters first. */
export function rankClusters({ lines, posts, matches, clusters }: Analysis): Uint32Array {
  const shared = new Float64Array(clusters.rows);
  const weight = (post: number): number => {
    let sum = 0;
    for (let at = posts.table.firstParagraph[post] ?? 0; at < (posts.table.endParagraph[post] ?? 0); at++) {
      if (matches.skip[at] === Skip.none) sum += lines.characters[posts.paragraphs.row[at] ?? 0] ?? 0;
    }
    return sum;
  };
  for (let cluster = 0; cluster < clusters.rows; cluster++) {
    let sum = 0;
    for (let at = clusters.firstMember[cluster] ?? 0; at < (clusters.firstMember[cluster + 1] ?? 0); at++) {
      sum += (clusters.coverage[at] ?? 0) * weight(clusters.member[at] ?? 0);
    }
    shared[cluster] = sum;
  }
  return rank(clusters.rows, shared);
}

function rank(count: number, by: Float64Array): Uint32Array {
  const order = Uint32Array.from({ length: count }, (_, at) => at);
  return order.sort((a, b) => (by[b] ?? 0) - (by[a] ?? 0) || a - b);
}
