/**
 * A column of numbers that mostly rise by little from row to row, in little more than a byte each: numbers of lines are such,
 * and those of the posts that paragraphs stand in. So many rows share a base, and each holds how far above it is. Those of
 * which one is too far above stand elsewhere, as numbers that are merely near.
 */
import type { Columns, SharedColumn, WritableColumn } from '../model.js';

const GROUP_BITS = 5;
const GROUP = 2 ** GROUP_BITS;
/** The code of a number that is its base; 0 is the code of 0. */
const LEVEL = 1;
/** The code of all rows of a group that stands elsewhere: its base says where. */
const FAR = 0xff;
/** Groups that are encoded before they are written. */
const BATCH = 64;

/** Makes a column of numbers below 2^32 out of columns of other kinds. */
export function createRisingColumn(
  { uint8, uint32, near }: Pick<Columns, 'uint8' | 'uint32' | 'near'>,
  length: number,
  expected = length,
): WritableColumn<Uint32Array> {
  const parts = { codes: uint8(0, expected), bases: uint32(0, Math.ceil(expected / GROUP)), far: near(0) };
  return new RisingColumn(parts, length);
}

/** The columns that a rising one is made of; `bases` is by group. */
export interface RisingParts {
  readonly codes: WritableColumn<Uint8Array>;
  readonly bases: WritableColumn<Uint32Array>;
  readonly far: WritableColumn<Uint32Array>;
}

/** The column of `length` rows that stands in others, as {@link createRisingColumn} made them. */
export class RisingColumn implements WritableColumn<Uint32Array> {
  length: number;
  readonly #codes: WritableColumn<Uint8Array>;
  readonly #bases: WritableColumn<Uint32Array>;
  readonly #far: WritableColumn<Uint32Array>;
  readonly #encoded = new Uint8Array(BATCH * GROUP);

  constructor({ codes, bases, far }: RisingParts, length: number) {
    this.length = length;
    this.#codes = codes;
    this.#bases = bases;
    this.#far = far;
  }

  at(row: number): number {
    const code = this.#codes.at(row);
    return code === 0 ? 0 : this.#decode(row, code);
  }

  set(row: number, value: number): void {
    if (row >= this.length) this.length = row + 1;
    const group = row >>> GROUP_BITS;
    const known = row < this.#codes.length ? this.#codes.at(row) : 0;
    if (known !== FAR) {
      const code = value === 0 ? 0 : codeOf(value, this.#baseFor(group, value));
      if (code !== FAR) {
        if (code !== known) this.#codes.set(row, code);
        return;
      }
      this.#writeFar(group, this.read(group * GROUP, new Uint32Array(GROUP)));
    }
    this.#far.set(this.#bases.at(group) * GROUP + (row % GROUP), value);
  }

  fill(value: number, from = 0, end = this.length): void {
    for (let row = from; row < end; row++) this.set(row, value);
  }

  /** Rows behind all others go group by group. */
  write(row: number, values: Uint32Array): void {
    const isBehind = row >= this.length;
    const head = isBehind ? Math.min(values.length, -row & (GROUP - 1)) : values.length;
    const end = values.length - ((values.length - head) % GROUP);
    for (let at = 0; at < head; at++) this.set(row + at, values[at] ?? 0);
    for (let at = head; at < end; at += BATCH * GROUP) {
      this.#append(row + at, values.subarray(at, Math.min(end, at + BATCH * GROUP)));
    }
    for (let at = end; at < values.length; at++) this.set(row + at, values[at] ?? 0);
  }

  read(from: number, into: Uint32Array): Uint32Array {
    for (let at = 0; at < into.length; ) {
      const base = this.#bases.at((from + at) >>> GROUP_BITS);
      const end = Math.min(into.length, at + GROUP - ((from + at) % GROUP));
      for (; at < end; at++) {
        const code = this.#codes.at(from + at);
        into[at] = code === 0 ? 0 : code === FAR ? this.#decode(from + at, code) : base + code - LEVEL;
      }
    }
    return into;
  }

  reserve(rows: number): void {
    this.#codes.reserve(rows);
    this.#bases.reserve(Math.ceil(rows / GROUP));
  }

  share(): SharedColumn | null {
    const [codes, bases, far] = [this.#codes.share(), this.#bases.share(), this.#far.share()];
    if (codes === null || bases === null || far === null) return null;
    return { length: this.length, parts: [codes, bases, far] };
  }

  release(): void {
    for (const column of [this.#codes, this.#bases, this.#far]) column.release();
    this.length = 0;
  }

  /** The number with a code other than 0. */
  #decode(row: number, code: number): number {
    const base = this.#bases.at(row >>> GROUP_BITS);
    return code === FAR ? this.#far.at(base * GROUP + (row % GROUP)) : base + code - LEVEL;
  }

  /** The base of a group, which is the number at hand where there is none yet. */
  #baseFor(group: number, value: number): number {
    const base = group < this.#bases.length ? this.#bases.at(group) : 0;
    if (base === 0) this.#bases.set(group, value);
    return base === 0 ? value : base;
  }

  /** Writes whole groups, a batch at the most, behind all others. */
  #append(row: number, values: Uint32Array): void {
    const first = row >>> GROUP_BITS;
    const far: number[] = [];
    for (let group = 0; group * GROUP < values.length; group++) {
      const base = encode(values, group * GROUP, this.#encoded);
      if (base === null) far.push(group);
      else if (base !== 0) this.#bases.set(first + group, base);
    }
    this.#codes.write(row, this.#encoded.subarray(0, values.length));
    this.length = row + values.length;
    for (const group of far) {
      this.#writeFar(first + group, values.subarray(group * GROUP, (group + 1) * GROUP));
    }
  }

  /** Writes a group elsewhere. */
  #writeFar(group: number, numbers: Uint32Array): void {
    const place = Math.ceil(this.#far.length / GROUP);
    this.#far.write(place * GROUP, numbers);
    this.#codes.fill(FAR, group * GROUP, (group + 1) * GROUP);
    this.#bases.set(group, place);
  }
}

/** Writes the codes of the group from `from` on, and returns its base; null where a number is too far above it, or below. */
function encode(values: Uint32Array, from: number, into: Uint8Array): number | null {
  let base = 0;
  let isFar = false;
  for (let at = from; at < from + GROUP; at++) {
    const value = values[at] ?? 0;
    if (base === 0) base = value;
    const code = value === 0 ? 0 : codeOf(value, base);
    into[at] = code;
    isFar ||= code === FAR;
  }
  return isFar ? null : base;
}

/** The code of a number that is not 0; {@link FAR} where it is too far from the base. */
function codeOf(value: number, base: number): number {
  const code = value - base + LEVEL;
  return code > 0 && code < FAR ? code : FAR;
}
