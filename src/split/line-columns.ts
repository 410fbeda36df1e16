/** The columns of lines, and rows of many lines at once. */
import type { Columns } from '../model.js';
import type { LineArrays, ScannedColumns } from './line-arrays.js';

/** See LineTable. */
export type LineColumns = ReturnType<typeof makeColumns>;

/** Makes empty columns; `expected` rows are reserved. */
export function makeColumns({ uint8, uint16, uint32, near, rising }: Columns, expected: number) {
  return {
    start: near(0, expected),
    bytes: near(0, expected),
    line: rising(0, expected),
    gap: uint8(0, expected),
    cue: uint8(0, expected),
    low: uint32(0, expected),
    high: uint32(0, expected),
    characters: near(0, expected),
    weight: uint16(0, expected),
    head: uint32(0, expected),
  };
}

/** Copies the first rows to arrays that have room for them. */
export function readColumns(columns: LineColumns, rows: number, into: LineArrays): void {
  columns.start.read(0, into.start.subarray(0, rows));
  columns.bytes.read(0, into.bytes.subarray(0, rows));
  columns.line.read(0, into.line.subarray(0, rows));
  columns.gap.read(0, into.gap.subarray(0, rows));
  columns.cue.read(0, into.cue.subarray(0, rows));
  columns.low.read(0, into.low.subarray(0, rows));
  columns.high.read(0, into.high.subarray(0, rows));
  columns.characters.read(0, into.characters.subarray(0, rows));
  columns.weight.read(0, into.weight.subarray(0, rows));
  columns.head.read(0, into.head.subarray(0, rows));
}

/** Sets rows to 0 in the columns that zeros are not written to. */
export function clearColumns(columns: LineColumns, rows: number): void {
  columns.line.fill(0, 0, rows);
  columns.gap.fill(0, 0, rows);
  columns.cue.fill(0, 0, rows);
  columns.head.fill(0, 0, rows);
}

/** What the first `count` rows of `scanned` measure becomes that of the rows from `row` on. */
export function copyMeasures(
  columns: LineColumns,
  row: number,
  scanned: ScannedColumns,
  count: number,
): void {
  columns.start.write(row, scanned.start.subarray(0, count));
  columns.bytes.write(row, scanned.bytes.subarray(0, count));
  columns.low.write(row, scanned.low.subarray(0, count));
  columns.high.write(row, scanned.high.subarray(0, count));
  columns.characters.write(row, scanned.characters.subarray(0, count));
  columns.weight.write(row, scanned.weight.subarray(0, count));
}

/** And where they stand, and what they begin with. */
export function copyPlaces(columns: LineColumns, row: number, scanned: ScannedColumns, count: number): void {
  columns.line.write(row, scanned.line.subarray(0, count));
  columns.gap.write(row, scanned.gap.subarray(0, count));
  columns.head.write(row, scanned.head.subarray(0, count));
}
