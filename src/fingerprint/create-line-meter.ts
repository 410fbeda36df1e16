/** Normalizer and hash joined: what the scan asks of each line, with nothing allocated on the way. */
import type { KeyMaker, LineMeter } from '../model.js';
import type { Hasher } from './load-hasher.js';

/** Bytes of a key that its head covers: enough to tell lines apart, few enough to survive a cut-short print. */
const HEAD = 8;
const MAX_WEIGHT = 0xffff;

/** Measures lines with `keys` and `hasher`. */
export function createLineMeter(keys: KeyMaker, hasher: Hasher): LineMeter {
  const keyOf = createPrefixes();
  let weight = 0;
  let head = 0;
  return {
    measure(bytes, start, end) {
      const length = keys.make(bytes, start, end);
      hasher.hash(keyOf(keys.key, length));
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

/** Views of this many bytes and fewer are kept: a key of text is seldom longer. */
const LONGEST_KEPT = 4096;

/** The first bytes of an array, as a view that is made once a length: views are dear to make, and to collect. */
function createPrefixes(): (bytes: Uint8Array, length: number) => Uint8Array {
  let of: Uint8Array = new Uint8Array(0);
  let views: (Uint8Array | undefined)[] = [];
  return (bytes, length) => {
    if (length > LONGEST_KEPT) return bytes.subarray(0, length);
    if (bytes !== of) {
      of = bytes;
      views = new Array<Uint8Array | undefined>(LONGEST_KEPT + 1).fill(undefined);
    }
    const view = views[length] ?? bytes.subarray(0, length);
    views[length] = view;
    return view;
  };
}

/** FNV-1a, 32 bits (http://www.isthe.com/chongo/tech/comp/fnv/). */
function hashHead(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
  return hash >>> 0;
}
