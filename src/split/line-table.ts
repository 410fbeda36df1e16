/** Builds the {@link LineTable}: one row a visible line, dump after dump. */
import { lineStart } from '../model/line-start.js';
import type { Columns, Header, LineKernel, LineMeter, LineTable } from '../model.js';
import type { LineArrays } from './line-arrays.js';
import {
  clearColumns,
  copyMeasures,
  copyPlaces,
  type LineColumns,
  makeColumns,
  readColumns,
} from './line-columns.js';

/** A table under construction; see {@link LineTable} for its columns. */
export interface LineTableBuilder {
  readonly rows: number;
  /** Appends a line that `meter` has just measured. */
  add(line: NewLine, meter: LineMeter): void;
  /** Appends the lines that `kernel` has scanned of a piece that begins at `base` in its dump. */
  addAll(kernel: LineKernel, base: number): void;
  /** The same of the texts of records: their lines have no numbers yet, and nothing is looked for between them. */
  addTexts(kernel: LineKernel, base: number): void;
  /** Where a row starts in its dump. */
  startOf(row: number): number;
  /** Sets the line number of a row. */
  place(row: number, line: number): void;
  /** Sets the cue of a row. */
  mark(row: number, cue: number): void;
  /**
   * Appends the rows of a table of lines that stand behind `lines` others, and behind `gap` blank ones. Its arrays are used
   * up: lines are counted on in place.
   */
  append(scanned: TakenLines, before: { lines: number; gap: number }): void;
  /** Declares what the line in `row` says; null: nothing. */
  declare(row: number, header: Header | null): void;
  /** Copies the table to arrays that have room for it, and begins a new one in the same memory. */
  take(into: LineArrays): TakenLines;
  finish(): LineTable;
}

/** A table as arrays, which one thread can hand to another; see {@link LineTable}. */
export interface TakenLines extends Pick<LineTable, 'rows' | 'headers' | 'spans'> {
  /** Longer than there are rows. */
  readonly columns: LineArrays;
}

/** Where a line stands; the object is reused by the scan, line after line. */
export interface NewLine {
  start: number;
  bytes: number;
  line: number;
  gap: number;
  cue: number;
  /** See {@link LineTable}; of records, which no echo is looked for in, 0. */
  head: number;
}

/** `expected` rows are reserved, not filled: reserving too many costs nothing. */
export function createLineTable(make: Columns, expected: number): LineTableBuilder {
  const columns = makeColumns(make, expected);
  let headers = new Map<number, Header>();
  let spans: { row: number; span: number }[] = [];
  let span = 0;
  let rows = 0;
  const enterSpan = (row: number, start: number): void => {
    const entered = Math.floor(start / SPAN);
    if (entered === span) return;
    span = entered;
    spans.push({ row, span });
  };
  /** Of `count` rows that start behind `base`, and no span further. */
  const enterSpansFrom = (base: number, start: Uint32Array, count: number): void => {
    const startOf = (at: number) => base + (((start[at] ?? 0) - base) >>> 0);
    const last = Math.floor(startOf(count - 1) / SPAN);
    if (last !== span) for (let at = 0; at < count; at++) enterSpan(rows + at, startOf(at));
  };
  const enterSpans = ({ rows: count, spans: others }: TakenLines): void => {
    if (count === 0) return;
    const [first] = others;
    if (first?.row !== 0) enterSpan(rows, 0);
    for (const { row, span: entered } of others) enterSpan(rows + row, entered * SPAN);
  };
  return {
    get rows() {
      return rows;
    },
    add(line, meter) {
      enterSpan(rows, line.start);
      writeRow(columns, rows, line, meter);
      rows += 1;
    },
    addAll({ columns: scanned, rows: count }, base) {
      if (count === 0) return;
      enterSpansFrom(base, scanned.start, count);
      copyMeasures(columns, rows, scanned, count);
      copyPlaces(columns, rows, scanned, count);
      rows += count;
    },
    addTexts({ columns: scanned, rows: count }, base) {
      if (count === 0) return;
      enterSpansFrom(base, scanned.start, count);
      copyMeasures(columns, rows, scanned, count);
      rows += count;
    },
    startOf: (row) => lineStart({ start: columns.start, spans }, row),
    place(row, line) {
      columns.line.set(row, line);
    },
    mark(row, cue) {
      columns.cue.set(row, cue);
    },
    append(taken, before) {
      if (taken.rows === 0) return;
      enterSpans(taken);
      copyMeasures(columns, rows, taken.columns, taken.rows);
      addToEach(taken.columns.line.subarray(0, taken.rows), before.lines);
      copyPlaces(columns, rows, taken.columns, taken.rows);
      columns.cue.write(rows, taken.columns.cue.subarray(0, taken.rows));
      for (const [row, header] of taken.headers) headers.set(rows + row, header);
      columns.gap.set(rows, Math.min(columns.gap.at(rows) + before.gap, MOST_GAP));
      rows += taken.rows;
    },
    declare(row, header) {
      if (header === null) headers.delete(row);
      else headers.set(row, header);
    },
    take(into) {
      readColumns(columns, rows, into);
      const taken = { rows, columns: into, headers, spans };
      clearColumns(columns, rows);
      headers = new Map();
      spans = [];
      span = 0;
      rows = 0;
      return taken;
    },
    finish: () => ({ rows, ...columns, headers, spans }),
  };
}

/** What 32 bits can tell apart. */
const SPAN = 2 ** 32;
const MOST_GAP = 255;

/** Shorter lines than these on average are rare; rows reserved and never touched cost no memory. */
const SHORT_LINE = 64;
const FEWEST_ROWS = 1 << 12;

/** Rows to reserve for a text of so many bytes. */
export function rowsFor(bytes: number): number {
  return FEWEST_ROWS + Math.ceil(bytes / SHORT_LINE);
}

function addToEach(values: Uint32Array, added: number): void {
  for (let at = 0; at < values.length; at++) values[at] = (values[at] ?? 0) + added;
}

function writeRow(columns: LineColumns, row: number, line: NewLine, meter: LineMeter): void {
  columns.start.set(row, line.start % SPAN);
  columns.bytes.set(row, line.bytes);
  columns.low.set(row, meter.low);
  columns.high.set(row, meter.high);
  columns.characters.set(row, meter.characters);
  columns.weight.set(row, meter.weight);
  // Often 0, and so not written: pages of zeros stay untouched, and cost no memory.
  if (line.line !== 0) columns.line.set(row, line.line);
  if (line.head !== 0) columns.head.set(row, line.head);
  if (line.gap !== 0) columns.gap.set(row, Math.min(line.gap, MOST_GAP));
  if (line.cue !== 0) columns.cue.set(row, line.cue);
}
