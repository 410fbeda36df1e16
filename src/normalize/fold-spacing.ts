/**
 * The steps of the rung `spacing`: what looks or reads the same on every screen. No mark is ever dropped: й is not и,
 * and the vowels of Hindi, Thai and Arabic are marks.
 */

import { characterClass, classOf, isBlank } from './characters.js';
import { fromCodePoints, toCodePoints } from './code-points.js';
import { compose, decompose, foldCase } from './compatibility.js';

const ascii = /^[\0-\x7f]*$/;
const asciiBlanks = /[\0- \x7f]+/;

/** Cuts white space (line ends too) off both ends. */
export function trimBlank(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && classOf(text.charCodeAt(start)) === characterClass.space) start++;
  while (end > start && classOf(text.charCodeAt(end - 1)) === characterClass.space) end--;
  return text.slice(start, end);
}

/** Arabic's kashida only stretches a word. */
const TATWEEL = 0x640;

/** Removes what has no look of its own: zero-width characters, variation selectors, fillers, soft hyphens, kashidas. */
export function removeIgnorable(text: string): string {
  if (ascii.test(text)) return text;
  return fromCodePoints(toCodePoints(text).filter(isSeen));
}

/** Whether a character stays when those without a look of their own go. */
export function isSeen(point: number): boolean {
  return classOf(point) !== characterClass.ignorable && point !== TATWEEL;
}

/** Folds compatibility forms (NFKC) and case. Stable: a folded text stays as it is. */
export function foldCompatibility(text: string): string {
  // Nothing joins a space or moves across it, so words are folded one by one, ASCII ones quickly.
  return text.split(' ').map(foldWord).join(' ');
}

/** Turns each run of white space and control characters into one space, and cuts them off both ends. */
export function foldBlanks(text: string): string {
  if (ascii.test(text)) return joinWords(text.split(asciiBlanks));
  const points = toCodePoints(text).map((point) => (isBlank(point) ? 0x20 : point));
  return joinWords(fromCodePoints(points).split(' '));
}

/** The words with one space between; empty ones are left out. */
export function joinWords(words: readonly string[]): string {
  return words.filter((word) => word !== '').join(' ');
}

/** Words recur: the folded forms of recent ones are kept. */
const recent = new Map<string, string>();
const mostRecent = 1 << 14;
const longestRecent = 32;

function foldWord(word: string): string {
  if (ascii.test(word)) return word.toLowerCase();
  const known = recent.get(word);
  if (known !== undefined) return known;
  const made = fromCodePoints(compose(foldCase(decompose(toCodePoints(word)))));
  if (recent.size >= mostRecent) recent.clear();
  if (word.length <= longestRecent) recent.set(word, made);
  return made;
}
