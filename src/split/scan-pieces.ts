/** Whole pieces of a dump → rows, by the kernel; only the lines that may be cues are looked at here. */
import type { LineKernel } from '../model.js';
import type { CueReader } from './cues/read-cue.js';
import type { LineTableBuilder } from './line-table.js';
import type { ScanProgress } from './scan-progress.js';

/** Takes pieces. */
export interface PieceScanner {
  /** Where pieces need not be copied from; null where that does not matter. */
  readonly room: Uint8Array | null;
  /** Forgets the piece before: another one comes, perhaps in the same memory. */
  begin(): void;
  /** Scans complete lines of the piece `bytes` from `from` on; returns where it stopped: what is there is not for the kernel. */
  take(bytes: Uint8Array, from: number, so: ScanProgress): number;
}

/** A scanner that leaves everything to its caller where there is no kernel. */
export function createPieceScanner(tools: {
  table: LineTableBuilder;
  cues: CueReader;
  kernel: LineKernel | null;
}): PieceScanner {
  const { table, cues, kernel } = tools;
  if (kernel === null) return { room: null, begin: () => {}, take: (_, from) => from };
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

  /** What the input holds of the piece: `[from, end)`, of which the lines up to `limit` are complete. */
  let held = NOTHING;

  const hold = (bytes: Uint8Array, at: number): void => {
    const isThere = bytes.buffer === input.buffer && bytes.byteOffset === input.byteOffset;
    const from = isThere ? 0 : at;
    const end = Math.min(bytes.length, from + input.length);
    if (!isThere) input.set(bytes.subarray(from, end));
    held = { from, end, limit: from + kernel.lastLineEnd(at - from, end - from) };
  };

  /** Scans what the input holds from `from` on; returns how far it came. */
  const scanHeld = (from: number, so: ScanProgress): number => {
    const base = so.base + held.from;
    kernel.begin(so.lines, so.gap);
    let at = from - held.from;
    for (let stop = -1; stop !== at; ) {
      stop = at;
      at = kernel.scan(stop, held.limit - held.from, base);
      takeRows(base);
    }
    so.lines = kernel.lines;
    so.gap = kernel.gap;
    so.invalidBytes += kernel.invalidBytes;
    return held.from + at;
  };

  return {
    room: input,
    begin() {
      held = NOTHING;
    },
    take(bytes, from, so) {
      let at = from;
      for (;;) {
        // Where its lines end, more of the piece may follow.
        if (at >= held.limit && at < bytes.length && held.end < bytes.length) hold(bytes, at);
        if (at >= held.limit) return at;
        const next = scanHeld(at, so);
        if (next === at) return at;
        at = next;
      }
    },
  };
}

const NOTHING = { from: 0, end: 0, limit: 0 };
