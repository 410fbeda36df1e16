/**
 * A column of numbers that are mostly near those of the rows beside them, in little more than half the room: places and
 * lengths of lines are such. So many rows share a base, which stands right behind them, where one look into memory finds
 * it; each holds its distance from that in two bytes. Those of which one is too far away stand elsewhere, in full.
 */
import type { Columns, SharedColumn, WritableColumn } from '../model.js';

const GROUP_BITS = 5;
const GROUP = 2 ** GROUP_BITS;
/** Numbers of two bytes that a group takes: its codes, and both halves of its base, the lower one first. */
const STRIDE = GROUP + 2;
/** The code of a number that is as large as its base; 0 is the code of 0. */
const LEVEL = 0x8000;
/** The code of all rows of a group that stands elsewhere: its base says where. */
const WIDE = 0xffff;
/** Groups that are encoded before they are written: memory made for all at once would lie about until a collector runs. */
const BATCH = 64;

/** Makes a column of numbers below 2^32 out of `columns`; it holds some 4,000 million rows at the most. */
export function createNearColumn(
  { uint16, uint32 }: Pick<Columns, 'uint16' | 'uint32'>,
  length: number,
  expected = length,
): WritableColumn<Uint32Array> {
  return new NearColumn(uint16(0, STRIDE * Math.ceil(expected / GROUP)), uint32(0), length);
}

/** The column of `length` rows that stands in two others, as {@link createNearColumn} made them. */
export class NearColumn implements WritableColumn<Uint32Array> {
  length: number;
  readonly #groups: WritableColumn<Uint16Array>;
  readonly #wide: WritableColumn<Uint32Array>;
  readonly #encoded = new Uint16Array(BATCH * STRIDE);

  constructor(groups: WritableColumn<Uint16Array>, wide: WritableColumn<Uint32Array>, length: number) {
    this.length = length;
    this.#groups = groups;
    this.#wide = wide;
  }

  at(row: number): number {
    const code = this.#groups.at(placeOf(row));
    return code === 0 ? 0 : this.#decode(row, code, this.#baseOf(row >>> GROUP_BITS));
  }

  set(row: number, value: number): void {
    if (row >= this.length) this.length = row + 1;
    const group = row >>> GROUP_BITS;
    const place = placeOf(row);
    const known = place < this.#groups.length ? this.#groups.at(place) : 0;
    if (known !== WIDE) {
      if (value === 0 && known === 0) return;
      const code = value === 0 ? 0 : codeOf(value, this.#baseFor(group, value));
      if (code !== WIDE) {
        this.#groups.set(place, code);
        return;
      }
      this.#writeWide(group, this.read(group * GROUP, new Uint32Array(GROUP)));
    }
    this.#wide.set(this.#baseOf(group) * GROUP + (row % GROUP), value);
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
    const end = head + groups * GROUP;
    for (let at = head; at < end; at += BATCH * GROUP) {
      this.#append(row + at, values.subarray(at, Math.min(end, at + BATCH * GROUP)));
    }
    for (let at = end; at < values.length; at++) this.set(row + at, values[at] ?? 0);
  }

  read(from: number, into: Uint32Array): Uint32Array {
    for (let at = 0; at < into.length; ) {
      const row = from + at;
      const base = this.#baseOf(row >>> GROUP_BITS);
      const end = Math.min(into.length, at + GROUP - (row % GROUP));
      for (; at < end; at++) {
        const code = this.#groups.at(placeOf(from + at));
        into[at] = code === 0 ? 0 : this.#decode(from + at, code, base);
      }
    }
    return into;
  }

  reserve(rows: number): void {
    this.#groups.reserve(STRIDE * Math.ceil(rows / GROUP));
  }

  share(): SharedColumn | null {
    const [groups, wide] = [this.#groups.share(), this.#wide.share()];
    return groups === null || wide === null ? null : { length: this.length, parts: [groups, wide] };
  }

  release(): void {
    for (const column of [this.#groups, this.#wide]) column.release();
    this.length = 0;
  }

  /** The number with a code other than 0. */
  #decode(row: number, code: number, base: number): number {
    return code === WIDE ? this.#wide.at(base * GROUP + (row % GROUP)) : base + code - LEVEL;
  }

  #baseOf(group: number): number {
    const at = group * STRIDE + GROUP;
    return this.#groups.at(at) + this.#groups.at(at + 1) * 2 ** 16;
  }

  #setBase(group: number, base: number): void {
    this.#groups.set(group * STRIDE + GROUP, base & 0xffff);
    this.#groups.set(group * STRIDE + GROUP + 1, base >>> 16);
  }

  /** The base of a group, which is the number at hand where there is none yet. */
  #baseFor(group: number, value: number): number {
    const base = group * STRIDE + GROUP < this.#groups.length ? this.#baseOf(group) : 0;
    if (base === 0) this.#setBase(group, value);
    return base === 0 ? value : base;
  }

  /** Writes whole groups, a batch at the most, behind all others. */
  #append(row: number, values: Uint32Array): void {
    const first = row >>> GROUP_BITS;
    const count = values.length / GROUP;
    const far: number[] = [];
    for (let group = 0; group < count; group++) {
      if (!encode(values, group, this.#encoded)) far.push(group);
    }
    this.#groups.write(first * STRIDE, this.#encoded.subarray(0, count * STRIDE));
    this.length = row + values.length;
    for (const group of far)
      this.#writeWide(first + group, values.subarray(group * GROUP, (group + 1) * GROUP));
  }

  /** Writes a group in full. */
  #writeWide(group: number, numbers: Uint32Array): void {
    const place = Math.ceil(this.#wide.length / GROUP);
    this.#wide.write(place * GROUP, numbers);
    this.#groups.fill(WIDE, group * STRIDE, group * STRIDE + GROUP);
    this.#setBase(group, place);
  }
}

/** Where the code of a row stands. */
function placeOf(row: number): number {
  return row + 2 * (row >>> GROUP_BITS);
}

/** Writes the codes and the base of a group; false where a number is too far from the others. */
function encode(values: Uint32Array, group: number, into: Uint16Array): boolean {
  let base = 0;
  let isNear = true;
  for (let at = 0; at < GROUP; at++) {
    const value = values[group * GROUP + at] ?? 0;
    if (base === 0) base = value;
    const code = value === 0 ? 0 : codeOf(value, base);
    into[group * STRIDE + at] = code;
    isNear &&= code !== WIDE;
  }
  into[group * STRIDE + GROUP] = base & 0xffff;
  into[group * STRIDE + GROUP + 1] = base >>> 16;
  return isNear;
}

/** The code of a number that is not 0; {@link WIDE} where it is too far from the base. */
function codeOf(value: number, base: number): number {
  const code = value - base + LEVEL;
  return code > 0 && code < WIDE ? code : WIDE;
}
