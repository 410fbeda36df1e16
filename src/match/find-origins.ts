/** Which occurrence of each block was first. */

import { orderPosts } from '../model/order-posts.js';
import type { Column } from '../model.js';
import type { Blocks, Compared } from './compared.js';

/** By block, the occurrence that was first: the one that stands first, where no date says otherwise. */
export function findOrigins({ columns, posts }: Compared, { rows, firstOccurrence, first }: Blocks): Column {
  if (!posts.table.dated) return firstOccurrence;
  const compare = orderPosts(posts.table);
  const postOf = (occurrence: number) => posts.paragraphs.post.at(first.at(occurrence));
  const origins = columns.uint32(rows);
  for (let block = 0; block < rows; block++) {
    let origin = firstOccurrence.at(block);
    for (let at = origin + 1; at < firstOccurrence.at(block + 1); at++) {
      if (compare(postOf(at), postOf(origin)) < 0) origin = at;
    }
    origins.set(block, origin);
  }
  return origins;
}
