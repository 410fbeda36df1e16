// Promises: every character that may be treated as no other is. Left out are the long stretches where one does as the
// next (Han, Hangul, private use, what is not assigned), but for one in 61: of the 64 that have all bytes of UTF-8 but
// the last in common, one stands here.

import { classOf, isDense } from '../src/normalize/characters.js';

export const tellingCharacters: readonly string[] = Array.from({ length: 0x110000 }, (_, point) => point)
  .filter((point) => !isSurrogate(point) && (point % 61 === 0 || !isDull(point)))
  .map((point) => String.fromCodePoint(point));

function isSurrogate(point: number): boolean {
  return point >= 0xd800 && point <= 0xdfff;
}

/** Whether it is in the midst of its like, where stretches are long. */
function isDull(point: number): boolean {
  const isLong = point >= 0x12000 || isDense(point) || (point >= 0xac00 && point <= 0xf8ff);
  return isLong && classOf(point) === classOf(point - 1) && classOf(point) === classOf(point + 1);
}
