/**
 * Memory that columns gave back, for columns to come. What was touched once costs nothing to touch again, and a collector,
 * which sees no need to hurry, would leave it lying about.
 */

/** The buffers are shared ones, which the engine does not count as pressure to collect: most of what is reserved is never touched. */
export interface SpareBuffers {
  /** A buffer of so many zeros, or more. */
  take(bytes: number): SharedArrayBuffer;
  /** Takes back a buffer of which nothing behind `touched` bytes was written. */
  give(buffer: SharedArrayBuffer, touched: number): void;
}

/** Bytes: buffers hold numbers of any kind, the longest too. */
const LONGEST_NUMBER = 8;
/** Smaller ones are not worth the looking. */
const LEAST_BYTES = 1 << 16;
/** A buffer that touches so many times what is asked for is kept for who asks for more. */
const MOST_WASTE = 4;

/** Starts with none. */
export function createSpareBuffers(): SpareBuffers {
  const spare: { readonly buffer: SharedArrayBuffer; readonly touched: number }[] = [];
  return {
    take(bytes) {
      let best = -1;
      let least = MOST_WASTE * bytes;
      for (const [at, { buffer, touched }] of spare.entries()) {
        if (buffer.byteLength < bytes || touched >= least) continue;
        best = at;
        least = touched;
      }
      const [found] = best < 0 ? [] : spare.splice(best, 1);
      if (found === undefined) return new SharedArrayBuffer(Math.ceil(bytes / LONGEST_NUMBER) * LONGEST_NUMBER);
      new Uint8Array(found.buffer, 0, found.touched).fill(0);
      return found.buffer;
    },
    give(buffer, touched) {
      if (touched >= LEAST_BYTES) spare.push({ buffer, touched });
    },
  };
}
