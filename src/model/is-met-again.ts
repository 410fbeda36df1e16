/** Which posts are messages whose text an earlier post of the dumps is. */
import type { PostTable } from './posts.js';

/** Whether a post that came as a record was met before in the same words: it has lines, and none of them is compared. */
export function isMetAgain({ firstRow, endRow, firstParagraph }: PostTable, post: number): boolean {
  return firstParagraph.at(post) === firstParagraph.at(post + 1) && firstRow.at(post) < endRow.at(post);
}
