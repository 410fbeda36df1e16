/** Ranges of a file that threads take one by one, the first first. */
import type { RangeTask, ScannedRange } from './scan-range.js';

/** Shared by all threads; `next` is in memory that they share. */
export interface RangeQueue {
  readonly next: Int32Array;
  readonly bytes: number;
  readonly rangeBytes: number;
}

/** A range by its number. */
export interface TakenRange {
  readonly number: number;
  readonly from: number;
  readonly end: number;
}

/** What a thread is started with. */
export interface WorkerTask extends RangeTask {
  readonly queue: RangeQueue;
}

/** What a thread hands over. */
export interface RangeDone {
  readonly number: number;
  readonly scanned: ScannedRange;
}

/** A queue of the ranges of a file of so many bytes. */
export function createRangeQueue(bytes: number, rangeBytes: number): RangeQueue {
  return { next: new Int32Array(new SharedArrayBuffer(4)), bytes, rangeBytes };
}

/** The first range that nobody has taken; null where there is none. */
export function takeRange(queue: RangeQueue): TakenRange | null {
  const number = Atomics.add(queue.next, 0, 1);
  const from = number * queue.rangeBytes;
  return from < queue.bytes ? { number, from, end: from + bytesOf(queue, number) } : null;
}

/** Bytes of the range with a number. */
export function bytesOf({ bytes, rangeBytes }: RangeQueue, number: number): number {
  return Math.min(rangeBytes, bytes - number * rangeBytes);
}
