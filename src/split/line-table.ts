/** Builds the {@link LineTable}: one row a visible line, dump after dump. */
import type { Header, LineMeter, LineTable } from '../model.js';

/** A table under construction; see {@link LineTable} for its columns. */
export interface LineTableBuilder {
  readonly rows: number;
  /** Appends a line that `meter` has just measured. */
  add(line: NewLine, meter: LineMeter): void;
  /** Declares what the line added last says. */
  declare(header: Header): void;
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
  return {
    get rows() {
      return rows;
    },
    add(line, meter) {
      if (rows === columns.low.length) columns = growColumns(columns);
      const lineSpan = Math.floor(line.start / SPAN);
      if (lineSpan !== span) {
        span = lineSpan;
        spans.push({ row: rows, span });
      }
      writeRow(columns, rows, line, meter);
      rows += 1;
    },
    declare(header) {
      headers.set(rows - 1, header);
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
