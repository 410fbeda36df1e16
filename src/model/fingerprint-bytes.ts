/** Fingerprints as bytes: what the ids of several paragraphs are hashes of. */
import type { Column } from './columns.js';

/** Those of `rows` end to end, big-endian. */
export function fingerprintBytes(rows: readonly number[], lines: { low: Column; high: Column }): Uint8Array {
  const bytes = new Uint8Array(rows.length * 8);
  let end = 0;
  for (const row of rows) {
    end = writeHalf(bytes, end, lines.high.at(row));
    end = writeHalf(bytes, end, lines.low.at(row));
  }
  return bytes;
}

/** Spelled out: a view of the bytes would take longer to make than all the rest. */
function writeHalf(bytes: Uint8Array, at: number, half: number): number {
  bytes[at] = half >>> 24;
  bytes[at + 1] = half >>> 16;
  bytes[at + 2] = half >>> 8;
  bytes[at + 3] = half;
  return at + 4;
}
