/**
 * The step of the rung `homoglyphs`: a word that mixes Latin and Cyrillic letters, mostly a typo of a bilingual keyboard,
 * is written in the script of most of its letters. A word of one script is never touched, nor is a link.
 */

import { isCyrillic, isLatin } from './characters.js';
import { toCodePoints } from './code-points.js';
import { findLinks } from './find-links.js';
import { foldCompatibility, joinWords } from './fold-spacing.js';

const cyrillicLetters = 'авекмнорстухіјѕԁ';
const latinLetters = 'abekmhopctyxijsd';

const toLatin: ReadonlyMap<string, string> = pairs(cyrillicLetters, latinLetters);
const toCyrillic: ReadonlyMap<string, string> = pairs(latinLetters, cyrillicLetters);

export function foldHomoglyphs(text: string): string {
  const pieces: string[] = [];
  let from = 0;
  for (const { start, end } of findLinks(text)) {
    for (const word of text.slice(from, start).split(' ')) pieces.push(foldMixedWord(word));
    pieces.push(text.slice(start, end));
    from = end;
  }
  return joinWords([...pieces, ...text.slice(from).split(' ').map(foldMixedWord)]);
}

/** One word, without spaces. */
function foldMixedWord(word: string): string {
  const points = toCodePoints(word);
  const latin = points.filter(isLatin);
  const cyrillic = points.filter(isCyrillic);
  if (latin.length === 0 || cyrillic.length === 0) return word;
  const letters = leansLatin(latin, cyrillic) ? toLatin : toCyrillic;
  // A folded letter may join the mark after it.
  return foldCompatibility(Array.from(word, (character) => letters.get(character) ?? character).join(''));
}

/** The script of most letters; else the one with letters that have no look-alike; else Cyrillic. */
function leansLatin(latin: readonly number[], cyrillic: readonly number[]): boolean {
  if (latin.length !== cyrillic.length) return latin.length > cyrillic.length;
  const isLatinSure = latin.some((point) => !toCyrillic.has(String.fromCodePoint(point)));
  const isCyrillicSure = cyrillic.some((point) => !toLatin.has(String.fromCodePoint(point)));
  return isLatinSure && !isCyrillicSure;
}

function pairs(from: string, to: string): ReadonlyMap<string, string> {
  return new Map(Array.from(from, (letter, index) => [letter, to.charAt(index)]));
}
