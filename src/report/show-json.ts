/** JSON that is safe to print, wherever it is printed. */
import { escapeCharacter } from './escape-text.js';

/**
 * Beside what JSON escapes anyway, escapes what could steer a terminal or turn text round (C1 controls, marks of
 * direction, line separators) and what CI systems obey (`##[error]`, `##vso[…]`). Parsing it gives the same strings.
 */
export function showJson(value: unknown): string {
  return JSON.stringify(value).replace(UNSAFE, escapeCharacter);
}

/** The same for `head` with one more field, a list that may be larger than memory: a piece for some of its values. */
export function* showWithList(head: object, name: string, list: Iterable<unknown>): Generator<string> {
  let before = `${showJson(head).slice(0, -1)},${showJson(name)}:[`;
  for (const values of inPieces(list)) {
    yield before + showJson(values).slice(1, -1);
    before = ',';
  }
  yield before === ',' ? ']}' : `${before}]}`;
}

/** Values shown at once: to show each on its own takes twice as long. */
const PIECE = 64;

function* inPieces(values: Iterable<unknown>): Generator<readonly unknown[]> {
  let piece: unknown[] = [];
  for (const value of values) {
    if (piece.push(value) < PIECE) continue;
    yield piece;
    piece = [];
  }
  if (piece.length > 0) yield piece;
}

const UNSAFE = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]|#(?=#(?:\[|vso\[))/giu;
