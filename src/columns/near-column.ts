/**
 * A column of numbers that are mostly near those of the rows beside them, in little more than half the room: places and
 * lengths of lines are such. Sixteen rows share a base, and each holds its distance from that in two bytes; sixteen
 * of which one is too far away stand elsewhere, in full.
 */
import type { Columns, WritableColumn } from '../model.js';

const GROUP_BITS = 4;
const GROUP = 2 ** GROUP_BITS;
/** The code of a number that is as large as its base; 0 is the code of 0. */
const LEVEL = 0x8000;
/** The code of all rows of a group that stands elsewhere: its base says where. */
const WIDE = 0xffff;

/** Makes a column of numbers below 2^32 out of `columns`. */
export function createNearColumn(
  columns: Pick<Columns, 'uint16' | 'uint32'>,
  length: number,
  expected = length,
): WritableColumn<Uint32Array> {
  return new NearColumn(columns, length, expected);
}

class NearColumn implements WritableColumn<Uint32Array> {
  length: number;
  readonly #codes: WritableColumn<Uint16Array>;
  /** By group, the first of its numbers that is not 0, or the number of a group in {@link #wide}. */
  readonly #bases: WritableColumn<Uint32Array>;
  readonly #wide: WritableColumn<Uint32Array>;

  constructor({ uint16, uint32 }: Pick<Columns, 'uint16' | 'uint32'>, length: number, expected: number) {
    this.length = length;
    this.#codes = uint16(length, expected);
    this.#bases = uint32(Math.ceil(length / GROUP), Math.ceil(expected / GROUP));
    this.#wide = uint32(0);
  }

  at(row: number): number {
    const code = this.#codes.at(row);
    if (code === 0) return 0;
    const base = this.#bases.at(row >>> GROUP_BITS);
    return code === WIDE ? this.#wide.at(base * GROUP + (row % GROUP)) : base + code - LEVEL;
  }

  set(row: number, value: number): void {
    if (row >= this.length) this.length = row + 1;
    const group = row >>> GROUP_BITS;
    const known = this.#codes.at(row);
    if (known !== WIDE) {
      if (value === 0 && known === 0) return;
      const code = value === 0 ? 0 : this.#codeOf(group, value);
      if (code >= 0 && code < WIDE) {
        this.#codes.set(row, code);
        return;
      }
      this.#widen(group);
    }
    this.#wide.set(this.#bases.at(group) * GROUP + (row % GROUP), value);
  }

  fill(value: number, from = 0, end = this.length): void {
    for (let row = from; row < end; row++) this.set(row, value);
  }

  write(row: number, values: Uint32Array): void {
    for (let at = 0; at < values.length; at++) this.set(row + at, values[at] ?? 0);
  }

  read(from: number, end: number): Uint32Array<ArrayBuffer> {
    return Uint32Array.from({ length: end - from }, (_, at) => this.at(from + at));
  }

  release(): void {
    for (const column of [this.#codes, this.#bases, this.#wide]) column.release();
    this.length = 0;
  }

  /** The code of a number that is not 0; below 1 or above {@link WIDE} where it is too far from the base. */
  #codeOf(group: number, value: number): number {
    const base = this.#bases.at(group);
    if (base !== 0) return value - base + LEVEL || -1;
    this.#bases.set(group, value);
    return LEVEL;
  }

  /** Writes a group in full. */
  #widen(group: number): void {
    const from = group * GROUP;
    const numbers = this.read(from, from + GROUP);
    const place = Math.ceil(this.#wide.length / GROUP);
    this.#wide.write(place * GROUP, numbers);
    this.#bases.set(group, place);
    this.#codes.fill(WIDE, from, from + GROUP);
  }
}
