/** Spans of dumps that are to be read, as columns: objects by the ten thousand would outlive their use. */
import type { Span } from '../model.js';

/** Bytes and spans of a list (its last span may be longer): the more, the nearer they stand to one another. */
const MOST_BYTES = 16 * 1024 * 1024;
const MOST_SPANS = 1 << 16;

/** One row a span; `add` them, then `sort` them, and only then look into the columns. */
export class SpanList {
  readonly dump = new Uint32Array(MOST_SPANS);
  readonly start = new Float64Array(MOST_SPANS);
  readonly end = new Float64Array(MOST_SPANS);
  rows = 0;
  bytes = 0;

  /** Whether another span would be too much. */
  get full(): boolean {
    return this.rows === MOST_SPANS || this.bytes >= MOST_BYTES;
  }

  add({ dump, start, length }: Span): void {
    this.dump[this.rows] = dump;
    this.start[this.rows] = start;
    this.end[this.rows] = start + length;
    this.rows += 1;
    this.bytes += length;
  }

  /** Puts the spans in order of place. */
  sort(): void {
    const [dump, start, end] = [this.dump, this.start, this.end].map((column) => column.slice(0, this.rows));
    const compare = (a: number, b: number) =>
      (dump?.[a] ?? 0) - (dump?.[b] ?? 0) || (start?.[a] ?? 0) - (start?.[b] ?? 0);
    const order = Uint32Array.from({ length: this.rows }, (_, row) => row).sort(compare);
    order.forEach((from, row) => {
      this.dump[row] = dump?.[from] ?? 0;
      this.start[row] = start?.[from] ?? 0;
      this.end[row] = end?.[from] ?? 0;
    });
  }

  /** The row of a span that starts there, or -1. */
  rowOf(dump: number, start: number): number {
    let low = 0;
    let high = this.rows;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const found = this.dump[middle] ?? 0;
      if (found < dump || (found === dump && (this.start[middle] ?? 0) < start)) low = middle + 1;
      else high = middle;
    }
    return low < this.rows && this.dump[low] === dump && this.start[low] === start ? low : -1;
  }

  clear(): void {
    this.rows = 0;
    this.bytes = 0;
  }
}
