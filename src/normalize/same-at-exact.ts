/** Compares texts at the rung `exact`, byte by byte. */

import { characterClass, classOf } from './characters.js';
import { decodePoint } from './decode-point.js';
import { characterBefore, equalBytes } from './equal-bytes.js';
import { normalizeText } from './normalize-text.js';

const REPLACEMENT = 0xfffd;
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Whether two texts in UTF-8 are equal but for outer white space; an invalid sequence counts as what a decoder shows for it. */
export function sameAtExact(model: Uint8Array, copy: Uint8Array): boolean {
  const one = trim(model);
  const other = trim(copy);
  const end = equalBytes(one, 0, other, 0);
  if (end === one.length && end === other.length) return true;
  if (isShownAsIs(one, end) && isShownAsIs(other, end)) return false;
  return normalizeText(decoder.decode(model), 'exact') === normalizeText(decoder.decode(copy), 'exact');
}

function trim(text: Uint8Array): Uint8Array {
  let from = 0;
  let end = text.length;
  while (from < end && isBlankAt(text, from)) from += decodePoint(text, from, end) & 7;
  for (let last = characterBefore(text, end); last >= from && isBlankAt(text, last, end); ) {
    end = last;
    last = characterBefore(text, end);
  }
  return text.subarray(from, end);
}

/** Whether white space stands at `at`, and ends at `end` where that is told. */
function isBlankAt(text: Uint8Array, at: number, end?: number): boolean {
  const byte = text[at] ?? 0;
  if (byte > 0x20 && byte < 0x80) return false;
  const read = decodePoint(text, at, text.length);
  if (read < 0 || (end !== undefined && at + (read & 7) !== end)) return false;
  return classOf(read >> 3) === characterClass.space;
}

/** Whether `at` is the end, or in a character that nothing else is shown as. */
function isShownAsIs(text: Uint8Array, at: number): boolean {
  if (at === text.length) return true;
  const from = characterBefore(text, at + 1);
  const read = decodePoint(text, from, text.length);
  return read >= 0 && from + (read & 7) > at && read >> 3 !== REPLACEMENT;
}
