/** Which blocks stand in which posts. */
import type { Analysis } from '../model.js';

/** The occurrences in a post, in order. */
export function* occurrencesIn({ matches }: Analysis, post: number): Generator<number> {
  const { held, firstHeld } = matches.blocks;
  for (let at = firstHeld.at(post); at < firstHeld.at(post + 1); at++) yield held.at(at);
}

/** Whether `block` stands in `post`: a binary search, as a block may stand in millions of them. */
export function holdsBlock({ posts, matches }: Analysis, post: number, block: number): boolean {
  const { firstOccurrence, first } = matches.blocks;
  const from = posts.table.firstParagraph.at(post);
  let low = firstOccurrence.at(block);
  let high = firstOccurrence.at(block + 1);
  const last = high;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (first.at(middle) < from) low = middle + 1;
    else high = middle;
  }
  return low < last && first.at(low) < posts.table.firstParagraph.at(post + 1);
}

/** The post that had a block first. */
export function originOf(analysis: Analysis, block: number): number {
  return postOf(analysis, analysis.matches.blocks.origin.at(block));
}

/** The post in which an occurrence stands. */
export function postOf({ posts, matches }: Analysis, occurrence: number): number {
  return posts.paragraphs.post.at(matches.blocks.first.at(occurrence));
}
