/** Where the paragraphs of new posts begin: those of dumps to compare against come before. */
import type { Posts } from './posts.js';

/** The number of the first paragraph of a new post; the count of paragraphs where no post is new. */
export function firstNewParagraph({ table }: Posts): number {
  return table.firstParagraph.at(table.firstNew);
}
