/**
 * Where two texts differ: at every rung words are folded one by one, a word being what stands between spaces, so the
 * words that two texts begin or end with alike need not be folded to compare the texts.
 */

const SPACE = 0x20;

/** From the first to the last words that differ: bytes of both texts, end-exclusive. */
export interface DifferingWords {
  readonly from: number;
  readonly modelEnd: number;
  readonly copyEnd: number;
}

/** Finds them in two texts that are not equal byte for byte. */
export function differingWords(model: Uint8Array, copy: Uint8Array): DifferingWords {
  const from = wordStart(model, copy);
  const tail = wordTail(model, copy, from);
  return { from, modelEnd: model.length - tail, copyEnd: copy.length - tail };
}

/** Bytes of a beginning, but for its last word. */
const BEGINNING = 32;

/** The first words of a text: a key begins with the key of the words that its text begins with. */
export function beginningOf(text: Uint8Array): Uint8Array {
  const end = text.indexOf(SPACE, BEGINNING);
  return end < 0 ? text : text.subarray(0, end);
}

/** Behind the last space that both begin with. */
function wordStart(model: Uint8Array, copy: Uint8Array): number {
  const most = Math.min(model.length, copy.length);
  let start = 0;
  for (let at = 0; at < most && model[at] === copy[at]; at++) if (model[at] === SPACE) start = at + 1;
  return start;
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
