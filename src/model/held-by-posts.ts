/** Which blocks stand in which posts. */
import type { Analysis } from './analysis.js';
import { firstOccurrenceFrom } from './first-occurrence-from.js';

/** Posts, and what was found in them. */
type Matched = Pick<Analysis, 'posts' | 'matches'>;

/** The occurrences in a post, in order. */
export function* occurrencesIn({ matches }: Matched, post: number): Generator<number> {
  const { held, firstHeld } = matches.blocks;
  for (let at = firstHeld.at(post); at < firstHeld.at(post + 1); at++) yield held.at(at);
}

/** Whether `block` stands in `post`. */
export function holdsBlock({ posts, matches }: Matched, post: number, block: number): boolean {
  const { firstParagraph } = posts.table;
  const { first, firstOccurrence } = matches.blocks;
  const at = firstOccurrenceFrom(matches.blocks, block, firstParagraph.at(post));
  return at < firstOccurrence.at(block + 1) && first.at(at) < firstParagraph.at(post + 1);
}

/** The post that had a block first. */
export function originOf(matched: Matched, block: number): number {
  return postOf(matched, matched.matches.blocks.origin.at(block));
}

/** The post in which an occurrence stands. */
export function postOf({ posts, matches }: Matched, occurrence: number): number {
  return posts.paragraphs.post.at(matches.blocks.first.at(occurrence));
}
