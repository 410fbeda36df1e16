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
    return this.#decode(row, this.#codes.at(row), this.#bases.at(row >>> GROUP_BITS));
  }

  set(row: number, value: number): void {
    if (row >= this.length) this.length = row + 1;
    const group = row >>> GROUP_BITS;
    const known = this.#codes.at(row);
    if (known !== WIDE) {
      if (value === 0 && known === 0) return;
      const code = value === 0 ? 0 : codeOf(value, this.#baseFor(group, value));
      if (code !== WIDE) {
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

  /** Rows behind all others go group by group. */
  write(row: number, values: Uint32Array): void {
    const isBehind = row >= this.length;
    const head = isBehind ? Math.min(values.length, -row & (GROUP - 1)) : values.length;
    const groups = (values.length - head) >>> GROUP_BITS;
    for (let at = 0; at < head; at++) this.set(row + at, values[at] ?? 0);
    if (groups > 0) this.#append(row + head, values.subarray(head, head + groups * GROUP));
    for (let at = head + groups * GROUP; at < values.length; at++) this.set(row + at, values[at] ?? 0);
  }

  read(from: number, into: Uint32Array): Uint32Array {
    let base = this.#bases.at(from >>> GROUP_BITS);
    for (let at = 0; at < into.length; at++) {
      const row = from + at;
      if (row % GROUP === 0) base = this.#bases.at(row >>> GROUP_BITS);
      into[at] = this.#decode(row, this.#codes.at(row), base);
    }
    return into;
  }

  release(): void {
    for (const column of [this.#codes, this.#bases, this.#wide]) column.release();
    this.length = 0;
  }

  #decode(row: number, code: number, base: number): number {
    if (code === 0) return 0;
    return code === WIDE ? this.#wide.at(base * GROUP + (row % GROUP)) : base + code - LEVEL;
  }

  /** The base of a group, which is the number at hand where there is none yet. */
  #baseFor(group: number, value: number): number {
    const base = this.#bases.at(group);
    if (base === 0) this.#bases.set(group, value);
    return base === 0 ? value : base;
  }

  /** Writes whole groups behind all others. */
  #append(row: number, values: Uint32Array): void {
    const bases = new Uint32Array(values.length / GROUP);
    const codes = new Uint16Array(values.length);
    const far: number[] = [];
    for (let group = 0; group < bases.length; group++) {
      let base = 0;
      let isFar = false;
      for (let at = group * GROUP; at < (group + 1) * GROUP; at++) {
        const value = values[at] ?? 0;
        if (base === 0) base = value;
        const code = value === 0 ? 0 : codeOf(value, base);
        codes[at] = code;
        if (code === WIDE) isFar = true;
      }
      bases[group] = base;
      if (isFar) far.push(group);
    }
    this.#bases.write(row >>> GROUP_BITS, bases);
    this.#codes.write(row, codes);
    this.length = row + values.length;
    for (const group of far)
      this.#writeWide((row >>> GROUP_BITS) + group, values.subarray(group * GROUP, (group + 1) * GROUP));
  }

  #widen(group: number): void {
    this.#writeWide(group, this.read(group * GROUP, new Uint32Array(GROUP)));
  }

  /** Writes a group in full. */
  #writeWide(group: number, numbers: Uint32Array): void {
    const place = Math.ceil(this.#wide.length / GROUP);
    this.#wide.write(place * GROUP, numbers);
    this.#bases.set(group, place);
    this.#codes.fill(WIDE, group * GROUP, (group + 1) * GROUP);
  }
}

/** The code of a number that is not 0; {@link WIDE} where it is too far from the base. */
function codeOf(value: number, base: number): number {
  const code = value - base + LEVEL;
  return code > 0 && code < WIDE ? code : WIDE;
}
