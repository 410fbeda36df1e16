/** Which blocks stand in which posts. */
import { firstOccurrenceFrom } from '../model/first-occurrence-from.js';
import type { Analysis } from '../model.js';

/** The occurrences in a post, in order. */
export function* occurrencesIn({ matches }: Analysis, post: number): Generator<number> {
  const { held, firstHeld } = matches.blocks;
  for (let at = firstHeld.at(post); at < firstHeld.at(post + 1); at++) yield held.at(at);
}

/** Whether `block` stands in `post`. */
export function holdsBlock({ posts, matches }: Analysis, post: number, block: number): boolean {
  const { firstParagraph } = posts.table;
  const { first, firstOccurrence } = matches.blocks;
  const at = firstOccurrenceFrom(matches.blocks, block, firstParagraph.at(post));
  return at < firstOccurrence.at(block + 1) && first.at(at) < firstParagraph.at(post + 1);
}

/** The post that had a block first. */
export function originOf(analysis: Analysis, block: number): number {
  return postOf(analysis, analysis.matches.blocks.origin.at(block));
}

/** The post in which an occurrence stands. */
export function postOf({ posts, matches }: Analysis, occurrence: number): number {
  return posts.paragraphs.post.at(matches.blocks.first.at(occurrence));
}
