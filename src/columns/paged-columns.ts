/** Columns in a bounded part of memory: what there is no room for goes to a file, page by page. */
import type { Columns, Numbers, WritableColumn } from '../model.js';
import { createNearColumn } from './near-column.js';
import { PAGE_BYTES, type PageFile, type PageOwner, PagePool, ZERO_FRAME } from './page-pool.js';
import { createRisingColumn } from './rising-column.js';

/** Of the bound, what a stage may take beside its columns. */
const WORK_SHARE = 1 / 3;

/** Columns that take `bytes` of memory, all of them together, and what stages work with as well. */
export function createPagedColumns(file: PageFile, bytes: number): Columns {
  const workBytes = Math.floor(bytes * WORK_SHARE);
  const pool = new PagePool(file, bytes - workBytes);
  const { uint8, uint16, uint32, float64 } = pool;
  const whole: Pick<Columns, 'uint8' | 'uint16' | 'uint32'> = {
    uint8: (...rows) => new PagedColumn(pool, uint8, ...rows),
    uint16: (...rows) => new PagedColumn(pool, uint16, ...rows),
    uint32: (...rows) => new PagedColumn(pool, uint32, ...rows),
  };
  const near: Columns['near'] = (...rows) => createNearColumn(whole, ...rows);
  return {
    ...whole,
    near,
    rising: (...rows) => createRisingColumn({ ...whole, near }, ...rows),
    float64: (...rows) => new PagedColumn(pool, float64, ...rows),
    workBytes,
    work: (numbers) => ({ values: new Uint32Array(numbers), release() {} }),
  };
}

/** A page has no frame until it is written, and none while it is in the file. */
class PagedColumn<A extends Numbers> implements WritableColumn<A>, PageOwner {
  length: number;
  readonly #pool: PagePool;
  /** All frames, seen as the numbers of this column. */
  readonly #numbers: A;
  /** A page has 2^shift rows. */
  readonly #shift: number;
  readonly #mask: number;
  /** By page. What was never touched of them costs no memory. */
  #frames: Uint32Array;
  /** 1 + the slot in the file, by page. */
  #slots: Uint32Array;
  /** The page used last, and where its numbers begin; and the same page, if it may be written. */
  #open = -1;
  #base = 0;
  #openToWrite = -1;

  constructor(pool: PagePool, numbers: A, length: number, expected = length) {
    this.#pool = pool;
    this.#numbers = numbers;
    this.#shift = Math.log2(PAGE_BYTES / numbers.BYTES_PER_ELEMENT);
    this.#mask = 2 ** this.#shift - 1;
    this.length = length;
    const pages = Math.ceil(Math.max(1, length, expected) / 2 ** this.#shift);
    this.#frames = new Uint32Array(pages);
    this.#slots = new Uint32Array(pages);
  }

  at(row: number): number {
    const page = row >>> this.#shift;
    if (page !== this.#open) this.#turnTo(page);
    return this.#numbers[this.#base + (row & this.#mask)] ?? 0;
  }

  set(row: number, value: number): void {
    if (row >= this.length) this.length = row + 1;
    // A page of zeros needs no frame.
    if (value === 0 && this.at(row) === 0) return;
    const page = row >>> this.#shift;
    if (page !== this.#openToWrite) this.#turnToWrite(page);
    this.#numbers[this.#base + (row & this.#mask)] = value;
  }

  fill(value: number, from = 0, end = this.length): void {
    this.length = Math.max(this.length, end);
    for (let row = from; row < end; ) {
      const stop = this.#stopOf(row, end);
      this.#turnToWrite(row >>> this.#shift);
      this.#numbers.fill(value, this.#placeOf(row), this.#placeOf(row) + stop - row);
      row = stop;
    }
  }

  write(row: number, values: A): void {
    const end = row + values.length;
    this.length = Math.max(this.length, end);
    for (let at = row; at < end; ) {
      const stop = this.#stopOf(at, end);
      this.#turnToWrite(at >>> this.#shift);
      this.#numbers.set(values.subarray(at - row, stop - row), this.#placeOf(at));
      at = stop;
    }
  }

  read(from: number, into: A): A {
    const end = from + into.length;
    for (let row = from; row < end; ) {
      const stop = this.#stopOf(row, end);
      this.#turnTo(row >>> this.#shift);
      into.set(this.#numbers.subarray(this.#placeOf(row), this.#placeOf(row) + stop - row), row - from);
      row = stop;
    }
    return into;
  }

  reserve(): void {}

  share(): null {
    return null;
  }

  release(): void {
    const touched = Math.min(this.#frames.length, Math.ceil(this.length / 2 ** this.#shift));
    for (let page = 0; page < touched; page++) {
      this.#pool.free(this.#frames[page] ?? ZERO_FRAME, this.slotOf(page));
    }
    this.#frames = new Uint32Array(0);
    this.#slots = new Uint32Array(0);
    this.#close();
    this.length = 0;
  }

  lost(page: number, slot: number): void {
    this.#frames[page] = ZERO_FRAME;
    this.#slots[page] = slot + 1;
    if (page === this.#open) this.#close();
  }

  slotOf(page: number): number {
    return (this.#slots[page] ?? 0) - 1;
  }

  /** Where the page of `row` ends, or `end` if that comes first. */
  #stopOf(row: number, end: number): number {
    return Math.min(end, row - (row & this.#mask) + this.#mask + 1);
  }

  /** Where the number of a row stands, once its page was turned to. */
  #placeOf(row: number): number {
    return this.#base + (row & this.#mask);
  }

  #turnTo(page: number): void {
    let frame = this.#frames[page] ?? ZERO_FRAME;
    if (frame === ZERO_FRAME && this.slotOf(page) >= 0) frame = this.#load(page);
    this.#openFrame(page, frame);
    this.#openToWrite = -1;
  }

  #turnToWrite(page: number): void {
    let frame = this.#frames[page] ?? ZERO_FRAME;
    if (frame === ZERO_FRAME) frame = this.#load(page);
    this.#openFrame(page, frame);
    this.#pool.change(frame);
    this.#openToWrite = page;
  }

  #openFrame(page: number, frame: number): void {
    this.#pool.use(frame);
    this.#open = page;
    this.#base = frame * (this.#mask + 1);
  }

  #load(page: number): number {
    if (page >= this.#frames.length) this.#grow(page + 1);
    const frame = this.#pool.load(this, page);
    this.#frames[page] = frame;
    return frame;
  }

  #grow(pages: number): void {
    const length = Math.max(pages, 2 * this.#frames.length);
    this.#frames = widened(this.#frames, length);
    this.#slots = widened(this.#slots, length);
  }

  #close(): void {
    this.#open = -1;
    this.#openToWrite = -1;
  }
}

function widened(values: Uint32Array, length: number): Uint32Array {
  const wider = new Uint32Array(length);
  wider.set(values);
  return wider;
}
