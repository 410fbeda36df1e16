/** The exact way: the ladder itself, for lines that the fast path leaves to it. */

import { isDense, isLetter, isNumber } from './characters.js';
import { toCodePoints } from './code-points.js';
import { decodePoint } from './decode-point.js';
import { type KeyLine, reserve } from './key-line.js';
import { normalizeText } from './normalize-text.js';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const encoder = new TextEncoder();

/** Sets all that `scanLine` sets. */
export function makeExactly(line: KeyLine, bytes: Uint8Array, start: number, end: number): void {
  const key = normalizeText(decoder.decode(bytes.subarray(start, end)), 'homoglyphs');
  const buffer = reserve(line, 3 * key.length + 1);
  const { written } = encoder.encodeInto(key, buffer.subarray(1));
  const points = toCodePoints(key);
  const letters = points.filter((point) => isLetter(point) || isNumber(point));
  line.length = written === 0 ? 0 : written + 1;
  line.otherBytes = line.length - letters.length;
  line.denseLetters = letters.filter(isDense).length;
  countBytes(line, bytes, start, end);
}

/** Whether a line holds more than white space, invisible characters and braille blanks. */
export function isVisible(bytes: Uint8Array, start: number, end: number): boolean {
  let at = start;
  while (at < end && isAsciiBlank(bytes[at] ?? 0)) at++;
  if (at === end || (bytes[at] ?? 0) < 0x80) return at < end;
  return normalizeText(decoder.decode(bytes.subarray(at, end)), 'spacing') !== '';
}

function isAsciiBlank(byte: number): boolean {
  return byte <= 0x20 || byte === 0x7f;
}

function countBytes(line: KeyLine, bytes: Uint8Array, start: number, end: number): void {
  line.restBytes = 0;
  line.invalidBytes = 0;
  for (let at = start; at < end; ) {
    const read = decodePoint(bytes, at, end);
    const size = read < 0 ? -read : read & 7;
    line.restBytes += size - 1;
    if (read < 0) line.invalidBytes += size;
    at += size;
  }
}
