/**
 * Reads many spans of dumps in one sweep, in order of place, whatever the order in which they are wanted: spans that
 * stand near one another come with one read.
 */
import type { SpanList } from './span-list.js';

/** Reads bytes of a dump from `start` on; returns how many there are. */
export type ReadAt = (dump: number, target: Uint8Array, start: number) => number;

/** The bytes of a span that was read; null for any other. */
export type FindSpan = (dump: number, start: number, length: number) => Uint8Array | null;

/** What was read. */
export interface Swept {
  readonly find: FindSpan;
  /** The bytes of the span that was added to the list as number `added`; null where it is not there as a whole. */
  readonly bytesOf: (added: number) => Uint8Array | null;
}

/** Reads the spans of a sorted list. What is not there to be read, as a dump was cut short meanwhile, is not found. */
export type Sweep = (spans: SpanList) => Swept;

/** To read so many bytes for nothing takes as long as another read. */
const NEAR = 16 * 1024;
/** Spans farther apart are not read with one read, however many stand between them. */
const WINDOW = 256 * 1024;

/** Makes a sweep that reuses its memory: the bytes that it found are overwritten by its next ones. */
export function createSweep(readAt: ReadAt): Sweep {
  let bytes = new Uint8Array(0);
  let offsets = new Uint32Array(0);
  let window = new Uint8Array(WINDOW);
  return (spans) => {
    const { dump, start, end, rows } = spans;
    // A list that is full is a bit more than that: so much more that the next ones fit, too.
    if (bytes.length < spans.bytes) bytes = new Uint8Array(spans.bytes + WINDOW);
    if (offsets.length < rows) offsets = new Uint32Array(rows);
    let length = 0;
    let isCut = false;
    for (let first = 0; first < rows; ) {
      const from = start[first] ?? 0;
      const near = nearSpans(spans, first);
      const wanted = near.end - from;
      const isAlone = near.row === first + 1;
      if (!isAlone && window.length < wanted) window = new Uint8Array(wanted);
      // What stands alone is read to where it stays.
      const target = isAlone ? bytes.subarray(length, length + wanted) : window.subarray(0, wanted);
      const read = from + readAt(dump[first] ?? 0, target, from);
      for (; first < near.row; first++) {
        const spanEnd = Math.min(end[first] ?? 0, read);
        const spanStart = start[first] ?? 0;
        isCut ||= spanEnd !== end[first];
        if (!isAlone) bytes.set(window.subarray(spanStart - from, Math.max(spanEnd - from, 0)), length);
        offsets[first] = length;
        end[first] = spanEnd;
        length += Math.max(spanEnd - spanStart, 0);
      }
    }
    return {
      find(ofDump, at, wanted) {
        const row = spans.rowOf(ofDump, at);
        const offset = offsets[row] ?? 0;
        return row < 0 || at + wanted > (end[row] ?? 0) ? null : bytes.subarray(offset, offset + wanted);
      },
      bytesOf(added) {
        const row = spans.rowOfAdded(added);
        const offset = offsets[row] ?? 0;
        return row < 0 || isCut ? null : bytes.subarray(offset, offset + (end[row] ?? 0) - (start[row] ?? 0));
      },
    };
  };
}

/** The row behind the spans to be read with the one in row `first`, and where the last of them ends. */
function nearSpans({ dump, start, end, rows }: SpanList, first: number): { row: number; end: number } {
  const most = (start[first] ?? 0) + WINDOW;
  let endOfAll = end[first] ?? 0;
  let row = first + 1;
  for (; row < rows && dump[row] === dump[first]; row++) {
    if ((start[row] ?? 0) - endOfAll > NEAR || (end[row] ?? 0) > most) break;
    endOfAll = Math.max(endOfAll, end[row] ?? 0);
  }
  return { row, end: endOfAll };
}
