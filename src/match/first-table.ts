/** Fingerprints and the first paragraph with each: open addressing, of as many as differ. */

/** A table that is reused: what it takes grows with the most fingerprints it ever had. */
export interface FirstTable {
  /** Forgets everything. */
  clear(): void;
  /** The paragraph that was first asked about with this fingerprint: this one, if none was. */
  firstOf(low: number, high: number, paragraph: number): number;
}

/** A power of two, as every number of slots is. */
const FEWEST_SLOTS = 1 << 10;

/** Makes an empty table. */
export function createFirstTable(): FirstTable {
  let slots = makeSlots(FEWEST_SLOTS);
  let mask = FEWEST_SLOTS - 1;
  let taken = 0;
  /** The slot of a fingerprint, or the one where it would go. */
  const slotOf = (low: number, high: number): number => {
    // Both halves pick the slot, as lines with the same low half are rare but not impossible.
    let slot = (low ^ high) & mask;
    while (slots.first[slot] !== 0 && (slots.low[slot] !== low || slots.high[slot] !== high)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  };
  const put = (slot: number, low: number, high: number, first: number): void => {
    slots.low[slot] = low;
    slots.high[slot] = high;
    slots.first[slot] = first;
  };
  const grow = (): void => {
    const { low, high, first } = slots;
    slots = makeSlots(2 * first.length);
    mask = slots.first.length - 1;
    first.forEach((paragraph, at) => {
      const [lowAt = 0, highAt = 0] = [low[at], high[at]];
      if (paragraph !== 0) put(slotOf(lowAt, highAt), lowAt, highAt, paragraph);
    });
  };
  return {
    clear() {
      slots.first.fill(0);
      taken = 0;
    },
    firstOf(low, high, paragraph) {
      const slot = slotOf(low, high);
      const known = slots.first[slot] ?? 0;
      if (known !== 0) return known - 1;
      put(slot, low, high, paragraph + 1);
      taken += 1;
      if (3 * taken > 2 * (mask + 1)) grow();
      return paragraph;
    },
  };
}

/** `first` is 1 + the paragraph, 0 for a slot that is free. */
interface Slots {
  readonly low: Uint32Array;
  readonly high: Uint32Array;
  readonly first: Uint32Array;
}

function makeSlots(count: number): Slots {
  return { low: new Uint32Array(count), high: new Uint32Array(count), first: new Uint32Array(count) };
}
