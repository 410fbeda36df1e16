/** Whole pieces of a dump → rows, by the kernel; only the lines that may be cues are looked at here. */
import type { LineKernel } from '../model.js';
import type { CueReader } from './cues/read-cue.js';
import type { LineTableBuilder } from './line-table.js';
import type { ScanProgress } from './scan-progress.js';

/** Takes pieces. */
export interface PieceScanner {
  /** Where pieces need not be copied from; null where that does not matter. */
  readonly room: Uint8Array | null;
  /** Scans complete lines of `bytes` from `from` on; returns where it stopped: what is there is not for the kernel. */
  take(bytes: Uint8Array, from: number, so: ScanProgress): number;
}

/** A scanner that leaves everything to its caller where there is no kernel. */
export function createPieceScanner(tools: {
  table: LineTableBuilder;
  cues: CueReader;
  kernel: LineKernel | null;
}): PieceScanner {
  const { table, cues, kernel } = tools;
  if (kernel === null) return { room: null, take: (_, from) => from };
  const { input } = kernel;

  /** Takes the rows over; `base` is where the kernel's input stands in the dump. */
  const takeRows = (base: number): void => {
    const { rows, columns } = kernel;
    const first = table.rows;
    table.addAll(kernel, base);
    for (let row = 0; row < rows; row++) {
      if (columns.mayBeCue[row] === 0 && cues.expected === null) continue;
      const start = ((columns.start[row] ?? 0) - base) >>> 0;
      const end = start + (columns.bytes[row] ?? 0);
      const cue = cues.read(input, start, end, columns.weight[row] ?? 0);
      if (cue !== 0) table.mark(first + row, cue);
      if (cues.header !== null) table.declare(first + row, cues.header);
    }
    kernel.forget();
  };

  /** Scans what fits of `bytes`; returns how far it came. */
  const takePiece = (bytes: Uint8Array, from: number, so: ScanProgress): number => {
    const isThere = bytes.buffer === input.buffer && bytes.byteOffset === input.byteOffset;
    const offset = isThere ? 0 : from;
    const length = Math.min(bytes.length - offset, input.length);
    const base = so.base + offset;
    if (!isThere) input.set(bytes.subarray(from, from + length));
    kernel.begin(so.lines, so.gap);
    let at = from - offset;
    for (let stop = -1; stop !== at; ) {
      stop = at;
      at = kernel.scan(stop, length, base);
      takeRows(base);
    }
    so.lines = kernel.lines;
    so.gap = kernel.gap;
    so.invalidBytes += kernel.invalidBytes;
    return offset + at;
  };

  return {
    room: input,
    take(bytes, from, so) {
      let start = from;
      for (let stop = -1; stop !== start; ) {
        stop = start;
        start = takePiece(bytes, start, so);
      }
      return start;
    },
  };
}
