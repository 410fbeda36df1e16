/**
 * Fingerprints of paragraphs and the first paragraph with each, by open addressing with linear probing (Knuth, TAOCP 3,
 * 6.4). What is kept of a fingerprint stands together, so that one look into memory mostly finds it.
 */
import type { Columns, WorkArray } from '../model.js';

/** Answers which paragraph was the first with a fingerprint. */
export interface FirstTable {
  /** Forgets everything. */
  clear(): void;
  /** The paragraph that was first asked about with this fingerprint: this one, if none was. */
  firstOf(low: number, high: number, paragraph: number): number;
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
  let slots = work.values;
  let mask = slots.length / SLOT - 1;
  let taken = 0;
  /** Where the slot of a fingerprint is, or the one where it would go. */
  const placeOf = (low: number, high: number): number => {
    // Both halves pick the slot, as lines with the same low half are rare but not impossible.
    let slot = (low ^ high) & mask;
    let at = slot * SLOT;
    while (slots[at] !== 0 && (slots[at + 1] !== low || slots[at + 2] !== high)) {
      slot = (slot + 1) & mask;
      at = slot * SLOT;
    }
    return at;
  };
  const put = (at: number, low: number, high: number, first: number): void => {
    slots[at] = first;
    slots[at + 1] = low;
    slots[at + 2] = high;
  };
  const grow = (): void => {
    const smaller = work;
    work = makeSlots(columns, 2 * (mask + 1));
    slots = work.values;
    mask = 2 * mask + 1;
    for (let at = 0; at < smaller.values.length; at += SLOT) {
      const [first = 0, low = 0, high = 0] = smaller.values.subarray(at, at + SLOT);
      if (first !== 0) put(placeOf(low, high), low, high, first);
    }
    smaller.release();
  };
  return {
    clear() {
      slots.fill(0);
      taken = 0;
    },
    firstOf(low, high, paragraph) {
      const at = placeOf(low, high);
      const known = slots[at] ?? 0;
      if (known !== 0) return known - 1;
      put(at, low, high, paragraph + 1);
      taken += 1;
      if (taken > FULL * (mask + 1)) grow();
      return paragraph;
    },
    release: () => work.release(),
  };
}

function slotsFor(fingerprints: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(FEWEST_SLOTS, fingerprints / FULL)));
}

function makeSlots(columns: Columns, count: number): WorkArray {
  const work = columns.work(count * SLOT);
  work.values.fill(0);
  return work;
}
