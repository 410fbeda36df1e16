/** Memory for the rows of ranges, which is used again once the rows of a range were put in the table. */
import { createLineArrays, type LineArrays } from '../split/line-arrays.js';

/** Room for the rows of one range. */
export interface RangeSlot {
  readonly arrays: LineArrays;
  /** Shared by the threads: 1 from when it is taken until it is freed. */
  readonly taken: Int32Array;
}

/** A thread may be so many ranges ahead of those that are put in the table: a busy machine lets one run far ahead of another. */
export const MOST_AHEAD = 8;
/** More room than is needed at once: the next range has a few rows more, or fewer. */
const SPARE = 1.25;

/** Makes slots as they are needed; a thread that is too far ahead waits until one is freed, by another thread. */
export function createRangeSlots(): (rows: number) => RangeSlot {
  /** They are freed in the order in which they were taken: the first is free before the others. */
  const slots: RangeSlot[] = [];
  return (rows) => {
    const [first] = slots;
    if (first !== undefined && slots.length === MOST_AHEAD) Atomics.wait(first.taken, 0, 1);
    const free = first !== undefined && Atomics.load(first.taken, 0) === 0 ? slots.shift() : undefined;
    const arrays =
      free !== undefined && free.arrays.gap.length >= rows
        ? free.arrays
        : createLineArrays(Math.ceil(rows * SPARE));
    const slot = { arrays, taken: free?.taken ?? new Int32Array(new SharedArrayBuffer(4)) };
    Atomics.store(slot.taken, 0, 1);
    slots.push(slot);
    return slot;
  };
}

/** Frees a slot, whichever thread took it. */
export function freeSlot({ taken }: RangeSlot): void {
  Atomics.store(taken, 0, 0);
  Atomics.notify(taken, 0);
}
