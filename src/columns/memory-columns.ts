/** Columns that stand in memory: typed arrays that grow. */
import type { Columns, Numbers, SharedColumn, WritableColumn } from '../model.js';
import { createNearColumn, NearColumn } from './near-column.js';
import { createRisingColumn, RisingColumn } from './rising-column.js';
import { createSpareMemory, type Piece, type SpareMemory } from './spare-memory.js';

/** Columns without a bound; what one gives back another takes. */
export function createMemoryColumns(): Columns {
  const plain = createPlainColumns();
  const near: Columns['near'] = (...rows) => createNearColumn(plain, ...rows);
  return { ...plain, near, rising: (...rows) => createRisingColumn({ ...plain, near }, ...rows) };
}

/** The same, but numbers that are near each other, or rise, take as much room as others: for tables that are read once. */
export function createPlainColumns(): Columns {
  const spare = createSpareMemory();
  const makes =
    <A extends Numbers, C>(Kind: ColumnType<A, C>, type: ArrayType<A>) =>
    (length: number, expected = length) =>
      new Kind(type, spare, spare.take(Math.max(length, expected) * type.BYTES_PER_ELEMENT), length);
  const uint32 = makes(Uint32Column, Uint32Array);
  return {
    uint8: makes(Uint8Column, Uint8Array),
    uint16: makes(Uint16Column, Uint16Array),
    uint32,
    near: uint32,
    rising: uint32,
    float64: makes(Float64Column, Float64Array),
    workBytes: 64 * 1024 * 1024,
    work(numbers) {
      const bytes = numbers * Uint32Array.BYTES_PER_ELEMENT;
      const piece = spare.take(bytes);
      return {
        values: new Uint32Array(piece.buffer, piece.offset, numbers),
        release: () => spare.give({ ...piece, touched: Math.max(bytes, piece.touched) }),
      };
    },
  };
}

/** The column that was shared: what is written to it is written for all who share it. It must not grow. */
export function columnOf({ length, parts }: SharedColumn): WritableColumn {
  const [first, second, third] = parts.map((part) => ('parts' in part ? columnOf(part) : arrayColumn(part)));
  if (first === undefined) throw new TypeError('Expected a column that was shared, found one of no parts');
  if (!(second instanceof Uint32Column)) return first;
  if (first instanceof Uint16Column) return new NearColumn(first, second, length);
  if (first instanceof Uint8Column && third instanceof NearColumn) {
    return new RisingColumn({ codes: first, bases: second, far: third }, length);
  }
  throw new TypeError(`Expected a column that was shared, found one of ${parts.length} parts`);
}

function arrayColumn(numbers: Numbers): WritableColumn {
  const { buffer, byteOffset: offset, byteLength: bytes, length } = numbers;
  if (!(buffer instanceof SharedArrayBuffer)) throw new TypeError('Expected numbers in shared memory');
  const piece = { buffer, offset, bytes, touched: bytes };
  const spare = createSpareMemory();
  if (numbers instanceof Uint8Array) return new Uint8Column(Uint8Array, spare, piece, length);
  if (numbers instanceof Uint16Array) return new Uint16Column(Uint16Array, spare, piece, length);
  if (numbers instanceof Uint32Array) return new Uint32Column(Uint32Array, spare, piece, length);
  return new Float64Column(Float64Array, spare, piece, length);
}

/** A class of columns. */
type ColumnType<A extends Numbers, C> = new (
  type: ArrayType<A>,
  spare: SpareMemory,
  piece: Piece,
  length: number,
) => C;

/** A class of typed arrays. */
interface ArrayType<A extends Numbers> {
  readonly BYTES_PER_ELEMENT: number;
  new (buffer: SharedArrayBuffer, offset: number, length: number): A;
}

/** A column that grows has room for so many rows at first. */
const FEWEST_ROWS = 256;

/**
 * What columns of all kinds do in bulk. Capacity that was never written costs no memory: the operating system hands out
 * pages when they are first touched. So zeros are not written where zeros are.
 */
abstract class MemoryColumn<A extends Numbers> {
  length: number;
  protected values: A;
  readonly #type: ArrayType<A>;
  readonly #spare: SpareMemory;
  #piece: Piece;

  constructor(type: ArrayType<A>, spare: SpareMemory, piece: Piece, length: number) {
    this.#type = type;
    this.#spare = spare;
    this.length = length;
    this.#piece = piece;
    this.values = this.#arrayOf(piece);
  }

  share(): SharedColumn {
    return { length: this.length, parts: [this.values.subarray(0, this.length)] };
  }

  fill(value: number, from = 0, end = this.length): void {
    if (end > this.length) this.extend(end);
    this.values.fill(value, from, end);
  }

  write(row: number, values: A): void {
    if (row + values.length > this.length) this.extend(row + values.length);
    this.values.set(values, row);
  }

  read(from: number, into: A): A {
    into.set(this.values.subarray(from, from + into.length));
    return into;
  }

  reserve(rows: number): void {
    if (rows > this.values.length) this.#moveTo(this.#spare.reserve(rows * this.#type.BYTES_PER_ELEMENT));
  }

  release(): void {
    this.#giveBack();
    this.length = 0;
    this.#piece = this.#spare.take(0);
    this.values = this.#arrayOf(this.#piece);
  }

  protected extend(length: number): void {
    if (length > this.values.length) {
      const rows = Math.max(FEWEST_ROWS, length, 2 * this.values.length);
      this.#moveTo(this.#spare.take(rows * this.#type.BYTES_PER_ELEMENT));
    }
    this.length = length;
  }

  #moveTo(piece: Piece): void {
    const moved = this.#arrayOf(piece);
    moved.set(this.values.subarray(0, this.length));
    this.#giveBack();
    this.#piece = piece;
    this.values = moved;
  }

  #arrayOf({ buffer, offset, bytes }: Piece): A {
    return new this.#type(buffer, offset, Math.floor(bytes / this.#type.BYTES_PER_ELEMENT));
  }

  #giveBack(): void {
    const written = this.length * this.#type.BYTES_PER_ELEMENT;
    this.#spare.give({ ...this.#piece, touched: Math.max(written, this.#piece.touched) });
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
