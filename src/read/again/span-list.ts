/** Spans of dumps that are to be read, as columns: objects by the ten thousand would outlive their use. */
import { orderSpans } from './order-spans.js';

/** Bytes and spans of a list (its last span may be longer): the more, the nearer they stand to one another. */
const MOST_BYTES = 4 * 1024 * 1024;
const MOST_SPANS = 1 << 16;

/** One row a span; `add` them, then `sort` them, and only then look into the columns. */
export class SpanList {
  readonly dump = new Uint32Array(MOST_SPANS);
  readonly start = new Float64Array(MOST_SPANS);
  readonly end = new Float64Array(MOST_SPANS);
  rows = 0;
  bytes = 0;
  /** By row, as which one its span was added; and by that, its row. */
  #added: Uint32Array = new Uint32Array(0);
  readonly #rowOf = new Uint32Array(MOST_SPANS);
  /** Which one is probably asked for next: mostly spans are, in the order in which they were added. */
  #next = 0;

  /** Whether another span would be too much. */
  get full(): boolean {
    return this.rows === MOST_SPANS || this.bytes >= MOST_BYTES;
  }

  /** Adds a span where there is room. */
  add(dump: number, start: number, length: number): void {
    if (this.full) return;
    this.dump[this.rows] = dump;
    this.start[this.rows] = start;
    this.end[this.rows] = start + length;
    this.rows += 1;
    this.bytes += length;
  }

  /** Puts the spans in order of place. */
  sort(): void {
    const { dump, start, end, rows } = this;
    this.#added = orderSpans(this);
    for (const column of [dump, start, end]) {
      const values = column.slice(0, rows);
      for (let row = 0; row < rows; row++) column[row] = values[this.#added[row] ?? 0] ?? 0;
    }
    for (let row = 0; row < rows; row++) this.#rowOf[this.#added[row] ?? 0] = row;
    this.#next = 0;
  }

  /** The row of a span that starts there, or -1. */
  rowOf(dump: number, start: number): number {
    const likely = this.#rowOf[this.#next] ?? 0;
    const row = this.#isAt(likely, dump, start) ? likely : this.#find(dump, start);
    if (row >= 0) this.#next = (this.#added[row] ?? 0) + 1;
    return row;
  }

  /** The row of the span that was added as number `added`, or -1 where there was no room for it. */
  rowOfAdded(added: number): number {
    return added < this.rows ? (this.#rowOf[added] ?? 0) : -1;
  }

  clear(): void {
    this.rows = 0;
    this.bytes = 0;
  }

  #find(dump: number, start: number): number {
    let low = 0;
    let high = this.rows;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const found = this.dump[middle] ?? 0;
      if (found < dump || (found === dump && (this.start[middle] ?? 0) < start)) low = middle + 1;
      else high = middle;
    }
    return this.#isAt(low, dump, start) ? low : -1;
  }

  #isAt(row: number, dump: number, start: number): boolean {
    return row < this.rows && this.dump[row] === dump && this.start[row] === start;
  }
}
