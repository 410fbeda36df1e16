/** The fingerprints of paragraphs, some thousand at a time: loops over arrays are much faster than calls. */
import type { Column, LineTable, ParagraphTable } from '../model.js';

/** Fingerprints of paragraphs that follow each other, from the paragraph `from` on, in arrays that are reused. */
export interface Fingerprints {
  readonly from: number;
  readonly low: Uint32Array;
  readonly high: Uint32Array;
}

const MOST = 4096;

/** Walks all of them, in order of reading. */
export function* readFingerprints(lines: LineTable, { row, rows }: ParagraphTable): Generator<Fingerprints> {
  const buffers = { lineOf: new Uint32Array(MOST), low: new Uint32Array(MOST), high: new Uint32Array(MOST) };
  for (let from = 0; from < rows; from += MOST) {
    const count = Math.min(MOST, rows - from);
    const lineOf = row.read(from, buffers.lineOf.subarray(0, count));
    const follow = followEachOther(lineOf);
    const low = gather(lines.low, { lineOf, follow }, buffers.low.subarray(0, count));
    const high = gather(lines.high, { lineOf, follow }, buffers.high.subarray(0, count));
    yield { from, low, high };
  }
}

function followEachOther(rows: Uint32Array): boolean {
  const first = rows[0] ?? 0;
  for (let at = 1; at < rows.length; at++) if (rows[at] !== first + at) return false;
  return true;
}

/** Fills `into` with what `column` has in the rows `lineOf`; those that follow each other, as most do, are read in one go. */
function gather(
  column: Column<Uint32Array>,
  { lineOf, follow }: { lineOf: Uint32Array; follow: boolean },
  into: Uint32Array,
): Uint32Array {
  if (follow) return column.read(lineOf[0] ?? 0, into);
  for (let at = 0; at < into.length; at++) into[at] = column.at(lineOf[at] ?? 0);
  return into;
}
