/** How much of each post can be compared. */

import { capCharacters } from '../model/cap-characters.js';
import { Skip, type WritableColumn } from '../model.js';
import type { Shared } from './held-blocks.js';

/** Characters of each post that can be compared: what coverage is a share of. */
export function weighPosts({ columns, lines, posts, matches }: Shared): WritableColumn {
  const { table, paragraphs } = posts;
  const weights = columns.uint32(table.rows);
  let from = 0;
  for (let post = 0; post < table.rows; post++) {
    const end = table.firstParagraph.at(post + 1);
    let weight = 0;
    for (let at = from; at < end; at++) {
      if (matches.skip.at(at) === Skip.none) weight += lines.characters.at(paragraphs.row.at(at));
    }
    weights.set(post, capCharacters(weight));
    from = end;
  }
  return weights;
}
