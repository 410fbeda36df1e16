/** A block's columns → what accepting it goes by. */
import { creditOf } from '../model/credit-of.js';
import { postOf } from '../model/held-by-posts.js';
import { type Analysis, type SeenTable, Skip } from '../model.js';
import { fingerprintsOf } from './compared-in.js';
import type { MetBlock } from './known-passages.js';

/**
 * Describes the block numbered `block`, whose first occurrence is `origin`, with how often `seen` has it: what stands in the posts
 * `metAgain` is counted there. `idOf` gives its id.
 */
export function describeMetBlock(
  analysis: Analysis,
  of: { block: number; origin: number; seen: SeenTable | null; metAgain: ReadonlySet<number> },
  idOf: (block: number) => string,
): MetBlock {
  const { matches } = analysis;
  const { first, last, firstOccurrence } = matches.blocks;
  const from = firstOccurrence.at(of.block);
  const end = firstOccurrence.at(of.block + 1);
  const paragraphs = fingerprintsOf(analysis, first.at(of.origin), last.at(of.origin));
  let uncredited = 0;
  let here = 0;
  for (let at = from; at < end; at++) {
    if (isUncredited(analysis, at, of.origin)) uncredited += 1;
    if (!of.metAgain.has(postOf(analysis, at))) here += 1;
  }
  const occurrences = here + (of.seen === null ? 0 : timesKnown(analysis, of.seen, end - 1));
  return { id: idOf(of.block), paragraphs, occurrences, uncredited };
}

/** How often an index has all of `occurrence`, which is of a new post: others are not looked up. */
function timesKnown({ matches }: Analysis, { occurrences }: SeenTable, occurrence: number): number {
  const { first, last } = matches.blocks;
  let least = Number.POSITIVE_INFINITY;
  for (let at = first.at(occurrence); at <= last.at(occurrence); at++) {
    if (matches.skip.at(at) === Skip.none) least = Math.min(least, occurrences.at(at));
  }
  return least;
}

/** Whether `occurrence` stands in a post that owes the post of `origin` credit, and gives none. */
export function isUncredited(analysis: Analysis, occurrence: number, origin: number): boolean {
  const credit = creditOf(analysis.posts.table, postOf(analysis, occurrence), postOf(analysis, origin));
  return credit === 'uncredited';
}

/** Code points of an occurrence, with lines of emoji alone within it, as everywhere in the report. */
export function charactersOf({ lines, posts, matches }: Analysis, occurrence: number): number {
  const { first, last } = matches.blocks;
  let characters = 0;
  for (let at = first.at(occurrence); at <= last.at(occurrence); at++)
    characters += lines.characters.at(posts.paragraphs.row.at(at));
  return characters;
}
