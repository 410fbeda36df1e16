/**
 * Fingerprints at a lower rung. Equal at a rung means equal at every higher one, so only paragraphs that repeat
 * at the top rung are read again and fingerprinted anew: `--rung` costs what repeats, not what was read.
 */
import { copyColumn } from '../columns/copy-column.js';
import { lineStart } from '../model/line-start.js';
import type { Columns, LineTable, Posts, ReadBytes } from '../model.js';
import type { Hasher } from './load-hasher.js';

/** What refining needs. */
export interface Refiner {
  readonly read: ReadBytes;
  readonly hasher: Hasher;
  /** The key of a line at the rung wanted; it holds until the next is asked for. */
  readonly keyOf: (line: Uint8Array) => Uint8Array;
}

/** The table with the fingerprints of `paragraphs` replaced. */
export function refineFingerprints(
  lines: LineTable,
  posts: Posts,
  of: { paragraphs: Iterable<number>; refiner: Refiner; columns: Columns },
): LineTable {
  const low = copyColumn(lines.low, of.columns.uint32(lines.rows));
  const high = copyColumn(lines.high, of.columns.uint32(lines.rows));
  const { read, hasher, keyOf } = of.refiner;
  for (const paragraph of of.paragraphs) {
    const row = posts.paragraphs.row.at(paragraph);
    const dump = posts.table.dump.at(posts.paragraphs.post.at(paragraph));
    hasher.hash(keyOf(read(dump, lineStart(lines, row), lines.bytes.at(row))));
    low.set(row, hasher.low);
    high.set(row, hasher.high);
  }
  return { ...lines, low, high };
}
