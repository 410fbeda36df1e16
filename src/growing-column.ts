/**
 * A typed array that grows as rows are appended. Capacity that was never written costs no memory: the
 * operating system hands out the pages when they are first touched.
 */
type Numbers = Uint8Array | Uint16Array | Uint32Array | Float64Array;

/** One column of a table under construction. */
export class GrowingColumn<A extends Numbers> {
  #values: A;
  readonly #make: (length: number) => A;

  /** `make` allocates the array, as in `(length) => new Uint32Array(length)`. */
  constructor(make: (length: number) => A, capacity = 1024) {
    this.#make = make;
    this.#values = make(capacity);
  }

  /** Writes `value` at `row`, once a row; rows below the highest one written and never set are 0. */
  set(row: number, value: number): void {
    if (row >= this.#values.length) this.#grow(row + 1);
    // What is 0 anyway is not written: a column of zeros stays untouched, and costs nothing.
    if (value !== 0) this.#values[row] = value;
  }

  /** The array itself, longer than the rows written; do not write to it while the column still grows. */
  get values(): A {
    return this.#values;
  }

  #grow(length: number): void {
    const grown = this.#make(Math.max(length, this.#values.length * 2));
    grown.set(this.#values);
    this.#values = grown;
  }
}
