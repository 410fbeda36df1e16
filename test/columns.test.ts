// Promises: columns of near numbers and columns in pages are what plain columns in memory are, whatever is done with them and however few pages there is
// room for; what is released is used again; rows are put in order as a stable sort would.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMemoryColumns, createPlainColumns } from '../src/columns/memory-columns.js';
import { allRows, orderRows } from '../src/columns/order-rows.js';
import { PAGE_BYTES, type PageFile } from '../src/columns/page-pool.js';
import { createPagedColumns } from '../src/columns/paged-columns.js';
import { valuesOf } from '../src/columns/values-of.js';
import type { Column, Columns, Numbers, WritableColumn } from '../src/model.js';
import { analyzePosts, buildWritten } from './build-posts.js';
import { randomFrom } from './seeded-random.js';

const memoryColumns = createMemoryColumns();

/** A file that is none. */
function createMemoryFile(): PageFile & { readonly slots: Map<number, Uint8Array> } {
  const slots = new Map<number, Uint8Array>();
  return {
    slots,
    read: (slot, bytes, offset) => bytes.set(slots.get(slot) ?? [], offset),
    write: (slot, bytes, offset) => slots.set(slot, bytes.slice(offset, offset + PAGE_BYTES)),
  };
}

/** Far more rows than the fewest pages hold, of any kind. */
const ROWS = 3_000_000;

/** What is done with a column: reads give what they find. */
interface Deed {
  readonly column: number;
  readonly what: 'set' | 'at' | 'fill' | 'write' | 'read' | 'reserve' | 'release';
  readonly row: number;
  readonly rows: number;
  readonly value: number;
}

/** Does what it is told with a column of one kind, and with one made anew when that is released. */
function doer<A extends Numbers>(make: () => WritableColumn<A>, array: (rows: number) => A) {
  let column = make();
  return ({ what, row, rows, value }: Deed): unknown => {
    const end = Math.min(column.length, row + rows);
    if (what === 'set') return column.set(row, value);
    if (what === 'at') return [column.at(row), column.length];
    // What is far away is filled row by row.
    if (what === 'fill') return column.fill(value, row, row + Math.min(rows, 20_000));
    if (what === 'read') return row < end ? hashed(column.read(row, array(end - row))) : null;
    if (what === 'write') return column.write(row, rising(array(rows), value));
    if (what === 'reserve') return column.reserve(row);
    column.release();
    column = make();
    return null;
  };
}

function rising<A extends Numbers>(numbers: A, value: number): A {
  for (let at = 0; at < numbers.length; at++) numbers[at] = value + at * (value & 7);
  return numbers;
}

const bytes = (rows: number) => new Uint8Array(rows);
const halves = (rows: number) => new Uint16Array(rows);
const words = (rows: number) => new Uint32Array(rows);
const floats = (rows: number) => new Float64Array(rows);
const kinds: readonly ((columns: Columns) => (deed: Deed) => unknown)[] = [
  ({ uint8 }) => doer(() => uint8(10), bytes),
  ({ uint16 }) => doer(() => uint16(10), halves),
  ({ uint32 }) => doer(() => uint32(10), words),
  ({ float64 }) => doer(() => float64(10), floats),
  ({ near }) => doer(() => near(10), words),
  ({ rising }) => doer(() => rising(10), words),
];

const deeds: fc.Arbitrary<Deed[]> = fc.array(
  fc.record({
    column: fc.nat(kinds.length - 1),
    what: fc.constantFrom('set', 'set', 'at', 'at', 'fill', 'write', 'write', 'read', 'reserve', 'release'),
    row: fc.oneof(fc.nat(ROWS), fc.nat(100)),
    rows: fc.oneof(fc.nat(20), fc.nat(100), fc.nat(500_000)),
    value: fc.oneof(
      fc.nat(255),
      fc.integer({ min: 65_528, max: 65_529 }),
      fc.integer({ min: 40_000, max: 70_000 }),
      fc.nat(2 ** 32 - 1),
    ),
  }),
  { maxLength: 60 },
);

function play(columns: Columns, done: readonly Deed[]): unknown[] {
  const doers = kinds.map((kind) => kind(columns));
  return done.map((deed) => doers[deed.column]?.(deed));
}

/** A sum that depends on places. */
function hashed(numbers: ArrayLike<number>): number {
  let hash = numbers.length;
  for (let at = 0; at < numbers.length; at++) hash = (Math.imul(hash, 31) + (numbers[at] ?? 0)) | 0;
  return hash;
}

describe('columns in memory', () => {
  it('hold what was written, in full or near each other, in memory that is new or was given back', () => {
    fc.assert(
      fc.property(deeds, (done) => {
        expect(play(memoryColumns, done)).toEqual(play(createPlainColumns(), done));
      }),
      { numRuns: 20, seed: 8 },
    );
  });
});

describe('columns in pages', () => {
  it('are what columns in memory are', () => {
    fc.assert(
      fc.property(deeds, (done) => {
        expect(play(createPagedColumns(createMemoryFile(), 0), done)).toEqual(
          play(createPlainColumns(), done),
        );
      }),
      { numRuns: 20, seed: 7 },
    );
  });

  it('go to the file and come back, row by row and side by side', () => {
    const file = createMemoryFile();
    const columns = createPagedColumns(file, 0);
    const made = [columns.uint32(0), columns.uint32(0), columns.float64(0)];
    for (let row = 0; row < 400_000; row++) {
      made.forEach((column, at) => {
        column.set(row, row * 3 + at);
      });
    }
    expect(file.slots.size).toBeGreaterThan(500);
    let wrong = 0;
    for (let row = 0; row < 400_000; row += 7) {
      made.forEach((column, at) => {
        if (column.at(row) !== row * 3 + at) wrong += 1;
      });
    }
    expect(wrong).toBe(0);
  });

  it('take no room for zeros, and give back what is released', () => {
    const file = createMemoryFile();
    const columns = createPagedColumns(file, 0);
    const zeros = columns.uint32(5_000_000);
    for (let row = 0; row < zeros.length; row += 1000) zeros.set(row, zeros.at(row));
    expect(file.slots.size).toBe(0);
    for (let again = 0; again < 3; again++) {
      const column = columns.uint32(0);
      for (let row = 0; row < 1_000_000; row++) column.set(row, row);
      column.release();
    }
    // A column has 489 pages, of which the pool has room for 256.
    expect(file.slots.size).toBeLessThan(489);
  });
});

describe('rows in order', () => {
  const paged = createPagedColumns(createMemoryFile(), 0);
  const random = randomFrom(5);
  const keys = Float64Array.from({ length: 1_200_000 }, () => random(1000));
  keys.fill(Number.POSITIVE_INFINITY, 500, 70_000);
  const keyOf = (row: number) => keys[row] ?? 0;
  /** Rows by their keys, then by themselves: both in one number. */
  const sorted = (count: number) =>
    Float64Array.from({ length: count }, (_, row) => Math.min(keyOf(row), 1000) * 2 ** 21 + row)
      .sort()
      .map((both) => both % 2 ** 21);

  it.each([
    ['none', 0, memoryColumns],
    ['one', 1, memoryColumns],
    ['one run', 524_288, memoryColumns],
    ['several runs', 1_200_000, memoryColumns],
    ['several runs in pages', 1_048_576, paged],
  ])('are those of a stable sort: %s', (_, count, columns) => {
    const ordered = orderRows(columns, allRows(columns, count), keyOf);
    expect(hashed([...valuesOf(ordered)])).toBe(hashed(sorted(count)));
    expect(ordered.length).toBe(count);
  });
});

describe('an analysis in pages', () => {
  it('finds what one in memory finds', () => {
    const random = randomFrom(3);
    const words = (post: number) => ({
      date: random(3) === 0 ? '2024' : '',
      source: `s${post % 5}`,
      forwardedFrom: '',
    });
    const written = Array.from({ length: 30_000 }, (_, post) => ({
      paragraphs: Array.from({ length: 1 + random(4) }, () => `a${random(40_000)}`),
      words: words(post),
    }));
    const built = buildWritten([written]);
    const inMemory = analyzePosts(built);
    const inPages = analyzePosts(built, createPagedColumns(createMemoryFile(), 0));
    const tell = ({ matches: { blocks }, clusters, ranking }: typeof inMemory) =>
      [
        blocks.first,
        blocks.last,
        blocks.held,
        clusters.member,
        clusters.own,
        clusters.theirs,
        ranking.blocks,
        ranking.clusters,
      ].map((column: Column) => [column.length, hashed([...valuesOf(column)])]);
    expect(tell(inPages)).toEqual(tell(inMemory));
    expect(inMemory.clusters.rows).toBeGreaterThan(100);
  });
});
