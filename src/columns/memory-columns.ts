/** Columns that stand in memory: typed arrays that grow. */
import type { Columns, Numbers, WritableColumn } from '../model.js';

/** Columns without a bound. */
export const memoryColumns: Columns = {
  uint8: (length, expected = length) => new Uint8Column(Uint8Array, length, expected),
  uint16: (length, expected = length) => new Uint16Column(Uint16Array, length, expected),
  uint32: (length, expected = length) => new Uint32Column(Uint32Array, length, expected),
  float64: (length, expected = length) => new Float64Column(Float64Array, length, expected),
  workBytes: 64 * 1024 * 1024,
};

/**
 * What columns of all kinds do in bulk. Capacity that was never written costs no memory: the operating system hands out
 * pages when they are first touched. So zeros are not written where zeros are.
 */
abstract class MemoryColumn<A extends Numbers> {
  length: number;
  protected values: A;
  readonly #make: new (
    length: number,
  ) => A;

  constructor(make: new (length: number) => A, length: number, expected: number) {
    this.#make = make;
    this.length = length;
    this.values = new make(Math.max(length, expected));
  }

  fill(value: number, from = 0, end = this.length): void {
    if (end > this.length) this.extend(end);
    this.values.fill(value, from, end);
  }

  write(row: number, values: A): void {
    if (row + values.length > this.length) this.extend(row + values.length);
    this.values.set(values, row);
  }

  read(from: number, end: number): A {
    const copy = new this.#make(end - from);
    copy.set(this.values.subarray(from, end));
    return copy;
  }

  release(): void {
    this.length = 0;
    this.values = new this.#make(0);
  }

  protected extend(length: number): void {
    if (length > this.values.length) {
      const grown = new this.#make(Math.max(length, 2 * this.values.length));
      grown.set(this.values);
      this.values = grown;
    }
    this.length = length;
  }
}

// One row at a time is written out kind by kind, so that each place in the machine's code meets one kind of array.

class Uint8Column extends MemoryColumn<Uint8Array> implements WritableColumn<Uint8Array> {
  at(row: number): number {
    return this.values[row] ?? 0;
  }

  set(row: number, value: number): void {
    if (row >= this.values.length) this.extend(row + 1);
    else if (row >= this.length) this.length = row + 1;
    if (value !== 0 || this.values[row] !== 0) this.values[row] = value;
  }
}

class Uint16Column extends MemoryColumn<Uint16Array> implements WritableColumn<Uint16Array> {
  at(row: number): number {
    return this.values[row] ?? 0;
  }

  set(row: number, value: number): void {
    if (row >= this.values.length) this.extend(row + 1);
    else if (row >= this.length) this.length = row + 1;
    if (value !== 0 || this.values[row] !== 0) this.values[row] = value;
  }
}

class Uint32Column extends MemoryColumn<Uint32Array> implements WritableColumn<Uint32Array> {
  at(row: number): number {
    return this.values[row] ?? 0;
  }

  set(row: number, value: number): void {
    if (row >= this.values.length) this.extend(row + 1);
    else if (row >= this.length) this.length = row + 1;
    if (value !== 0 || this.values[row] !== 0) this.values[row] = value;
  }
}

class Float64Column extends MemoryColumn<Float64Array> implements WritableColumn<Float64Array> {
  at(row: number): number {
    return this.values[row] ?? 0;
  }

  set(row: number, value: number): void {
    if (row >= this.values.length) this.extend(row + 1);
    else if (row >= this.length) this.length = row + 1;
    if (value !== 0 || this.values[row] !== 0) this.values[row] = value;
  }
}
