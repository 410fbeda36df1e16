/** A block's columns → what accepting it goes by. */
import { fingerprintHex } from '../fingerprint-hex.js';
import { type Analysis, Skip } from '../model.js';
import type { MetBlock } from './known-passages.js';

/** Describes the block numbered `block`, whose first occurrence is `origin`; `idOf` gives its id. */
export function describeMetBlock(
  analysis: Analysis,
  of: { block: number; origin: number },
  idOf: (block: number) => string,
): MetBlock {
  const { lines, posts, matches } = analysis;
  const { first, last, firstOccurrence } = matches.blocks;
  const from = firstOccurrence[of.block] ?? 0;
  const end = firstOccurrence[of.block + 1] ?? 0;
  const paragraphs: string[] = [];
  for (let at = first[of.origin] ?? 0; at <= (last[of.origin] ?? 0); at++) {
    const row = posts.paragraphs.row[at] ?? 0;
    if (matches.skip[at] === Skip.none)
      paragraphs.push(fingerprintHex(lines.low[row] ?? 0, lines.high[row] ?? 0));
  }
  let uncredited = 0;
  for (let at = from; at < end; at++) if (isUncredited(analysis, at, of.origin)) uncredited += 1;
  return { id: idOf(of.block), paragraphs, occurrences: end - from, uncredited };
}

/** Whether `occurrence` stands in another source than `origin`, and declares no forward. */
export function isUncredited({ posts, matches }: Analysis, occurrence: number, origin: number): boolean {
  const { table, paragraphs } = posts;
  const post = paragraphs.post[matches.blocks.first[occurrence] ?? 0] ?? 0;
  const first = paragraphs.post[matches.blocks.first[origin] ?? 0] ?? 0;
  return table.source[post] !== table.source[first] && table.forwardedFrom[post] === 0;
}

/** Code points of an occurrence, lines of emoji alone left out, as everywhere in the summary. */
export function charactersOf({ lines, posts, matches }: Analysis, occurrence: number): number {
  const { first, last } = matches.blocks;
  let characters = 0;
  for (let at = first[occurrence] ?? 0; at <= (last[occurrence] ?? 0); at++) {
    if (matches.skip[at] !== Skip.empty) characters += lines.characters[posts.paragraphs.row[at] ?? 0] ?? 0;
  }
  return characters;
}
