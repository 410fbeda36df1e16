/** JSON that is safe to print, wherever it is printed. */
import { escapeCharacter } from './escape-text.js';

/**
 * Beside what JSON escapes anyway, escapes what could steer a terminal, turn text round or hide in it (C1 controls, marks
 * of direction, separators, whatever has no shape) and what CI systems obey (`##[error]`, `##vso[…]`). Joiners and the
 * forms of emoji stay wherever they stand, as half of the world's texts have them. Parsing it gives the same strings.
 */
export function showJson(value: unknown): string {
  return JSON.stringify(value).replace(UNSAFE, escapeCharacter);
}

const UNSAFE =
  /\u034f|[\u17b4-\u17b5]|[\u180b-\u180f]|[\ufe00-\ufe0d]|[\u007f-\u009f\u00ad\u061c\u115f\u1160\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}]|#(?=#(?:\[|[vV][sS][oO]\[))/gu;
