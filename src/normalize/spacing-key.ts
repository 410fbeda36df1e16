/** Makes keys of the rung `spacing`, bytes to bytes: what the ladder makes of a text at that rung, or nothing. */

import { decodeLastPoint, decodePoint } from './decode-point.js';
import { createSpacingActions, learnSpacing, spacingAction } from './spacing-actions.js';
import { staysAfter } from './stays-after.js';

/** Makes the key of `bytes`, which holds until the next call; null where only the ladder itself can. */
export type MakeSpacingKey = (bytes: Uint8Array) => Uint8Array | null;

const SPACE = 0x20;
/** ASCII at the rung `spacing`: lower case, and a space for all that parts words. */
const ascii = Uint8Array.from({ length: 128 }, (_, code) => {
  if (code <= SPACE || code === 0x7f) return SPACE;
  return code >= 0x41 && code <= 0x5a ? code | 0x20 : code;
});

/** The maker reuses its buffer; makers of one table of actions learn for one another. */
export function createSpacingKeyMaker(actions = createSpacingActions()): MakeSpacingKey {
  let key = new Uint8Array(4096);
  const reserve = (size: number): void => {
    if (key.length >= size) return;
    const larger = new Uint8Array(2 * size);
    larger.set(key);
    key = larger;
  };
  return (bytes) => {
    const end = bytes.length;
    reserve(end);
    let at = 0;
    let length = 0;
    let gap = 0; // 1: a space is to be written before the next character
    while (at < end) {
      const byte = bytes[at] ?? 0;
      if (byte < 0x80) {
        const folded = ascii[byte] ?? 0;
        at += 1;
        if (folded === SPACE) {
          gap = length > 0 ? 1 : 0;
          continue;
        }
        key[length] = SPACE;
        length += gap;
        key[length++] = folded;
        gap = 0;
        continue;
      }
      const read = decodePoint(bytes, at, end);
      if (read < 0) return null;
      const point = read >> 3;
      const action = actions.table[point] || learnSpacing(actions, point);
      const from = at;
      at += read & 7;
      if (action === spacingAction.drop) continue;
      if (action === spacingAction.blank) {
        gap = length > 0 ? 1 : 0;
        continue;
      }
      if (action === spacingAction.exact) return null;
      if (action === spacingAction.mark && gap === 0 && length > 0) {
        if (!staysAfter(decodeLastPoint(key, length), point)) return null;
      }
      key[length] = SPACE;
      length += gap;
      gap = 0;
      if (action === spacingAction.map) {
        const text = actions.texts.get(point) ?? key.subarray(0, 0);
        reserve(length + text.length + end - at);
        // By hand: most are two bytes, and `set` takes longer to begin.
        for (let index = 0; index < text.length; index++) key[length++] = text[index] ?? 0;
      } else for (let index = from; index < at; index++) key[length++] = bytes[index] ?? 0;
    }
    return key.subarray(0, length);
  };
}
