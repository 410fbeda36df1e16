/** The columns that every table is made of: numbers, one a row. */

/** The arrays that columns are kept in. */
export type Numbers = Uint8Array | Uint16Array | Uint32Array | Float64Array;

/** A column to read, of numbers as `A` holds them. */
export interface Column<A extends Numbers = Numbers> {
  /** 1 + the highest row. */
  readonly length: number;
  /** The number in a row; 0 where none was ever set. */
  at(row: number): number;
  /** Fills `into` with the rows from `from` on, and returns it. */
  read(from: number, into: A): A;
  /** What other threads see it by; null where they cannot. */
  share(): SharedColumn | null;
}

/** What takes memory until it is given back; then it must not be used again. */
export interface Releasable {
  release(): void;
}

/** A column as it is sent to other threads: the array that it stands in, which is shared, or the columns it is made of. */
export interface SharedColumn {
  readonly length: number;
  readonly parts: readonly Numbers[] | readonly SharedColumn[];
}

/** A column to write. It grows as rows are set. */
export interface WritableColumn<A extends Numbers = Numbers> extends Column<A>, Releasable {
  set(row: number, value: number): void;
  /** Sets the rows `[from, end)` to one number; all of them, unless told otherwise. */
  fill(value: number, from?: number, end?: number): void;
  /** Sets as many rows as there are numbers, from `row` on. */
  write(row: number, values: A): void;
  /** Makes room for so many rows, of which some may be asked for and never set: to look beyond the end of an array is slow. */
  reserve(rows: number): void;
}

/** Numbers that stand in memory. */
export interface WorkArray extends Releasable {
  readonly values: Uint32Array;
}

/** Makes columns of `length` zeros; of those that will grow, `expected` rows are reserved. */
export interface Columns {
  uint8(length: number, expected?: number): WritableColumn<Uint8Array>;
  uint16(length: number, expected?: number): WritableColumn<Uint16Array>;
  uint32(length: number, expected?: number): WritableColumn<Uint32Array>;
  float64(length: number, expected?: number): WritableColumn<Float64Array>;
  /** Of numbers below 2^32; those that are mostly near the ones in the rows beside them take half the room. */
  near(length: number, expected?: number): WritableColumn<Uint32Array>;
  /** The same; those that mostly rise by little from row to row take a quarter of the room. */
  rising(length: number, expected?: number): WritableColumn<Uint32Array>;
  /** Bytes that a stage may take for a while beside its columns, for what must stand in memory. */
  readonly workBytes: number;
  /** Such memory: so many numbers, of any value. */
  work(numbers: number): WorkArray;
}
