/** Scans one range of a file on its own, as a thread does: rows that know nothing of what stands before it. */
import { createPlainColumns } from '../columns/memory-columns.js';
import { createLineMeter } from '../fingerprint/create-line-meter.js';
import { loadHasher } from '../fingerprint/load-hasher.js';
import { createKeyMaker } from '../normalize/key-maker.js';
import { createRangeReader, type OpenFile } from '../read/file-ranges.js';
import { createScanKernel } from '../scan-kernel.js';
import { createCueReader, type UserCues } from '../split/cues/read-cue.js';
import type { NextLine } from '../split/cues/read-forward.js';
import { createLineTable, type TakenLines } from '../split/line-table.js';
import { createLineScanner, type ScanTools } from '../split/scan-lines.js';
import type { RangeQueue } from './range-queue.js';
import { createRangeSlots, type RangeSlot } from './range-slots.js';

/** What every thread is told. */
export interface RangeTask {
  readonly file: OpenFile;
  /** Where the text begins: behind a byte order mark. */
  readonly textStart: number;
  readonly forwardPhrases: readonly string[];
}

/** What a thread of its own is started with. */
export interface WorkerTask extends RangeTask {
  readonly queue: RangeQueue;
}

/** What it hands over. */
export interface RangeDone {
  readonly number: number;
  readonly scanned: ScannedRange;
}

/** The lines that begin in a range; lines are counted from its own begin. */
export interface ScannedRange {
  /** Where the columns of `table` stand; to be freed when they are read. */
  readonly slot: RangeSlot;
  readonly table: TakenLines;
  readonly lines: number;
  readonly invalidBytes: number;
  readonly oversizedLines: readonly number[];
  /** Blank lines behind the last row. */
  readonly gap: number;
  /** What the last row says that the line behind it is. */
  readonly expected: NextLine | null;
}

/** Scans `[from, end)`: the lines that begin there, whole; `seen` gets their bytes. */
export type ScanRange = (
  from: number,
  end: number,
  seen?: ((bytes: Uint8Array) => void) | null,
) => ScannedRange;

/** Room for rows of a range; it grows as they come. */
const FEWEST_ROWS = 1 << 16;

/** Makes a scanner of ranges for one thread: its kernel and buffers are reused from range to range. */
export function createRangeScanner(
  { file, textStart, forwardPhrases }: RangeTask,
  { meter, kernel }: Pick<ScanTools, 'meter' | 'kernel'>,
): ScanRange {
  const cues = createCueReader(userCuesOf(forwardPhrases));
  const reader = createRangeReader(file);
  const table = createLineTable(createPlainColumns(), FEWEST_ROWS);
  const takeSlot = createRangeSlots();
  return (from, end, seen = null) => {
    const scanner = createLineScanner({ table, meter, cues, kernel }, textStart, reader.lineStart(from));
    const { room, push, end: finish } = scanner;
    const { lines, invalidBytes, oversizedLines } = reader.pump(from, end, { room, push, end: finish, seen });
    const { gap } = scanner;
    const slot = takeSlot(table.rows);
    const taken = table.take(slot.arrays);
    return { slot, table: taken, lines, invalidBytes, oversizedLines, gap, expected: cues.expected };
  };
}

/** What a thread of its own measures lines with. */
export async function loadMeter({ forwardPhrases }: RangeTask): Promise<Pick<ScanTools, 'meter' | 'kernel'>> {
  const meter = createLineMeter(createKeyMaker(), await loadHasher());
  return { meter, kernel: createScanKernel(meter, userCuesOf(forwardPhrases)) };
}

/** Of what the user may say, threads are used where it is no more than this. */
function userCuesOf(forwardPhrases: readonly string[]): UserCues {
  return { start: null, end: null, separator: null, forwardPhrases };
}
