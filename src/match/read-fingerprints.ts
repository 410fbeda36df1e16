/** The fingerprints of paragraphs, some thousand at a time: loops over arrays are much faster than calls. */
import type { Column, LineTable, ParagraphTable } from '../model.js';

/** Fingerprints of paragraphs that follow each other, from the paragraph `from` on, in arrays that are reused. */
export interface Fingerprints {
  readonly from: number;
  readonly low: Uint32Array;
  readonly high: Uint32Array;
}

/** Some that need not follow each other, with the paragraph of each. */
export type SiftedFingerprints = Omit<Fingerprints, 'from'> & { readonly paragraph: Uint32Array };

/** One half of fingerprints that follow each other. */
export interface Halves {
  readonly from: number;
  readonly values: Uint32Array;
}

/** What can be walked again and again. */
export interface FingerprintReader {
  /** Walks all of them, in order of reading. */
  walk(): Generator<Fingerprints>;
  /** The same of one half, which the other is not needed for. */
  walkHalves(half: 'low' | 'high'): Generator<Halves>;
}

/** So many at the most. */
export const MOST_AT_ONCE = 4096;
/** The place of the lines of some paragraphs that do not follow each other. */
const SCATTERED = -1;

/** Looks where the lines of paragraphs stand, so that no walk has to: mostly they follow each other. */
export function openFingerprints(lines: LineTable, { row, rows }: ParagraphTable): FingerprintReader {
  const lineOf = new Uint32Array(MOST_AT_ONCE);
  const buffers = { low: new Uint32Array(MOST_AT_ONCE), high: new Uint32Array(MOST_AT_ONCE) };
  const linesOf = (from: number) => row.read(from, lineOf.subarray(0, Math.min(MOST_AT_ONCE, rows - from)));
  const begins = Float64Array.from({ length: Math.ceil(rows / MOST_AT_ONCE) }, (_, at) =>
    beginOf(linesOf(at * MOST_AT_ONCE)),
  );
  function* places(): Generator<{ from: number; of: Uint32Array | number; count: number }> {
    for (const [at, begin] of begins.entries()) {
      const from = at * MOST_AT_ONCE;
      const of = begin === SCATTERED ? linesOf(from) : begin;
      yield { from, of, count: Math.min(MOST_AT_ONCE, rows - from) };
    }
  }
  return {
    *walk() {
      for (const { from, of, count } of places()) {
        const low = gather(lines.low, of, buffers.low.subarray(0, count));
        yield { from, low, high: gather(lines.high, of, buffers.high.subarray(0, count)) };
      }
    },
    *walkHalves(half) {
      for (const { from, of, count } of places()) {
        yield { from, values: gather(lines[half], of, buffers[half].subarray(0, count)) };
      }
    },
  };
}

/** The first of rows that follow each other. */
function beginOf(rows: Uint32Array): number {
  const first = rows[0] ?? 0;
  for (let at = 1; at < rows.length; at++) if (rows[at] !== first + at) return SCATTERED;
  return first;
}

/** Fills `into` with what `column` has in rows: these, or those from one on. */
function gather(column: Column<Uint32Array>, rows: Uint32Array | number, into: Uint32Array): Uint32Array {
  if (typeof rows === 'number') return column.read(rows, into);
  for (let at = 0; at < into.length; at++) into[at] = column.at(rows[at] ?? 0);
  return into;
}
