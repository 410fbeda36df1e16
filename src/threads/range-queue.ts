/** Ranges of something long that threads take one by one, the first first. */

/** Shared by all threads; `next` is in memory that they share. */
export interface RangeQueue {
  readonly next: Int32Array;
  /** How much there is: bytes, or entries. */
  readonly size: number;
  /** How much of it is a range. */
  readonly step: number;
}

/** A range by its number. */
export interface TakenRange {
  readonly number: number;
  readonly from: number;
  readonly end: number;
}

/** A queue of all ranges of `step`, of which the last may be shorter. */
export function createRangeQueue(size: number, step: number): RangeQueue {
  return { next: new Int32Array(new SharedArrayBuffer(4)), size, step };
}

/** Takes the first range that nobody has taken, for as long as there are any. */
export function* takeRanges(queue: RangeQueue): Generator<TakenRange> {
  for (;;) {
    const number = Atomics.add(queue.next, 0, 1);
    const from = number * queue.step;
    if (from >= queue.size) return;
    yield { number, from, end: from + sizeOfRange(queue, number) };
  }
}

/** The numbers of a range. */
export function* numbersOf({ from, end }: TakenRange): Generator<number> {
  for (let number = from; number < end; number++) yield number;
}

/** How many ranges there are, taken or not. */
export function countRanges({ size, step }: RangeQueue): number {
  return Math.ceil(size / step);
}

/** How much the range with a number is. */
export function sizeOfRange({ size, step }: RangeQueue, number: number): number {
  return Math.min(step, size - number * step);
}
