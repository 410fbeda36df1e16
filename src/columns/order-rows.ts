/** Sorts more rows than may stand in memory: sorted runs, then a merge of all of them (Knuth, TAOCP 3, 5.4.1). */
import type { Column, Columns, WritableColumn } from '../model.js';
import { SORTED_IN, sortKeys } from './sort-keys.js';

/** Rows of a run, within what a stage may take beside its columns: each takes so many bytes while it is sorted. */
const FEWEST = 1 << 16;
const MOST = 1 << 19;
const ROW_BYTES = 32;

/** The numbers in `rows` by their keys, the lowest key first; of equal keys in the order of `rows`. */
export function orderRows(columns: Columns, rows: Column, keyOf: (row: number) => number): WritableColumn {
  const length = Math.min(MOST, Math.max(FEWEST, Math.floor(columns.workBytes / ROW_BYTES)));
  const isOne = rows.length <= length;
  const runs: Runs = {
    length,
    rows: columns.uint32(rows.length),
    // One run is not merged, and its keys are not asked for again.
    keys: columns.float64(isOne ? 0 : rows.length),
  };
  sortRuns(columns, runs, { rows, keyOf, keepKeys: !isOne });
  if (isOne) return runs.rows;
  const merged = mergeRuns(columns, runs);
  runs.keys.release();
  runs.rows.release();
  return merged;
}

/** The numbers from 0 on, below `count`. */
export function allRows(columns: Columns, count: number): WritableColumn {
  const rows = columns.uint32(count);
  for (let row = 0; row < count; row++) rows.set(row, row);
  return rows;
}

/** Rows and their keys, sorted within each run of so many. */
interface Runs {
  readonly length: number;
  readonly rows: WritableColumn<Uint32Array>;
  readonly keys: WritableColumn<Float64Array>;
}

/** Numbers that a key takes. */
const KEY = Float64Array.BYTES_PER_ELEMENT / Uint32Array.BYTES_PER_ELEMENT;

function sortRuns(
  columns: Columns,
  runs: Runs,
  of: { rows: Column; keyOf: (row: number) => number; keepKeys: boolean },
): void {
  const { rows, keyOf } = of;
  const most = Math.min(runs.length, rows.length);
  const work = columns.work((KEY + SORTED_IN) * most);
  const keys = new Float64Array(work.values.buffer, work.values.byteOffset, most);
  for (let from = 0; from < rows.length; from += runs.length) {
    const count = Math.min(runs.length, rows.length - from);
    for (let at = 0; at < count; at++) keys[at] = keyOf(rows.at(from + at));
    const order = sortKeys(keys, count, work.values.subarray(KEY * most));
    for (let at = 0; at < count; at++) {
      const place = order[at] ?? 0;
      runs.rows.set(from + at, rows.at(from + place));
      if (of.keepKeys) runs.keys.set(from + at, keys[place] ?? 0);
    }
  }
  work.release();
}

function mergeRuns(columns: Columns, { length, rows, keys }: Runs): WritableColumn {
  const merged = columns.uint32(rows.length);
  const count = Math.ceil(rows.length / length);
  const heads = Float64Array.from({ length: count }, (_, run) => keys.at(run * length));
  const places = Float64Array.from({ length: count }, (_, run) => run * length);
  const isBefore = (a: number, b: number) => {
    const headA = heads[a] ?? 0;
    const headB = heads[b] ?? 0;
    return headA < headB || (headA === headB && a < b);
  };
  const heap = createHeap(count, isBefore);
  for (let at = 0; at < rows.length; at++) {
    const run = heap.top();
    const place = places[run] ?? 0;
    merged.set(at, rows.at(place));
    places[run] = place + 1;
    const isOver = place + 1 === Math.min(rows.length, (run + 1) * length);
    if (!isOver) heads[run] = keys.at(place + 1);
    heap.settle(isOver);
  }
  return merged;
}

/** A heap of the numbers below `count`, of which the first is on top. */
function createHeap(
  count: number,
  isBefore: (a: number, b: number) => boolean,
): { top(): number; settle(isOver: boolean): void } {
  const heap = Uint32Array.from({ length: count }, (_, at) => at);
  let size = count;
  const sink = (from: number): void => {
    for (let at = from; ; ) {
      let first = at;
      for (let child = 2 * at + 1; child <= 2 * at + 2 && child < size; child++) {
        if (isBefore(heap[child] ?? 0, heap[first] ?? 0)) first = child;
      }
      if (first === at) return;
      const moved = heap[at] ?? 0;
      heap[at] = heap[first] ?? 0;
      heap[first] = moved;
      at = first;
    }
  };
  for (let at = count >>> 1; at >= 0; at--) sink(at);
  return {
    top: () => heap[0] ?? 0,
    /** Puts the top where it belongs, as its place in the order has changed, or takes it away. */
    settle(isOver) {
      if (isOver) {
        size -= 1;
        heap[0] = heap[size] ?? 0;
      }
      sink(0);
    },
  };
}
