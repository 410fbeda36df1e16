/** Folds the words of a key that mix scripts, by the ladder's own step, when there seem to be any. */

import { foldHomoglyphs } from './fold-homoglyphs.js';
import { type KeyLine, reserve } from './key-line.js';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const encoder = new TextEncoder();

/** Rewrites the key in `line`. No letter comes or goes, so every byte more or less begins none. */
export function foldMixedWords(line: KeyLine): void {
  if (!seemsMixed(line.buffer, line.length)) return;
  const key = decoder.decode(line.buffer.subarray(1, line.length));
  const folded = foldHomoglyphs(key);
  if (folded === key) return;
  // A UTF-16 unit takes three bytes at most.
  const buffer = reserve(line, 3 * folded.length + 1);
  const length = 1 + encoder.encodeInto(folded, buffer.subarray(1)).written;
  line.otherBytes += length - line.length;
  line.length = length;
}

/** A word with a byte that may begin a Cyrillic letter, and one that may be, or begin, a Latin one. */
function seemsMixed(key: Uint8Array, length: number): boolean {
  let isCyrillic = false;
  let isLatin = false;
  for (let at = 1; at < length; at++) {
    const byte = key[at] ?? 0;
    if (byte === 0x20) {
      isCyrillic = false;
      isLatin = false;
    } else if (byte >= 0xc0) {
      const isCommon = byte >= 0xd0 && byte <= 0xd4;
      isCyrillic ||= isCommon || byte >= 0xe0;
      // CC and CD begin marks and Greek: a stress mark in a Russian word is nothing to look at.
      isLatin ||= !isCommon && byte !== 0xcc && byte !== 0xcd;
    } else if (byte >= 0x61 && byte <= 0x7a) isLatin = true;
    if (isCyrillic && isLatin) return true;
  }
  return false;
}
