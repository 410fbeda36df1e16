/**
 * Fingerprints take more memory than all else that is known of a line. Once paragraphs are grouped, a report that shows few
 * of them asks for few fingerprints, and these are made anew, of their texts. So are weights, which nobody asks for once there
 * are signatures, but where a collision is found.
 */
import { lineStart } from '../model/line-start.js';
import type { Column, DumpFacts, LineMeter, LineTable, PostTable, ReadBytes, Releasable } from '../model.js';

/** What makes fingerprints of lines: the same that the scan made. */
export interface Remeasurer {
  readonly read: ReadBytes;
  readonly meter: LineMeter;
}

type Measured = Pick<LineMeter, 'low' | 'high' | 'weight'>;

/** So many are remembered: both halves are asked for, and an origin is compared with one member after the other. */
const REMEMBERED = 1 << 14;

/** Whether two posts that are compared can be remembered: else each line of theirs would be read again and again. */
export function areMadeFast({ rows, firstParagraph }: PostTable): boolean {
  for (let post = 0; post < rows; post++) {
    if (firstParagraph.at(post + 1) - firstParagraph.at(post) > REMEMBERED / 2) return false;
  }
  return true;
}

/** The table with fingerprints and weights that are made when they are asked for, in place of those that were spent. */
export function forgetFingerprints(
  lines: LineTable,
  facts: readonly DumpFacts[],
  { read, meter }: Remeasurer,
): LineTable {
  const known = new Map<number, Measured>();
  let dump = 0;
  const measure = (row: number): Measured => {
    const remembered = known.get(row);
    if (remembered !== undefined) return remembered;
    if (!isIn(facts[dump], row)) dump = facts.findIndex((one) => isIn(one, row));
    const bytes = read(dump, lineStart(lines, row), lines.bytes.at(row));
    meter.measure(bytes, 0, bytes.length);
    const { low, high, weight } = meter;
    if (known.size === REMEMBERED) known.clear();
    known.set(row, { low, high, weight });
    return { low, high, weight };
  };
  return {
    ...lines,
    low: createMadeColumn(lines.rows, (row) => measure(row).low),
    high: createMadeColumn(lines.rows, (row) => measure(row).high),
    weight: createMadeColumn(lines.rows, (row) => measure(row).weight),
  };
}

function isIn(facts: DumpFacts | undefined, row: number): boolean {
  return facts !== undefined && row >= facts.firstRow && row < facts.endRow;
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
