/**
 * Where two texts differ: at every rung words are folded one by one, a word being what stands between spaces, so the
 * words that two texts begin or end with alike need not be folded to compare the texts.
 */

import { equalWords } from './equal-bytes.js';

const SPACE = 0x20;

/** From the first to the last words that differ: bytes of both texts, end-exclusive. */
export interface DifferingWords {
  readonly from: number;
  readonly modelEnd: number;
  readonly copyEnd: number;
}

/** Finds them in two texts that are not equal byte for byte. */
export function differingWords(model: Uint8Array, copy: Uint8Array): DifferingWords {
  const from = equalWords(model, 0, copy, 0);
  const tail = wordTail(model, copy, from);
  return { from, modelEnd: model.length - tail, copyEnd: copy.length - tail };
}

/** The bytes from the first space on that both end with, beyond `from`. */
function wordTail(model: Uint8Array, copy: Uint8Array, from: number): number {
  const most = Math.min(model.length, copy.length) - from;
  let tail = 0;
  for (let count = 1; count <= most; count++) {
    const byte = model[model.length - count];
    if (byte !== copy[copy.length - count]) break;
    if (byte === SPACE) tail = count;
  }
  return tail;
}
