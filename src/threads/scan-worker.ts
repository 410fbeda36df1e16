/** A thread that scans ranges of a file, from the first that nobody has taken, and hands the rows over. */
import { parentPort, workerData } from 'node:worker_threads';
import { loadHasher } from '../fingerprint/load-hasher.js';
import type { TakenLines } from '../split/line-table.js';
import { type RangeDone, takeRange, type WorkerTask } from './range-queue.js';
import { createRangeScanner } from './scan-range.js';

const task: WorkerTask = workerData;
const scan = createRangeScanner(task, await loadHasher());
for (let range = takeRange(task.queue); range !== null; range = takeRange(task.queue)) {
  const scanned = scan(range.from, range.end);
  const done: RangeDone = { number: range.number, scanned };
  parentPort?.postMessage(done, buffersOf(scanned.table));
}

/** The memory of the columns, which is handed over, not copied. */
function buffersOf({ columns }: TakenLines): ArrayBuffer[] {
  return Object.values(columns)
    .map(({ buffer }) => buffer)
    .filter((buffer) => buffer instanceof ArrayBuffer);
}
