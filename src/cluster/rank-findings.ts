/** In which order blocks and clusters are told: those that repeat most characters first, ties in order of reading. */
import { allRows, orderRows } from '../columns/order-rows.js';
import { type Analysis, type Column, type Columns, type Ranking, Skip } from '../model.js';

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

/** In order of reading, which is the order in which paragraphs stand. */
function countBlocks({ columns, lines, posts, matches }: Found): Pick<Ranking, 'characters' | 'copied'> {
  const { blocks, skip } = matches;
  const characters = columns.float64(blocks.rows);
  const copied = columns.float64(blocks.rows);
  for (let at = blocks.firstHeld.at(posts.table.firstNew); at < blocks.held.length; at++) {
    const occurrence = blocks.held.at(at);
    const block = blocks.heldBlock.at(at);
    const first = blocks.first.at(occurrence);
    const last = blocks.last.at(occurrence);
    let own = blocks.heldCharacters.at(at);
    // What makes the block is counted already, what is not compared and stands within it is not.
    for (let of = first; first !== last && of <= last; of++) {
      if (skip.at(of) !== Skip.none) own += lines.characters.at(posts.paragraphs.row.at(of));
    }
    characters.set(block, characters.at(block) + own);
    if (occurrence !== blocks.origin.at(block)) copied.set(block, copied.at(block) + own);
  }
  return { characters, copied };
}

/** By the characters that the members of a cluster have from its origin. */
function rankClusters({ columns, clusters }: Found): Column {
  const shared = columns.float64(clusters.rows);
  for (let cluster = 0; cluster < clusters.rows; cluster++) {
    let sum = 0;
    for (let at = clusters.firstMember.at(cluster); at < clusters.firstMember.at(cluster + 1); at++) {
      sum += clusters.own.at(clusters.member.at(at));
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
