/** Where the paragraphs of new posts begin: those of dumps to compare against come before. */
import type { Posts } from './model.js';

/** The number of the first paragraph of a new post; that behind the last one where no post is new. */
export function firstNewParagraph({ table }: Posts): number {
  return table.firstNew === 0 ? 0 : (table.endParagraph[table.firstNew - 1] ?? 0);
}
