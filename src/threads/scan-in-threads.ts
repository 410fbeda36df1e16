/**
 * A large file scanned by several threads, this one among them: each takes the next range that nobody has, and the rows
 * are put together in order, so that they are what one thread would make.
 */
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { Cue } from '../model.js';
import type { WatchFile } from '../read/dump-scanner.js';
import { createRangeReader, type RangeReader } from '../read/file-ranges.js';
import type { CueReader } from '../split/cues/read-cue.js';
import type { NextLine } from '../split/cues/read-forward.js';
import type { LineTableBuilder } from '../split/line-table.js';
import type { ScannedDump, ScanTools } from '../split/scan-lines.js';
import { countRanges, createRangeQueue, type RangeQueue, sizeOfRange, takeRanges } from './range-queue.js';
import { freeSlot, MOST_AHEAD } from './range-slots.js';
import { createRangeScanner, type RangeDone, type RangeTask, type ScannedRange } from './scan-range.js';

/** What the threads work with, and where their rows go. */
export interface ThreadTools extends Pick<ScanTools, 'meter' | 'kernel'> {
  readonly table: LineTableBuilder;
  readonly cues: CueReader;
  /** How many threads at most, this one included. */
  readonly threads: number;
}

/** Few enough that the rows in flight are no burden, large enough that a range is worth its message. */
const RANGE_BYTES = 2 * 1024 * 1024;
const FORM_FEED = 0x0c;
/** What a thread of columns needs of objects: less than it would take. */
const WORKER_LIMITS = { maxYoungGenerationSizeMb: 4 };

/** Scans the file of `task`. */
export async function scanInThreads(
  task: RangeTask,
  tools: ThreadTools,
  { seen, onBytes }: WatchFile,
  rangeBytes = RANGE_BYTES,
): Promise<ScannedDump> {
  const queue = createRangeQueue(task.file.bytes, rangeBytes);
  const done = new Map<number, ScannedRange>();
  // A thread without a range would be made for nothing.
  const threads = Math.min(tools.threads, countRanges(queue));
  const workers = startWorkers(task, queue, threads - 1, ({ number, scanned }) => {
    done.set(number, scanned);
  });
  try {
    const scan = createRangeScanner(task, tools);
    const reader = createRangeReader(task.file);
    const merge = createMerger(tools, reader);
    let next = 0;
    const mergeReady = (): void => {
      for (let scanned = done.get(next); scanned !== undefined; scanned = done.get(next)) {
        merge.add(scanned);
        onBytes(sizeOfRange(queue, next));
        done.delete(next);
        next += 1;
      }
    };
    let read = 0;
    for (const range of takeRanges(queue)) {
      if (seen !== null) reader.each(read, reader.lineStart(range.from), seen);
      done.set(range.number, scan(range.from, range.end, seen));
      read = reader.lineStart(range.end);
      mergeReady();
      // Rows of the other threads come in now.
      await setImmediate();
      mergeReady();
      while (done.size >= MOST_AHEAD && (await workers.tell())) mergeReady();
    }
    if (seen !== null) reader.each(read, task.file.bytes, seen);
    while (await workers.tell()) mergeReady();
    mergeReady();
    return merge.finish(task.file.bytes);
  } finally {
    await workers.stop();
  }
}

/** Starts `count` threads; `tell` resolves when one of them tells something: to false when all of them are through. */
function startWorkers(
  task: RangeTask,
  queue: RangeQueue,
  count: number,
  onDone: (done: RangeDone) => void,
): { tell(): Promise<boolean>; stop(): Promise<unknown> } {
  const file = new URL('../../dist/js/scan-worker.js', import.meta.url);
  const workers = Array.from(
    { length: count },
    () => new Worker(file, { workerData: { ...task, queue }, resourceLimits: WORKER_LIMITS }),
  );
  let wake = (): void => {};
  const finished = Promise.all(
    workers.map(
      (worker) =>
        new Promise<void>((resolve, reject) => {
          worker
            .on('message', (done: RangeDone) => {
              onDone(done);
              wake();
            })
            .once('error', reject)
            .once('exit', () => resolve());
        }),
    ),
  );
  // Who waits for it hears of an error; until then it is nobody's.
  finished.catch(() => {});
  const hear = () =>
    new Promise<true>((resolve) => {
      wake = () => resolve(true);
    });
  return {
    tell: () => Promise.race([hear(), finished.then(() => false)]),
    stop: () => Promise.all(workers.map((worker) => worker.terminate())),
  };
}

/** Puts ranges together in order. */
function createMerger(
  { table, cues }: ThreadTools,
  reader: RangeReader,
): { add(range: ScannedRange): void; finish(bytes: number): ScannedDump } {
  const oversizedLines: number[] = [];
  let lines = 0;
  let gap = 0;
  let invalidBytes = 0;
  let expected: NextLine | null = null;
  return {
    add(range) {
      const first = table.rows;
      table.append(range.table, { lines, gap });
      expected =
        expected === null || range.table.rows === 0
          ? (expected ?? range.expected)
          : rereadCues({ table, cues, reader }, { range, first, expected });
      for (const line of range.oversizedLines) oversizedLines.push(lines + line);
      lines += range.lines;
      gap = range.table.rows === 0 ? gap + range.gap : range.gap;
      invalidBytes += range.invalidBytes;
      freeSlot(range.slot);
    },
    finish: (bytes) => ({ bytes, lines, invalidBytes, oversizedLines, records: null }),
  };
}

/**
 * Reads the cues of a range again from its first row on, as the row before it left `expected`, until they no longer
 * depend on that; returns what the range's last row leaves.
 */
function rereadCues(
  { table, cues, reader }: { table: LineTableBuilder; cues: CueReader; reader: RangeReader },
  { range, first, expected }: { range: ScannedRange; first: number; expected: NextLine },
): NextLine | null {
  const { rows } = range.table;
  const { bytes, weight, cue } = range.table.columns;
  cues.begin(expected);
  for (let row = 0; row < rows; row++) {
    const from = table.startOf(first + row);
    let line = new Uint8Array(0);
    reader.each(from, from + (bytes[row] ?? 0), (piece) => {
      line = Buffer.concat([line, piece]);
    });
    // A form feed is no line, and says nothing of the next one.
    if (line.length === 1 && line[0] === FORM_FEED) continue;
    table.mark(first + row, cues.read(line, 0, line.length, weight[row] ?? 0));
    table.declare(first + row, cues.header);
    if (cues.expected === null && cue[row] !== Cue.forwardAlone) return range.expected;
  }
  return cues.expected;
}
