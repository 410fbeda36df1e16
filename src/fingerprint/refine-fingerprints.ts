/**
 * Fingerprints at a lower rung. Equal at a rung means equal at every higher one, so only paragraphs that repeat
 * at the top rung are read again and fingerprinted anew: `--rung` costs what repeats, not what was read.
 */
import { lineStart } from '../line-start.js';
import type { LineTable, Posts, ReadBytes } from '../model.js';
import type { Hasher } from './load-hasher.js';

/** What refining needs. */
export interface Refiner {
  readonly read: ReadBytes;
  readonly hasher: Hasher;
  /** The key at the rung wanted. */
  readonly normalize: (text: string) => string;
}

/** The table with the fingerprints of `paragraphs` replaced. */
export function refineFingerprints(
  lines: LineTable,
  posts: Posts,
  of: { paragraphs: Iterable<number>; refiner: Refiner },
): LineTable {
  const low = Uint32Array.from(lines.low);
  const high = Uint32Array.from(lines.high);
  const { read, hasher, normalize } = of.refiner;
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const encoder = new TextEncoder();
  for (const paragraph of of.paragraphs) {
    const row = posts.paragraphs.row[paragraph] ?? 0;
    const dump = posts.table.dump[posts.paragraphs.post[paragraph] ?? 0] ?? 0;
    const text = decoder.decode(read(dump, lineStart(lines, row), lines.bytes[row] ?? 0));
    hasher.hash(encoder.encode(normalize(text)));
    low[row] = hasher.low;
    high[row] = hasher.high;
  }
  return { ...lines, low, high };
}
