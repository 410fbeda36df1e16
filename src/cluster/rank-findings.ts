/** In which order blocks and clusters are told: those that repeat most characters first, ties in order of reading. */
import { allRows, orderRows } from '../columns/order-rows.js';
import { type Analysis, type Column, type Columns, type Ranking, Skip } from '../model.js';
import { orderPosts, originOf } from '../order-posts.js';

/** What ranking reads. */
type Found = Omit<Analysis, 'ranking'>;

/** Ranks all blocks and all clusters. */
export function rankFindings(found: Found): Ranking {
  const { characters, copied } = countBlocks(found);
  return {
    characters,
    copied,
    blocks: rank(found.columns, copied),
    clusters: rankClusters(found),
  };
}

function countBlocks({ columns, lines, posts, matches }: Found): Pick<Ranking, 'characters' | 'copied'> {
  const { blocks, skip } = matches;
  const characters = columns.float64(blocks.rows);
  const copied = columns.float64(blocks.rows);
  const compare = orderPosts(posts.table);
  const owner = (occurrence: number) => posts.paragraphs.post.at(blocks.first.at(occurrence));
  for (let block = 0; block < blocks.rows; block++) {
    const from = blocks.firstOccurrence.at(block);
    const end = blocks.firstOccurrence.at(block + 1);
    const origin = originOf({ posts, blocks }, block, compare);
    let all = 0;
    let original = 0;
    for (let at = from; at < end; at++) {
      if (owner(at) < posts.table.firstNew) continue;
      const before = all;
      for (let paragraph = blocks.first.at(at); paragraph <= blocks.last.at(at); paragraph++) {
        if (skip.at(paragraph) !== Skip.empty) all += lines.characters.at(posts.paragraphs.row.at(paragraph));
      }
      if (at === origin) original = all - before;
    }
    characters.set(block, all);
    copied.set(block, all - original);
  }
  return { characters, copied };
}

/** By the characters that the members of a cluster have from its origin. */
function rankClusters({ columns, lines, posts, matches, clusters }: Found): Column {
  const shared = columns.float64(clusters.rows);
  const weight = (post: number): number => {
    let sum = 0;
    for (let at = posts.table.firstParagraph.at(post); at < posts.table.firstParagraph.at(post + 1); at++) {
      if (matches.skip.at(at) === Skip.none) sum += lines.characters.at(posts.paragraphs.row.at(at));
    }
    return sum;
  };
  for (let cluster = 0; cluster < clusters.rows; cluster++) {
    let sum = 0;
    for (let at = clusters.firstMember.at(cluster); at < clusters.firstMember.at(cluster + 1); at++) {
      sum += clusters.coverage.at(at) * weight(clusters.member.at(at));
    }
    shared.set(cluster, sum);
  }
  const ranked = rank(columns, shared);
  shared.release();
  return ranked;
}

function rank(columns: Columns, by: Column): Column {
  const rows = allRows(columns, by.length);
  const ranked = orderRows(columns, rows, (row) => -by.at(row));
  rows.release();
  return ranked;
}
