/** A file in ranges of whole lines, so that threads can scan it: each line is in the range where it begins. */
import { readSync } from 'node:fs';

/** A file that is open: its descriptor is good in every thread. */
export interface OpenFile {
  readonly descriptor: number;
  readonly bytes: number;
}

/** Takes bytes; `push` returns how many it used: the rest comes again, with more behind it. */
export interface RangeSink<R> {
  /** Where bytes are best read to, when there is such a place. */
  readonly room?: Uint8Array | null;
  push(bytes: Uint8Array, length: number): number;
  /** Gets every byte as it is read, once. */
  readonly seen?: ((bytes: Uint8Array) => void) | null;
  end(bytes: Uint8Array, length: number): R;
}

const LF = 0x0a;
const CR = 0x0d;
const BUFFER = 1024 * 1024;
/** Lines are mostly short: where one begins is soon found. */
const STEP = 64 * 1024;

/** Reads ranges of one file; it has a buffer of its own. */
export interface RangeReader {
  /** Pumps the lines that begin in `[from, end)`, whole; returns what the sink tells in the end. */
  pump<R>(from: number, end: number, sink: RangeSink<R>): R;
  /** Gives the bytes `[from, end)` in pieces. */
  each(from: number, end: number, use: (bytes: Uint8Array) => void): void;
  /** The first place at or behind `at` where a line begins; the end of the file where none does. */
  lineStart(at: number): number;
}

/** A reader of `file`. */
export function createRangeReader({ descriptor, bytes: size }: OpenFile): RangeReader {
  const own = Buffer.allocUnsafeSlow(BUFFER);
  const step = Buffer.allocUnsafeSlow(STEP);

  /** The place of the first line end at or behind `at`, or the end of the file. */
  const lineEnd = (at: number): number => {
    for (let from = at; from < size; ) {
      const count = readSync(descriptor, step, 0, STEP, from);
      if (count === 0) break;
      const found = firstLineEnd(step.subarray(0, count));
      if (found >= 0) return from + found;
      from += count;
    }
    return size;
  };

  const byteAt = (at: number): number => {
    const one = Buffer.alloc(1);
    return readSync(descriptor, one, 0, 1, at) === 1 ? one.readUInt8(0) : -1;
  };

  const lineStart = (at: number): number => {
    if (at === 0) return 0;
    // A line begins behind the end of another, and that may be the byte before.
    const end = lineEnd(at - 1);
    if (end >= size) return size;
    return byteAt(end) === CR && byteAt(end + 1) === LF ? end + 2 : end + 1;
  };

  return {
    lineStart,
    pump(from, end, sink) {
      const stop = lineStart(end);
      let buffer = sink.room ?? own;
      let at = lineStart(from);
      let kept = 0;
      while (at < stop) {
        const wanted = Math.min(buffer.length - kept, stop - at);
        const count = readSync(descriptor, buffer, kept, wanted, at);
        if (count === 0) break;
        at += count;
        sink.seen?.(buffer.subarray(kept, kept + count));
        const length = kept + count;
        const used = sink.push(buffer, length);
        buffer.copyWithin(0, used, length);
        kept = length - used;
        if (kept === buffer.length) buffer = grow(buffer);
      }
      return sink.end(buffer, kept);
    },
    each(from, end, use) {
      for (let at = from; at < end; ) {
        const count = readSync(descriptor, own, 0, Math.min(own.length, end - at), at);
        if (count === 0) return;
        use(own.subarray(0, count));
        at += count;
      }
    },
  };
}

function firstLineEnd(bytes: Uint8Array): number {
  const lf = bytes.indexOf(LF);
  const cr = (lf < 0 ? bytes : bytes.subarray(0, lf)).indexOf(CR);
  return cr < 0 ? lf : cr;
}

function grow(buffer: Uint8Array): Uint8Array {
  const larger = Buffer.allocUnsafeSlow(buffer.length * 2);
  larger.set(buffer);
  return larger;
}
