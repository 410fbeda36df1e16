/** Where the occurrences of a block go on, in order of reading. */
import type { BlockTable } from './analysis.js';

/**
 * The first occurrence of `block` that begins at `paragraph` or behind it; the end of the block's where none does. A binary
 * search: a block may stand in millions of posts.
 */
export function firstOccurrenceFrom(
  { firstOccurrence, first }: Pick<BlockTable, 'firstOccurrence' | 'first'>,
  block: number,
  paragraph: number,
): number {
  let low = firstOccurrence.at(block);
  let high = firstOccurrence.at(block + 1);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (first.at(middle) < paragraph) low = middle + 1;
    else high = middle;
  }
  return low;
}
