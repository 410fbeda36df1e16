/** The read-only column, which every table is made of. */

/** A read-only typed array: a `Uint32Array` may be passed for it, and writing to it is a compile error. */
export interface Column {
  readonly length: number;
  readonly [row: number]: number;
}
