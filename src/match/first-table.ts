/**
 * Fingerprints of paragraphs and the first paragraph with each, by open addressing with linear probing (Knuth, TAOCP 3,
 * 6.4). What is kept of a fingerprint stands together, so that one look into memory mostly finds it.
 */
import type { Columns, WorkArray, WritableColumn } from '../model.js';
import type { SiftedFingerprints } from './read-fingerprints.js';

/** Answers which paragraph was the first with a fingerprint. */
export interface FirstTable {
  /** Forgets everything. */
  clear(): void;
  /**
   * Asks about those of `some` at the first `count` places of `at`, in this order: `firsts` gets of each 1 + the paragraph that
   * was first asked about with its fingerprint, which is itself, if none was.
   */
  takeFirsts(some: SiftedFingerprints, at: Uint32Array, count: number, firsts: WritableColumn): void;
  release(): void;
}

/** Numbers of a slot: 1 + the paragraph, 0 for a slot that is free, and both halves of its fingerprint. */
const SLOT = 3;
/** A power of two, as every number of slots is. */
const FEWEST_SLOTS = 1 << 10;
/** A table that is fuller than this grows. */
const FULL = 2 / 3;

/** Bytes of a table that has room for so many fingerprints. */
export function bytesOfTable(fingerprints: number): number {
  return slotsFor(fingerprints) * SLOT * Uint32Array.BYTES_PER_ELEMENT;
}

/** Makes an empty table, for so many fingerprints or more. */
export function createFirstTable(columns: Columns, expected: number): FirstTable {
  let work = makeSlots(columns, slotsFor(expected));
  let taken = 0;
  const grow = (): void => {
    const smaller = work;
    work = makeSlots(columns, 2 * slotsOf(smaller));
    const mask = slotsOf(work) - 1;
    for (let at = 0; at < smaller.values.length; at += SLOT) {
      const [first = 0, low = 0, high = 0] = smaller.values.subarray(at, at + SLOT);
      if (first !== 0) work.values.set([first, low, high], placeOf(work.values, mask, low, high));
    }
    smaller.release();
  };
  return {
    clear() {
      work.values.fill(0);
      taken = 0;
    },
    takeFirsts({ paragraph, low, high }, at, count, firsts) {
      while (taken + count > FULL * slotsOf(work)) grow();
      const slots = work.values;
      const mask = slotsOf(work) - 1;
      for (let next = 0; next < count; next++) {
        const place = at[next] ?? 0;
        const own = paragraph[place] ?? 0;
        const slot = placeOf(slots, mask, low[place] ?? 0, high[place] ?? 0);
        if (slots[slot] === 0) {
          slots[slot] = own + 1;
          slots[slot + 1] = low[place] ?? 0;
          slots[slot + 2] = high[place] ?? 0;
          taken += 1;
        }
        firsts.set(own, slots[slot] ?? 0);
      }
    },
    release: () => work.release(),
  };
}

/** Where the slot of a fingerprint is, or the one where it would go. */
function placeOf(slots: Uint32Array, mask: number, low: number, high: number): number {
  // Both halves pick the slot, as lines with the same low half are rare but not impossible.
  let slot = (low ^ high) & mask;
  let at = slot * SLOT;
  while (slots[at] !== 0 && (slots[at + 1] !== low || slots[at + 2] !== high)) {
    slot = (slot + 1) & mask;
    at = slot * SLOT;
  }
  return at;
}

function slotsOf({ values }: WorkArray): number {
  return values.length / SLOT;
}

function slotsFor(fingerprints: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(FEWEST_SLOTS, fingerprints / FULL)));
}

function makeSlots(columns: Columns, count: number): WorkArray {
  const work = columns.work(count * SLOT);
  work.values.fill(0);
  return work;
}
