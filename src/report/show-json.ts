/** JSON that is safe to print, wherever it is printed. */
import { escapeCharacter } from './escape-text.js';

/**
 * Beside what JSON escapes anyway, escapes what could steer a terminal or turn text round (C1 controls, marks of
 * direction, line separators) and what CI systems obey (`##[error]`, `##vso[…]`). Parsing it gives the same strings.
 */
export function showJson(value: unknown): string {
  return JSON.stringify(value).replace(UNSAFE, escapeCharacter);
}

const UNSAFE = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]|#(?=#(?:\[|vso\[))/giu;
