/**
 * What is folded before two texts are called equal: one ordered table of steps. A step works on what the step before
 * it made, so texts that are equal at a rung are equal at every higher one.
 */

import type { Rung } from '../model.js';
import { foldHomoglyphs } from './fold-homoglyphs.js';
import { foldLinks } from './fold-links.js';
import { foldBlanks, foldCompatibility, removeIgnorable, trimBlank } from './fold-spacing.js';
import { decodeEntities, foldPunctuation, foldYo } from './fold-typography.js';

export interface Step {
  readonly rung: Rung;
  readonly name: string;
  readonly reason: string;
  readonly apply: (text: string) => string;
}

/** Order matters: each rung's steps follow those of the rung below. */
export const ladder: readonly Step[] = [
  {
    rung: 'exact',
    name: 'outer white space',
    reason: 'Line ends and indents come from the dump, not from the post',
    apply: trimBlank,
  },
  {
    rung: 'spacing',
    name: 'invisible characters',
    reason: 'Nobody sees them, or they only stretch a word; clients and copy-and-paste add and lose them',
    apply: removeIgnorable,
  },
  {
    rung: 'spacing',
    name: 'compatibility forms and case',
    reason: 'Composed or decomposed, full-width, styled, upper or lower case: the same letters',
    apply: foldCompatibility,
  },
  {
    rung: 'spacing',
    name: 'white space',
    reason: 'Any white space or control character separates words as one space does, and never glues them',
    apply: foldBlanks,
  },
  {
    rung: 'typography',
    name: 'entities',
    reason: 'Scrapes of pages leave HTML entities behind, some escaped twice',
    apply: decodeEntities,
  },
  {
    rung: 'typography',
    name: 'punctuation, symbols and emoji',
    reason: 'Editors set quotes, dashes, bullets, hashtags and emoji anew; figures must stay what they were',
    apply: foldPunctuation,
  },
  {
    rung: 'typography',
    name: 'ё',
    reason: 'Russian prints ё as е as often as not',
    apply: foldYo,
  },
  {
    rung: 'links',
    name: 'links',
    reason: 'Mirrors, trackers, schemes and slashes change on the way; the place a link leads to does not',
    apply: foldLinks,
  },
  {
    rung: 'homoglyphs',
    name: 'mixed scripts',
    reason: 'A Cyrillic letter in a Latin word looks right and is mostly a typo',
    apply: foldHomoglyphs,
  },
];
