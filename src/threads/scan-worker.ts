/** A thread that scans ranges of a file, from the first that nobody has taken, and hands the rows over. */
import { parentPort, workerData } from 'node:worker_threads';
import { type RangeDone, takeRange, type WorkerTask } from './range-queue.js';
import { createRangeScanner, loadMeter } from './scan-range.js';

const task: WorkerTask = workerData;
const scan = createRangeScanner(task, await loadMeter(task));
for (let range = takeRange(task.queue); range !== null; range = takeRange(task.queue)) {
  const scanned = scan(range.from, range.end);
  const done: RangeDone = { number: range.number, scanned };
  parentPort?.postMessage(done);
}
