/** A mark behind a letter, for the kernel: stays, makes one character with it, or only the ladder can say. */

import { foldLetters, payloadShift } from './character-actions.js';
import { characterClass, classOf, isDense, isLetter } from './characters.js';
import { fromCodePoints, toCodePoints } from './code-points.js';
import { combiningClass, mayCompose } from './compatibility.js';
import { staysAfter } from './stays-after.js';

/** See src/kernel/actions.ts. */
const composesFlag = 0x80;

const unknown = -1;
const stays = 0;

/**
 * What becomes of the mark that `text` ends with, behind `before`, the last character of a key: 0 where it is written,
 * the character to write in the place of `before`, or -1.
 */
export function joinMark(before: number, text: string): number {
  const points = toCodePoints(text);
  const mark = points.at(-1) ?? 0;
  if (staysAfter(before, mark)) return stays;
  const base = points.findLastIndex((point) => classOf(point) !== characterClass.mark);
  const letter = points.slice(Math.max(0, base));
  // Only where the key shows all there is: what was folded away could take the mark.
  if (foldLetters(fromCodePoints(letter.slice(0, -1))) !== String.fromCodePoint(before)) return unknown;
  const [made = 0, ...others] = toCodePoints(foldLetters(fromCodePoints(letter)));
  const isOne = others.length === 0 && isLetter(made) && !isDense(made);
  return isOne ? made : unknown;
}

/**
 * What the kernel must know of a mark to ask nothing about most of them, beside its action: its combining class, and
 * whether it may make one character with one before it.
 */
export function markFlags(mark: number): number {
  return (combiningClass(mark) << payloadShift) | (mayCompose(mark) ? composesFlag : 0);
}
