/** A thread that scans ranges of a file, from the first that nobody has taken, and hands the rows over. */
import { parentPort, workerData } from 'node:worker_threads';
import { takeRanges } from './range-queue.js';
import { createRangeScanner, loadMeter, type RangeDone, type WorkerTask } from './scan-range.js';

const task: WorkerTask = workerData;
const scan = createRangeScanner(task, await loadMeter(task));
for (const { number, from, end } of takeRanges(task.queue)) {
  const done: RangeDone = { number, scanned: scan(from, end) };
  parentPort?.postMessage(done);
}
