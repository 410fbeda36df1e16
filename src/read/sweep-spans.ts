/**
 * Reads many spans of dumps in one sweep, in order of place, whatever the order in which they are wanted: spans that
 * stand near one another come with one read.
 */
import type { Span } from '../model.js';

/** Reads bytes of a dump from `start` on; returns how many there are. */
export type ReadAt = (dump: number, target: Uint8Array, start: number) => number;

/** The bytes of a span that was read; null for any other. */
export type FindSpan = (dump: number, start: number, length: number) => Uint8Array | null;

/** To read so many bytes for nothing takes as long as another read. */
const NEAR = 16 * 1024;
/** Spans farther apart are not read with one read, however many stand between them. */
const WINDOW = 256 * 1024;

/** Where the bytes of a span stand among those that were read. */
interface Kept {
  readonly length: number;
  readonly offset: number;
}

/** The spans of one dump, by where they start. */
type SpansOfDump = Map<number, Kept>;

/** Reads spans. What is not there to be read, as a dump was cut short meanwhile, is not found either. */
export type Sweep = (spans: readonly Span[]) => FindSpan;

/** Makes a sweep that reuses its memory: the bytes that it found are overwritten by its next ones. */
export function createSweep(readAt: ReadAt): Sweep {
  let target = new Uint8Array(0);
  return (spans) => {
    const dumps = new Map<number, SpansOfDump>();
    const bytes = giveRoom(spans, dumps);
    if (target.length < bytes) target = new Uint8Array(bytes);
    for (const [dump, ofDump] of dumps) {
      sweepDump(ofDump, target, (window, start) => readAt(dump, window, start));
    }
    return (dump, start, length) => {
      const kept = dumps.get(dump)?.get(start);
      if (kept === undefined || kept.length < length) return null;
      return target.subarray(kept.offset, kept.offset + length);
    };
  };
}

/** Puts spans in the order in which they are wanted, one behind the other; returns the bytes that they take. */
function giveRoom(spans: readonly Span[], dumps: Map<number, SpansOfDump>): number {
  let bytes = 0;
  for (const { dump, start, length } of spans) {
    const ofDump = dumps.get(dump) ?? new Map<number, Kept>();
    if (ofDump.size === 0) dumps.set(dump, ofDump);
    if ((ofDump.get(start)?.length ?? -1) >= length) continue;
    ofDump.set(start, { length, offset: bytes });
    bytes += length;
  }
  return bytes;
}

/** Copies the bytes of all `spans` to where they belong in `target`; forgets those that are not there. */
function sweepDump(
  spans: SpansOfDump,
  target: Uint8Array,
  read: (window: Uint8Array, start: number) => number,
): void {
  const starts = Float64Array.from(spans.keys()).sort();
  let window = new Uint8Array(WINDOW);
  for (let first = 0; first < starts.length; ) {
    const start = starts[first] ?? 0;
    const { end, last } = nearSpans(spans, starts, first);
    if (window.length < end - start) window = new Uint8Array(end - start);
    const count = read(window.subarray(0, end - start), start);
    for (; first <= last; first++) {
      const at = starts[first] ?? 0;
      const { length, offset } = spans.get(at) ?? { length: 0, offset: 0 };
      if (at - start + length > count) spans.delete(at);
      else target.set(window.subarray(at - start, at - start + length), offset);
    }
  }
}

/** The last of the spans to be read with the one at `first`, and where they end. */
function nearSpans(spans: SpansOfDump, starts: Float64Array, first: number): { end: number; last: number } {
  const endOf = (at: number): number => (starts[at] ?? 0) + (spans.get(starts[at] ?? 0)?.length ?? 0);
  let end = endOf(first);
  let last = first;
  for (let next = first + 1; next < starts.length; next++) {
    const isNear = (starts[next] ?? 0) - end <= NEAR && endOf(next) - (starts[first] ?? 0) <= WINDOW;
    if (!isNear) break;
    end = Math.max(end, endOf(next));
    last = next;
  }
  return { end, last };
}
