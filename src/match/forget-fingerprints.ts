/**
 * Fingerprints take more memory than all else that is known of a line. Once paragraphs are grouped, a report that shows few
 * of them asks for few fingerprints, and these are made anew, of their texts.
 */
import { lineStart } from '../line-start.js';
import type { Column, DumpFacts, LineMeter, LineTable, ReadBytes, Releasable } from '../model.js';

/** What makes fingerprints of lines: the same that the scan made. */
export interface Remeasurer {
  readonly read: ReadBytes;
  readonly meter: LineMeter;
}

/** The table with fingerprints that are made when they are asked for; gives back the memory of the others. */
export function forgetFingerprints(
  lines: LineTable,
  facts: readonly DumpFacts[],
  { read, meter }: Remeasurer,
): LineTable {
  let last = { row: -1, low: 0, high: 0 };
  const measure = (row: number): typeof last => {
    // Of each both halves are asked for.
    if (row === last.row) return last;
    const dump = facts.findIndex(({ firstRow, endRow }) => row >= firstRow && row < endRow);
    const bytes = read(dump, lineStart(lines, row), lines.bytes.at(row));
    meter.measure(bytes, 0, bytes.length);
    last = { row, low: meter.low, high: meter.high };
    return last;
  };
  for (const column of [lines.low, lines.high]) column.release();
  return {
    ...lines,
    low: createMadeColumn(lines.rows, (row) => measure(row).low),
    high: createMadeColumn(lines.rows, (row) => measure(row).high),
  };
}

/** A column that takes no memory. */
function createMadeColumn(length: number, at: (row: number) => number): Column<Uint32Array> & Releasable {
  return {
    length,
    at,
    read(from, into) {
      for (let row = 0; row < into.length; row++) into[row] = at(from + row);
      return into;
    },
    share: () => null,
    release() {},
  };
}
