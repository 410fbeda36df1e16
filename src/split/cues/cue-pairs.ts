/**
 * Which cues a line may be by the two pairs of bytes it begins with and the pair it ends with: a look that nearly no line
 * passes, for the kernel. Whatever `createCueReader` takes for a cue passes; what passes is read properly.
 */

import { footerWords } from './read-cue.js';
import { createForwardWords, headerMarks } from './read-forward.js';
import { formsOf, type Words } from './word-test.js';

/**
 * For each pair of bytes (the first plus 256 times the second) a code: 1 may be a header, 2 may be a footer; 4 and 8 the
 * same where the second pair says so too.
 */
export interface CuePairs {
  readonly first: Uint8Array;
  readonly second: Uint8Array;
  readonly last: Uint8Array;
}

const PAIRS = 0x10000;
const CLOSING = 0x5d;
const COLON = 0x3a;
const header = 1;
const footer = 2;
/** What makes of a code that of the first two pairs together. */
const both = 4;

/** The pairs of all cues, the user's own forward phrases included. */
export function createCuePairs(forwardPhrases: readonly string[]): CuePairs {
  const pairs: CuePairs = {
    first: new Uint8Array(PAIRS),
    second: new Uint8Array(PAIRS),
    last: new Uint8Array(PAIRS),
  };
  addWords(pairs, createForwardWords(forwardPhrases), header);
  addWords(pairs, footerWords, footer);
  // Invisible marks before a header, and what ends a stamp.
  for (const mark of headerMarks) {
    const [first = 0, second = 0, third = 0] = new TextEncoder().encode(mark);
    addPair(pairs.first, first, second, header * both);
    addEachSecond(pairs.second, third, header * both);
  }
  addLast(pairs, ']', header);
  addPair(pairs.last, CLOSING, COLON, header);
  addFirst(pairs, '#0123456789', footer);
  addLast(pairs, '0123456789KM', footer);
  return pairs;
}

function addWords(pairs: CuePairs, words: Words, code: number): void {
  for (const [first = 0, second, third, fourth] of formsOf(words.first)) {
    if (second === undefined) addEachSecond(pairs.first, first, code);
    else if (third === undefined || fourth === undefined) addPair(pairs.first, first, second, code);
    else {
      addPair(pairs.first, first, second, code * both);
      addPair(pairs.second, third, fourth, code * both);
    }
  }
  for (const form of formsOf(words.last)) {
    const last = form.at(-1) ?? 0;
    const before = form.at(-2);
    if (before === undefined) addEachFirst(pairs.last, last, code);
    else addPair(pairs.last, before, last, code);
  }
}

function addFirst(pairs: CuePairs, characters: string, code: number): void {
  for (const character of characters) addEachSecond(pairs.first, character.charCodeAt(0), code);
}

function addLast(pairs: CuePairs, characters: string, code: number): void {
  for (const character of characters) addEachFirst(pairs.last, character.charCodeAt(0), code);
}

function addEachSecond(pairs: Uint8Array, first: number, code: number): void {
  for (let second = 0; second < 256; second++) addPair(pairs, first, second, code);
}

function addEachFirst(pairs: Uint8Array, second: number, code: number): void {
  for (let first = 0; first < 256; first++) addPair(pairs, first, second, code);
}

function addPair(pairs: Uint8Array, first: number, second: number, code: number): void {
  const at = first + 256 * second;
  pairs[at] = (pairs[at] ?? 0) | code;
}
