/** Builds the {@link LineTable}: one row a visible line, dump after dump. */
import type { Header, LineKernel, LineMeter, LineTable } from '../model.js';

/** A table under construction; see {@link LineTable} for its columns. */
export interface LineTableBuilder {
  readonly rows: number;
  /** Appends a line that `meter` has just measured. */
  add(line: NewLine, meter: LineMeter): void;
  /** Appends the lines that `kernel` has scanned of a piece that begins at `base` in its dump. */
  addAll(kernel: LineKernel, base: number): void;
  /** Sets the cue of a row. */
  mark(row: number, cue: number): void;
  /** Declares what the line in `row` says. */
  declare(row: number, header: Header): void;
  finish(): LineTable;
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
export function createLineTable(expected: number): LineTableBuilder {
  const headers = new Map<number, Header>();
  const spans: { row: number; span: number }[] = [];
  let span = 0;
  let columns = makeColumns(Math.max(1, expected));
  let rows = 0;
  const enterSpan = (row: number, start: number): void => {
    const entered = Math.floor(start / SPAN);
    if (entered === span) return;
    span = entered;
    spans.push({ row, span });
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
      const startOf = (at: number) => base + (((scanned.start[at] ?? 0) - base) >>> 0);
      const last = Math.floor(startOf(count - 1) / SPAN);
      if (last !== span) for (let at = 0; at < count; at++) enterSpan(rows + at, startOf(at));
      copyRows(columns, rows, scanned, count);
      rows += count;
    },
    mark(row, cue) {
      columns.cue[row] = cue;
    },
    declare(row, header) {
      headers.set(row, header);
    },
    finish: () => ({ rows, ...columns, headers, spans }),
  };
}

/** What 32 bits can tell apart. */
const SPAN = 2 ** 32;

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
  if (line.gap !== 0) columns.gap[row] = Math.min(line.gap, 255);
  if (line.cue !== 0) columns.cue[row] = line.cue;
}

/** The first `count` rows of `scanned` become those from `row` on. */
function copyRows(columns: Columns, row: number, scanned: LineKernel['columns'], count: number): void {
  columns.start.set(scanned.start.subarray(0, count), row);
  columns.bytes.set(scanned.bytes.subarray(0, count), row);
  columns.line.set(scanned.line.subarray(0, count), row);
  columns.low.set(scanned.low.subarray(0, count), row);
  columns.high.set(scanned.high.subarray(0, count), row);
  columns.characters.set(scanned.characters.subarray(0, count), row);
  columns.weight.set(scanned.weight.subarray(0, count), row);
  columns.head.set(scanned.head.subarray(0, count), row);
  columns.gap.set(scanned.gap.subarray(0, count), row);
}
