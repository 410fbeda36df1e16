/**
 * Tells most fingerprints that stand only once, at a few bits each: of the slots that fingerprints fall into, those that one
 * fell into, and those that several did (a Bloom filter of one hash that counts to two). The others may repeat.
 */
import type { Columns } from '../model.js';

/** First `add` all fingerprints, then ask. Of each the lower half is enough. */
export interface RepeatFilter {
  /** Adds those at the first `count` places of `at`. */
  add(low: Uint32Array, at: Uint32Array, count: number): void;
  /** Keeps those places, in order and at the front, in whose slot another one fell too, be it equal or not; returns how many. */
  keepRepeated(low: Uint32Array, at: Uint32Array, count: number): number;
  /** Forgets everything. */
  clear(): void;
  release(): void;
}

/** With so many slots a fingerprint, nine of ten that stand once are alone in theirs. */
const SLOTS_EACH = 8;
const WORD_BITS = 32;
/** A slot has two bits: something fell into it, and something else too. */
const SLOT_BITS = 2;
const ONCE = 1;
/** Slots of a word, less one, and the logarithm of them. */
const IN_WORD = 15;
const IN_WORD_BITS = 4;

/** Bytes of a filter for so many fingerprints. */
export function bytesOfFilter(fingerprints: number): number {
  return 2 ** (slotBitsFor(fingerprints) - IN_WORD_BITS) * Uint32Array.BYTES_PER_ELEMENT;
}

/** Makes a filter for so many fingerprints; of more it lets more pass. */
export function createRepeatFilter(columns: Columns, fingerprints: number): RepeatFilter {
  const slotBits = slotBitsFor(fingerprints);
  const work = columns.work(2 ** (slotBits - IN_WORD_BITS));
  const words = work.values.fill(0);
  /** The upper bits are the slot: the lower ones pick a place in the table of what may repeat. */
  const shift = WORD_BITS - slotBits;
  // Nothing here is decided by a branch: which way fingerprints go no processor foresees.
  return {
    add(low, at, count) {
      for (let next = 0; next < count; next++) {
        const slot = (low[at[next] ?? 0] ?? 0) >>> shift;
        const bit = (slot & IN_WORD) * SLOT_BITS;
        const word = words[slot >>> IN_WORD_BITS] ?? 0;
        words[slot >>> IN_WORD_BITS] = word | (((word >>> bit) & ONCE) << (bit + 1)) | (ONCE << bit);
      }
    },
    keepRepeated(low, at, count) {
      let kept = 0;
      for (let next = 0; next < count; next++) {
        const place = at[next] ?? 0;
        const slot = (low[place] ?? 0) >>> shift;
        at[kept] = place;
        kept += ((words[slot >>> IN_WORD_BITS] ?? 0) >>> ((slot & IN_WORD) * SLOT_BITS + 1)) & 1;
      }
      return kept;
    },
    clear() {
      words.fill(0);
    },
    release: () => work.release(),
  };
}

function slotBitsFor(fingerprints: number): number {
  return Math.min(
    WORD_BITS - 1,
    IN_WORD_BITS + Math.ceil(Math.log2(1 + (fingerprints * SLOTS_EACH) / (IN_WORD + 1))),
  );
}
