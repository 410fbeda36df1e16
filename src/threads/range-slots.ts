/** Memory for the rows of ranges, which is used again once the rows of a range were put in the table. */
import { createLineArrays, type LineArrays } from '../split/line-arrays.js';

/** Room for the rows of one range. */
export interface RangeSlot {
  readonly arrays: LineArrays;
  /** Shared by the threads: 1 from when it is taken until it is freed. */
  readonly taken: Int32Array;
}

/** More room than is needed at once: the next range has a few rows more, or fewer. */
const SPARE = 1.25;

/** Makes slots as they are needed: a few, as long as the rows of all threads are put in the table as they come. */
export function createRangeSlots(): (rows: number) => RangeSlot {
  const slots: RangeSlot[] = [];
  return (rows) => {
    const at = slots.findIndex(({ taken }) => Atomics.load(taken, 0) === 0);
    const known = slots[at];
    const arrays =
      known !== undefined && known.arrays.gap.length >= rows
        ? known.arrays
        : createLineArrays(Math.ceil(rows * SPARE));
    const slot = { arrays, taken: known?.taken ?? new Int32Array(new SharedArrayBuffer(4)) };
    Atomics.store(slot.taken, 0, 1);
    slots[at < 0 ? slots.length : at] = slot;
    return slot;
  };
}

/** Frees a slot, whichever thread took it. */
export function freeSlot({ taken }: RangeSlot): void {
  Atomics.store(taken, 0, 0);
}
