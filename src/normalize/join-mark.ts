/** A mark behind a letter, for the kernel: stays, makes one character with it, or only the ladder can say. */

import { foldLetter } from './character-actions.js';
import { characterClass, classOf, isDense, isLetter } from './characters.js';
import { toCodePoints } from './code-points.js';
import { combiningClass, composePair, isComposite } from './compatibility.js';
import { staysAfter } from './stays-after.js';

const unknown = -1;
const stays = 0;

/**
 * What becomes of `mark` behind `before`, the last character of a key, which `raw`, the character before the mark, was
 * folded to: 0 where the mark is written, the character to write in the place of `before`, or -1.
 */
export function joinMark(raw: number, before: number, mark: number): number {
  if (staysAfter(before, mark)) return stays;
  // Only letters that are nothing but themselves: parts of what was folded away could take the mark.
  if (isComposite(before) || isComposite(raw) || combiningClass(before) !== 0) return unknown;
  if (foldLetter(raw) !== String.fromCodePoint(before)) return unknown;
  const made = composePair(before, mark);
  if (made === undefined) return unknown;
  const [folded = 0, ...others] = toCodePoints(foldLetter(made));
  const isPlain = others.length === 0 && classOf(folded) !== characterClass.mark && isLetter(folded);
  return isPlain && !isDense(folded) ? folded : unknown;
}
