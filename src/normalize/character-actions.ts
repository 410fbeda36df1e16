/**
 * What the fast path does with a single character, learned from the ladder itself: the ladder stays the only truth. A
 * character that the ladder treats by its surroundings gets an action that looks at them, or `exact`.
 */

import {
  characterClass,
  classOf,
  isBlank,
  isCyrillic,
  isDense,
  isLatin,
  isNumber,
  isWordCharacter,
} from './characters.js';
import { toCodePoints } from './code-points.js';
import { combiningClass, decompose, isInert, mayCompose } from './compatibility.js';
import { foldCompatibility, isSeen, removeIgnorable } from './fold-spacing.js';
import { foldPunctuation, foldYo } from './fold-typography.js';

/** The low four bits of an action. */
export const actionKind = {
  unknown: 0,
  /** A letter that stays as it is. */
  letter: 1,
  /** A number that stays as it is. */
  number: 2,
  /** Written as other text: the record in the pool. */
  map: 3,
  drop: 4,
  space: 5,
  mark: 6,
  /** Does as an ASCII punctuation mark does: its code. */
  alias: 7,
  /** Two or more full stops. */
  dots: 8,
  /** A word of its own: the record in the pool. */
  token: 9,
  /** Only the ladder itself knows: the whole line is left to it. */
  exact: 10,
} as const;

/** Flags of an action of kind `letter` or `map`. `attached`: begins with a mark, as Thai's sara am does. */
export const letterFlag = {
  latin: 0x10,
  cyrillic: 0x20,
  dense: 0x40,
  number: 0x80,
  attached: 0x100,
} as const;

/** Above kind and flags: a place in the pool, or an ASCII code. */
export const payloadShift = 9;

/** The actions known so far, by code point, and the texts they write. */
export interface CharacterActions {
  readonly table: Uint32Array;
  /** Records: length of the text, bytes of it that begin no letter or number, dense letters, and the text. */
  pool: Uint8Array;
  poolLength: number;
  /** U+0400 to U+047F as two bytes each, folded; empty before the first use. */
  cyrillic: Uint16Array;
}

export function createCharacterActions(): CharacterActions {
  // 4.5 MB of address space; the system gives memory only to the pages that are used.
  return {
    table: new Uint32Array(0x110000),
    pool: new Uint8Array(4096),
    poolLength: 0,
    cyrillic: new Uint16Array(0),
  };
}

/** The action for a character, found out at its first sight. */
export function learnAction(actions: CharacterActions, point: number): number {
  const action = findAction(actions, point);
  actions.table[point] = action;
  return action;
}

/** The letters whose UTF-8 begins with D0 or D1: all of them fold to one letter of two bytes. */
export function cyrillicTable(actions: CharacterActions): Uint16Array {
  if (actions.cyrillic.length > 0) return actions.cyrillic;
  actions.cyrillic = Uint16Array.from({ length: 128 }, (_, index) => {
    const [lead = 0, last = 0] = new TextEncoder().encode(foldLetter(0x400 + index));
    return (lead << 8) | last;
  });
  return actions.cyrillic;
}

/** A letter alone, as far as the rung `typography`. */
function foldLetter(point: number): string {
  return foldLetters(String.fromCodePoint(point));
}

/** Letters, with the marks on them, as far as the rung `typography`. */
export function foldLetters(text: string): string {
  return foldYo(foldCompatibility(removeIgnorable(text)));
}

function findAction(actions: CharacterActions, point: number): number {
  if (isKnownLetter(point) && isSeen(point) && isInert(point)) return keepAction(point);
  const written = foldLetter(point);
  const points = toCodePoints(written).map((made) => (isBlank(made) ? 0x20 : made));
  const [first = 0] = points;
  if (points.length === 0) return actionKind.drop;
  if (points.length === 1 && classOf(first) === characterClass.mark) return markAction(point, first);
  if (mayCompose(first) || combiningClass(first) !== 0) return actionKind.exact;
  // The iota below a Greek vowel is a mark that becomes a letter: marks after it belong before it.
  if (decompose([point]).includes(0x345)) return actionKind.exact;
  if (points.every((made) => made === 0x2e))
    return aliasAction(0x2e, points.length > 1 ? actionKind.dots : actionKind.alias);
  if (points.length === 1) return singleAction(actions, point, first);
  if (!isMark(first) && points.every(isPlain)) return actionKind.space;
  const isText = points.every((made) => isWordCharacter(made) || made === 0x20 || isMark(made));
  return isText ? textAction(actions, points) : actionKind.exact;
}

/** A letter or a number that Unicode has already. */
function isKnownLetter(point: number): boolean {
  return isWordCharacter(point) && classOf(point) !== characterClass.unassigned;
}

function markAction(point: number, made: number): number {
  if (made === 0x20e3) return actionKind.space;
  if (made !== point) return actionKind.exact;
  return actionKind.mark;
}

function singleAction(actions: CharacterActions, point: number, made: number): number {
  if (classOf(made) === characterClass.unassigned) return actionKind.exact;
  if (isWordCharacter(made)) return made === point ? keepAction(point) : textAction(actions, [made]);
  if (made < 0x80) return aliasAction(made);
  // Before a figure, a dash is a minus and stays, as any dash's look: the ladder says which characters are dashes.
  if (foldPunctuation(`${String.fromCodePoint(made)}5`) === '-5') return aliasAction(0x2d);
  const folded = foldPunctuation(String.fromCodePoint(made));
  return folded === '' ? actionKind.space : actionKind.token | addRecord(actions, [made]);
}

function keepAction(point: number): number {
  return isNumber(point) ? actionKind.number : actionKind.letter | flagsOf([point]);
}

function textAction(actions: CharacterActions, points: readonly number[]): number {
  const [first = 0x20] = points;
  const last = points.at(-1) ?? 0x20;
  if (first === 0x20 || last === 0x20) return actionKind.exact;
  return actionKind.map | flagsOf(points) | addRecord(actions, points);
}

function aliasAction(code: number, kind: number = actionKind.alias): number {
  return kind | (code << payloadShift);
}

function addRecord(actions: CharacterActions, points: readonly number[]): number {
  const text = new TextEncoder().encode(String.fromCodePoint(...points));
  const at = actions.poolLength;
  const dense = points.filter(isDense).length;
  const starts = points.filter(isWordCharacter).length;
  if (at + 3 + text.length > actions.pool.length) {
    const larger = new Uint8Array(2 * actions.pool.length);
    larger.set(actions.pool);
    actions.pool = larger;
  }
  actions.pool.set([text.length, text.length - starts, dense], at);
  actions.pool.set(text, at + 3);
  actions.poolLength = at + 3 + text.length;
  return at << payloadShift;
}

/** `number` and `attached` tell of the first character alone: what stands before it matters. */
function flagsOf(points: readonly number[]): number {
  const latin = points.some(isLatin) ? letterFlag.latin : 0;
  const cyrillic = points.some(isCyrillic) ? letterFlag.cyrillic : 0;
  const dense = points.some(isDense) ? letterFlag.dense : 0;
  const [first = 0] = points;
  const start = (isNumber(first) ? letterFlag.number : 0) | (isMark(first) ? letterFlag.attached : 0);
  return latin | cyrillic | dense | start;
}

function isMark(point: number): boolean {
  return classOf(point) === characterClass.mark;
}

/** Becomes a space whatever stands around it; a mark without a letter does. */
function isPlain(point: number): boolean {
  if (isWordCharacter(point) || '.,:/&-)]}%$'.includes(String.fromCodePoint(point))) return false;
  const folded = foldPunctuation(`${String.fromCodePoint(point)}5`);
  return isMark(point) || folded === '5';
}
