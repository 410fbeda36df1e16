/**
 * What a character is, by the Unicode version fixed in this project: fingerprints must not change with the engine,
 * so nothing here or above asks the engine (no `\p{…}`, `\s`, `normalize()` or `toLowerCase()` outside ASCII).
 */

import { once } from './once.js';
import { classRuns, scriptRuns } from './unicode-data.js';
import { unpackRuns } from './unpack-runs.js';

/** The class of a character: the letters of the packed data. */
export const characterClass = {
  ignorable: 0x49, // I: invisible, Default_Ignorable_Code_Point
  space: 0x57, // W
  control: 0x43, // C
  letter: 0x4c, // L
  number: 0x4e, // N
  mark: 0x4d, // M
  emoji: 0x45, // E
  punctuation: 0x50, // P
  currency: 0x59, // Y
  symbol: 0x53, // S
  unassigned: 0x55, // U: kept in keys, as it may become a letter
  other: 0x4f, // O: private use, surrogates, noncharacters, visible format characters
} as const;

const script = { latin: 0x4c, cyrillic: 0x43, dense: 0x44, other: 0x58 } as const;

const classes = once(() => unpackRuns(classRuns, characterClass.unassigned));
const scripts = once(() => unpackRuns(scriptRuns, script.other));

/** The class of a code point; `other` when there is none (before the start or after the end of a text). */
export function classOf(point: number | undefined): number {
  return point === undefined ? characterClass.other : classes()[point] || characterClass.unassigned;
}

export function isNumber(point: number | undefined): boolean {
  return classOf(point) === characterClass.number;
}

export function isLetter(point: number | undefined): boolean {
  return classOf(point) === characterClass.letter;
}

/** Whether a letter is Latin. */
export function isLatin(point: number): boolean {
  return scripts()[point] === script.latin && isLetter(point);
}

/** Whether a letter is Cyrillic. */
export function isCyrillic(point: number): boolean {
  return scripts()[point] === script.cyrillic && isLetter(point);
}

/** Whether a letter is of a script written without spaces (Han, Thai, ...), where few letters say much. */
export function isDense(point: number): boolean {
  return scripts()[point] === script.dense;
}

/** White space, a control character, or the braille blank, which looks like a space and is used as one. */
export function isBlank(point: number | undefined): boolean {
  const found = classOf(point);
  return found === characterClass.space || found === characterClass.control || point === 0x2800;
}

/** Modifier letters that people type for an apostrophe: they divide words, as an apostrophe does. */
const apostropheLetters: ReadonlySet<number> = new Set([0x2b9, 0x2bb, 0x2bc, 0x2bd, 0xa78c]);

/** Whether a character alone stands in keys as part of a word: a letter, a number, or one not known yet. */
export function isWordCharacter(point: number | undefined): boolean {
  const found = classOf(point);
  if (found === characterClass.letter) return !apostropheLetters.has(point ?? 0);
  return found === characterClass.number || found === characterClass.unassigned;
}
