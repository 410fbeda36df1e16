/** Normalizer and hash joined: what the scan asks of each line, with nothing allocated on the way. */
import type { KeyMaker, LineMeter } from '../model.js';
import type { Hasher } from './load-hasher.js';

/** Bytes of a key that its head covers: enough to tell lines apart, few enough to survive a cut-short print. */
const HEAD = 8;
const MAX_WEIGHT = 0xffff;

/** Measures lines with `keys` and `hasher`. */
export function createLineMeter(keys: KeyMaker, hasher: Hasher): LineMeter {
  let weight = 0;
  let head = 0;
  return {
    measure(bytes, start, end) {
      const length = keys.make(bytes, start, end);
      hasher.hash(keys.key.subarray(0, length));
      // Twice the letters: a letter of a script without spaces counts 2.5-fold, and columns hold whole numbers.
      weight = Math.min(2 * keys.letters + 5 * keys.denseLetters, MAX_WEIGHT);
      if (length >= HEAD) head = hashHead(keys.key, 0, HEAD);
      else head = weight === 0 ? hashHead(bytes, start, Math.min(end, start + HEAD)) : 0;
    },
    get low() {
      return hasher.low;
    },
    get high() {
      return hasher.high;
    },
    get characters() {
      return keys.characters;
    },
    get weight() {
      return weight;
    },
    get head() {
      return head;
    },
    get visible() {
      return keys.visible;
    },
    get invalidBytes() {
      return keys.invalidBytes;
    },
  };
}

/** FNV-1a, 32 bits (http://www.isthe.com/chongo/tech/comp/fnv/). */
function hashHead(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
  return hash >>> 0;
}
