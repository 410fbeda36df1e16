/** The texts of a batch of records → rows, through the kernel where there is one. */
import type { LineKernel, LineMeter } from '../../model.js';
import type { LineTableBuilder, NewLine } from '../line-table.js';

/** A text of the batch; it begins where the one before ends, and ends behind a line end. */
export interface BatchText {
  readonly textEnd: number;
  /** The line of the dump where it begins, null where its lines have none of their own there. */
  readonly textLine: number | null;
}

/** Scans `texts`, the first of which begins at 0, and stands at `base` in what is kept; returns the first row of each. */
export type ScanTexts = (bytes: Uint8Array, texts: readonly BatchText[], base: number) => number[];

const LF = 0x0a;
const CR = 0x0d;

/** A scanner that fills `table`. */
export function createTextScanner(tools: {
  table: LineTableBuilder;
  meter: LineMeter;
  kernel: LineKernel | null;
}): ScanTexts {
  const { table, meter, kernel } = tools;
  const row: NewLine = { start: 0, bytes: 0, line: 0, gap: 0, cue: 0, head: 0 };

  /** One line, without the kernel; returns where the next one begins. */
  const takeLine = (bytes: Uint8Array, start: number, base: number): number => {
    const end = lineEnd(bytes, start);
    meter.measure(bytes, start, end);
    if (meter.visible) {
      row.start = base + start;
      row.bytes = end - start;
      table.add(row, meter);
    }
    return end + (bytes[end] === CR && bytes[end + 1] === LF ? 2 : 1);
  };

  /** Everything up to `end`, as far as the kernel goes; returns how far that is. */
  const takeLines = (bytes: Uint8Array, end: number, base: number, from: number): number => {
    if (kernel === null || bytes !== kernel.input) return from;
    let at = from;
    kernel.begin(0, 0);
    const limit = kernel.lastLineEnd(from, end);
    for (let stop = -1; stop !== at; ) {
      stop = at;
      at = kernel.scan(stop, limit, base);
      table.addTexts(kernel, base);
      kernel.forget();
    }
    return at;
  };

  return (bytes, texts, base) => {
    const firstRow = table.rows;
    const end = texts.at(-1)?.textEnd ?? 0;
    for (let at = 0; at < end; ) {
      at = takeLines(bytes, end, base, at);
      if (at < end) at = takeLine(bytes, at, base);
    }
    return placeRows(table, { bytes, texts, base, firstRow });
  };
}

/** Tells the rows of each text, and gives those the lines of the dump where they stand. */
function placeRows(
  table: LineTableBuilder,
  of: { bytes: Uint8Array; texts: readonly BatchText[]; base: number; firstRow: number },
): number[] {
  let row = of.firstRow;
  let start = 0;
  return of.texts.map(({ textEnd, textLine }) => {
    const first = row;
    let line = textLine ?? 0;
    let at = start;
    for (; row < table.rows && table.startOf(row) - of.base < textEnd; row++) {
      if (textLine === null) continue;
      const rowStart = table.startOf(row) - of.base;
      for (; at < rowStart; at++) if (endsLine(of.bytes, at)) line += 1;
      table.place(row, line);
    }
    start = textEnd;
    return first;
  });
}

/** Whether a line ends with this byte: LF, or CR without LF behind it. */
function endsLine(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === LF || (bytes[at] === CR && bytes[at + 1] !== LF);
}

function lineEnd(bytes: Uint8Array, from: number): number {
  let at = from;
  while (bytes[at] !== LF && bytes[at] !== CR) at += 1;
  return at;
}
