/** Builds the {@link LineTable}: one row a visible line, dump after dump. */
import { GrowingColumn } from '../growing-column.js';
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
}

/** `expected` rows are reserved, not filled: reserving too many costs nothing. */
export function createLineTable(expected: number): LineTableBuilder {
  const bytes8 = (length: number) => new Uint8Array(length);
  const bytes32 = (length: number) => new Uint32Array(length);
  const start = new GrowingColumn((length) => new Float64Array(length), expected);
  const bytes = new GrowingColumn(bytes32, expected);
  const line = new GrowingColumn(bytes32, expected);
  const gap = new GrowingColumn(bytes8, expected);
  const cue = new GrowingColumn(bytes8, expected);
  const low = new GrowingColumn(bytes32, expected);
  const high = new GrowingColumn(bytes32, expected);
  const characters = new GrowingColumn(bytes32, expected);
  const weight = new GrowingColumn((length) => new Uint16Array(length), expected);
  const head = new GrowingColumn(bytes32, expected);
  const headers = new Map<number, Header>();
  let rows = 0;
  return {
    get rows() {
      return rows;
    },
    add(added, meter) {
      start.set(rows, added.start);
      bytes.set(rows, added.bytes);
      line.set(rows, added.line);
      gap.set(rows, Math.min(added.gap, 255));
      cue.set(rows, added.cue);
      low.set(rows, meter.low);
      high.set(rows, meter.high);
      characters.set(rows, meter.characters);
      weight.set(rows, meter.weight);
      head.set(rows, meter.head);
      rows += 1;
    },
    declare(header) {
      headers.set(rows - 1, header);
    },
    finish: () => ({
      rows,
      start: start.values,
      bytes: bytes.values,
      line: line.values,
      gap: gap.values,
      cue: cue.values,
      low: low.values,
      high: high.values,
      characters: characters.values,
      weight: weight.values,
      head: head.values,
      headers,
    }),
  };
}
