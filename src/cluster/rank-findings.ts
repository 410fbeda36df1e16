/** In which order blocks and clusters are told: those that repeat most characters first, ties in order of reading. */
import { type Analysis, type Ranking, Skip } from '../model.js';
import { orderPosts, originOf } from '../order-posts.js';

/** What ranking reads. */
type Found = Omit<Analysis, 'ranking'>;

/** Ranks all blocks and all clusters. */
export function rankFindings(found: Found): Ranking {
  const { characters, copied } = countBlocks(found);
  return {
    characters,
    copied,
    blocks: rank(found.matches.blocks.rows, copied),
    clusters: rank(found.clusters.rows, countClusters(found)),
  };
}

function countBlocks({ lines, posts, matches }: Found): Pick<Ranking, 'characters' | 'copied'> {
  const { blocks, skip } = matches;
  const characters = new Float64Array(blocks.rows);
  const copied = new Float64Array(blocks.rows);
  const compare = orderPosts(posts.table);
  const owner = (occurrence: number) => posts.paragraphs.post[blocks.first[occurrence] ?? 0] ?? 0;
  for (let block = 0; block < blocks.rows; block++) {
    const from = blocks.firstOccurrence[block] ?? 0;
    const end = blocks.firstOccurrence[block + 1] ?? 0;
    const origin = originOf({ posts, blocks }, block, compare);
    let all = 0;
    let original = 0;
    for (let at = from; at < end; at++) {
      if (owner(at) < posts.table.firstNew) continue;
      const before = all;
      for (let paragraph = blocks.first[at] ?? 0; paragraph <= (blocks.last[at] ?? 0); paragraph++) {
        if (skip[paragraph] !== Skip.empty)
          all += lines.characters[posts.paragraphs.row[paragraph] ?? 0] ?? 0;
      }
      if (at === origin) original = all - before;
    }
    characters[block] = all;
    copied[block] = all - original;
  }
  return { characters, copied };
}

/** By cluster, the characters that its members have from its origin. */
function countClusters({ lines, posts, matches, clusters }: Found): Float64Array {
  const shared = new Float64Array(clusters.rows);
  const weight = (post: number): number => {
    let sum = 0;
    for (
      let at = posts.table.firstParagraph[post] ?? 0;
      at < (posts.table.firstParagraph[post + 1] ?? 0);
      at++
    ) {
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
  return shared;
}

function rank(count: number, by: Float64Array): Uint32Array {
  const order = Uint32Array.from({ length: count }, (_, at) => at);
  return order.sort((a, b) => (by[b] ?? 0) - (by[a] ?? 0) || a - b);
}
