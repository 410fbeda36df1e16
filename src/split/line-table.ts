/** Builds the {@link LineTable}: one row a visible line, dump after dump. */
import { lineStart } from '../line-start.js';
import type { Header, LineKernel, LineMeter, LineTable } from '../model.js';

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
  /** Appends the rows of a table of lines that stand behind `lines` others, and behind `gap` blank ones. */
  append(scanned: FinishedLines, before: { lines: number; gap: number }): void;
  /** Declares what the line in `row` says; null: nothing. */
  declare(row: number, header: Header | null): void;
  /** Gives a copy of the table, just as long as it is, and begins a new one in the same memory. */
  take(): FinishedLines;
  finish(): FinishedLines;
}

/** A table whose columns may be copied; they are longer than its rows. */
export type FinishedLines = LineTable & Columns;

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
export function createLineTable(expected: number): LineTableBuilder {
  let headers = new Map<number, Header>();
  let spans: { row: number; span: number }[] = [];
  let span = 0;
  let columns = makeColumns(Math.max(1, expected));
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
  const enterSpans = ({ rows: count, spans: others }: FinishedLines): void => {
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
      if (rows === columns.low.length) columns = growColumns(columns);
      enterSpan(rows, line.start);
      writeRow(columns, rows, line, meter);
      rows += 1;
    },
    addAll({ columns: scanned, rows: count }, base) {
      if (count === 0) return;
      while (rows + count > columns.low.length) columns = growColumns(columns);
      enterSpansFrom(base, scanned.start, count);
      copyMeasures(columns, rows, scanned, count);
      copyPlaces(columns, rows, scanned, count);
      rows += count;
    },
    addTexts({ columns: scanned, rows: count }, base) {
      if (count === 0) return;
      while (rows + count > columns.low.length) columns = growColumns(columns);
      enterSpansFrom(base, scanned.start, count);
      copyMeasures(columns, rows, scanned, count);
      rows += count;
    },
    startOf: (row) => lineStart({ start: columns.start, spans }, row),
    place(row, line) {
      columns.line[row] = line;
    },
    mark(row, cue) {
      columns.cue[row] = cue;
    },
    append(scanned, before) {
      while (rows + scanned.rows > columns.low.length) columns = growColumns(columns);
      enterSpans(scanned);
      copyMeasures(columns, rows, scanned, scanned.rows);
      copyPlaces(columns, rows, scanned, scanned.rows);
      columns.cue.set(scanned.cue.subarray(0, scanned.rows), rows);
      for (const [row, header] of scanned.headers) headers.set(rows + row, header);
      for (let row = rows; row < rows + scanned.rows; row++) {
        columns.line[row] = (columns.line[row] ?? 0) + before.lines;
      }
      columns.gap[rows] = Math.min((columns.gap[rows] ?? 0) + before.gap, MOST_GAP);
      rows += scanned.rows;
    },
    declare(row, header) {
      if (header === null) headers.delete(row);
      else headers.set(row, header);
    },
    take() {
      const taken = { rows, ...copyColumns(columns, rows), headers, spans };
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

type Columns = ReturnType<typeof makeColumns>;

/** All columns grow together, so that a row costs one look at a length and each column is of one known type. */
function makeColumns(capacity: number) {
  return {
    start: new Uint32Array(capacity),
    bytes: new Uint32Array(capacity),
    line: new Uint32Array(capacity),
    gap: new Uint8Array(capacity),
    cue: new Uint8Array(capacity),
    low: new Uint32Array(capacity),
    high: new Uint32Array(capacity),
    characters: new Uint32Array(capacity),
    weight: new Uint16Array(capacity),
    head: new Uint32Array(capacity),
  };
}

function copyColumns(columns: Columns, rows: number): Columns {
  return {
    start: columns.start.slice(0, rows),
    bytes: columns.bytes.slice(0, rows),
    line: columns.line.slice(0, rows),
    gap: columns.gap.slice(0, rows),
    cue: columns.cue.slice(0, rows),
    low: columns.low.slice(0, rows),
    high: columns.high.slice(0, rows),
    characters: columns.characters.slice(0, rows),
    weight: columns.weight.slice(0, rows),
    head: columns.head.slice(0, rows),
  };
}

/** Of the columns that zeros are not written to. */
function clearColumns(columns: Columns, rows: number): void {
  columns.line.fill(0, 0, rows);
  columns.gap.fill(0, 0, rows);
  columns.cue.fill(0, 0, rows);
  columns.head.fill(0, 0, rows);
}

function growColumns(columns: Columns): Columns {
  const grown = makeColumns(2 * columns.low.length);
  grown.start.set(columns.start);
  grown.bytes.set(columns.bytes);
  grown.line.set(columns.line);
  grown.gap.set(columns.gap);
  grown.cue.set(columns.cue);
  grown.low.set(columns.low);
  grown.high.set(columns.high);
  grown.characters.set(columns.characters);
  grown.weight.set(columns.weight);
  grown.head.set(columns.head);
  return grown;
}

function writeRow(columns: Columns, row: number, line: NewLine, meter: LineMeter): void {
  columns.start[row] = line.start % SPAN;
  columns.bytes[row] = line.bytes;
  columns.low[row] = meter.low;
  columns.high[row] = meter.high;
  columns.characters[row] = meter.characters;
  columns.weight[row] = meter.weight;
  // Often 0, and so not written: pages of zeros stay untouched, and cost no memory.
  if (line.line !== 0) columns.line[row] = line.line;
  if (line.head !== 0) columns.head[row] = line.head;
  if (line.gap !== 0) columns.gap[row] = Math.min(line.gap, MOST_GAP);
  if (line.cue !== 0) columns.cue[row] = line.cue;
}

/** What a scan fills beside cues. */
type ScannedColumns = Omit<LineKernel['columns'], 'mayBeCue'>;

/** What the first `count` rows of `scanned` measure becomes that of the rows from `row` on. */
function copyMeasures(columns: Columns, row: number, scanned: ScannedColumns, count: number): void {
  columns.start.set(scanned.start.subarray(0, count), row);
  columns.bytes.set(scanned.bytes.subarray(0, count), row);
  columns.low.set(scanned.low.subarray(0, count), row);
  columns.high.set(scanned.high.subarray(0, count), row);
  columns.characters.set(scanned.characters.subarray(0, count), row);
  columns.weight.set(scanned.weight.subarray(0, count), row);
}

/** And where they stand, and what they begin with. */
function copyPlaces(columns: Columns, row: number, scanned: ScannedColumns, count: number): void {
  columns.line.set(scanned.line.subarray(0, count), row);
  columns.gap.set(scanned.gap.subarray(0, count), row);
  columns.head.set(scanned.head.subarray(0, count), row);
}
