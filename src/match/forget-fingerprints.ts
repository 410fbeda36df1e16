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

interface Fingerprint {
  readonly low: number;
  readonly high: number;
}

/** So many are remembered: both halves are asked for, and an origin is compared with one member after the other. */
const REMEMBERED = 1 << 14;

/** The table with fingerprints that are made when they are asked for; gives back the memory of the others. */
export function forgetFingerprints(
  lines: LineTable,
  facts: readonly DumpFacts[],
  { read, meter }: Remeasurer,
): LineTable {
  const known = new Map<number, Fingerprint>();
  const measure = (row: number): Fingerprint => {
    const remembered = known.get(row);
    if (remembered !== undefined) return remembered;
    const dump = facts.findIndex(({ firstRow, endRow }) => row >= firstRow && row < endRow);
    const bytes = read(dump, lineStart(lines, row), lines.bytes.at(row));
    meter.measure(bytes, 0, bytes.length);
    const { low, high } = meter;
    if (known.size === REMEMBERED) known.clear();
    known.set(row, { low, high });
    return { low, high };
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
