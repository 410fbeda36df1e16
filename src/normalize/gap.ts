/** What stands between the last character of a key and the next one: decided, and written, when the next is seen. */

import { isNumber } from './characters.js';
import { decodeLastPoint } from './decode-point.js';

export const none = 0;
export const space = 1;
/** A closing bracket: a dash directly after it is no minus. */
export const closer = 2;
/** A point directly after a number: stays if a number follows directly. */
export const point = 3;
/** A dash that may be a sign: stays if a number follows directly. */
export const minus = 4;

/** Writes the gap before a number, where points and signs are what they look like; returns the key's length then. */
export function writeNumberGap(key: Uint8Array, length: number, gap: number): number {
  if (gap === none) return length;
  key[length] = gap === point ? 0x2e : 0x20;
  if (gap !== minus) return length + 1;
  key[length + 1] = 0x2d;
  return length + 2;
}

/** Writes the gap before anything else: a space, if it is not nothing. */
export function writeGap(key: Uint8Array, length: number, gap: number): number {
  if (gap === none) return length;
  key[length] = 0x20;
  return length + 1;
}

export function endsInNumber(key: Uint8Array, length: number): boolean {
  const last = key[length - 1] ?? 0;
  return last < 0x80 ? last >= 0x30 && last <= 0x39 : isNumber(decodeLastPoint(key, length));
}
