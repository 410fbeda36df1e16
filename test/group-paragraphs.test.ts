// Promises: groups are what a map from fingerprints would give, numbered in order of first appearance, also where
// there are so many paragraphs, or so little room, that they are grouped in rounds;
// what stands once is in group 0.

import { describe, expect, it } from 'vitest';
import { createMemoryColumns } from '../src/columns/memory-columns.js';
import { groupParagraphs } from '../src/match/group-paragraphs.js';
import { createLineTable } from '../src/split/line-table.js';
import { expectSame } from './expect-same.js';
import { randomFrom } from './seeded-random.js';

const memoryColumns = createMemoryColumns();

const noLine = { start: 0, bytes: 1, line: 1, gap: 0, cue: 0, head: 0 };
const noMeasure = { characters: 0, weight: 0, head: 0, visible: true, invalidBytes: 0, measure: () => {} };

/** Paragraphs with these fingerprints, in rows that run the other way. */
function grouped(fingerprints: readonly (readonly [low: number, high: number])[], columns = memoryColumns) {
  const lines = createLineTable(memoryColumns, 1);
  for (const [low, high] of fingerprints.toReversed()) lines.add(noLine, { ...noMeasure, low, high });
  const rows = fingerprints.length;
  const row = memoryColumns.uint32(rows);
  row.write(
    0,
    Uint32Array.from({ length: rows }, (_, at) => rows - 1 - at),
  );
  return groupParagraphs(columns, lines.finish(), { rows, row, post: row });
}

function expected(fingerprints: readonly (readonly [low: number, high: number])[]) {
  const groups = new Map<string, number[]>();
  fingerprints.forEach((fingerprint, at) => {
    const key = fingerprint.join();
    const group = groups.get(key) ?? [];
    group.push(at);
    groups.set(key, group);
  });
  const single = [...groups.values()].filter(({ length }) => length === 1).flat();
  return [single, ...[...groups.values()].filter(({ length }) => length > 1)];
}

function membersOf({ count, of, size, first }: ReturnType<typeof grouped>): number[][] {
  const members = Array.from({ length: count }, (): number[] => []);
  for (let at = 0; at < of.length; at++) members[of.at(at)]?.push(at);
  const groups = members.slice(1);
  expectSame(
    groups.map((group) => [group.length, group[0]]),
    groups.map((_, at) => [size.at(at + 1), first.at(at + 1)]),
  );
  expect(size.at(0)).toBe(1);
  return members;
}

describe('paragraphs', () => {
  const random = randomFrom(11);
  const any = () => random(2 ** 32);
  const some = Array.from({ length: 9000 }, () => [any(), any()] as const);

  it.each([
    ['none', []],
    ['one', some.slice(0, 1)],
    [
      'few that share a half of their fingerprints',
      [
        [1, 2],
        [1, 3],
        [2, 2],
        [1, 2],
        [0, 0],
        [1, 3],
        [0, 0],
      ],
    ],
    ['many, all of one fingerprint', Array.from({ length: 40_000 }, () => [7, 2 ** 32 - 1] as const)],
    [
      'many, of two that are far apart',
      Array.from({ length: 40_000 }, (_, at) => [7, at % 2 === 0 ? 0xf0000000 : 0x90000000] as const),
    ],
    [
      'many, each once',
      Array.from({ length: 40_000 }, (_, at) => [at, Math.imul(at, 0x9e3779b1) >>> 0] as const),
    ],
    [
      'many, most of one fingerprint',
      Array.from({ length: 40_000 }, (_, at) =>
        at % 5 === 0 ? (some[at % 900] ?? [0, 0]) : ([7, 8] as const),
      ),
    ],
    ['many, in parts', Array.from({ length: 40_000 }, () => some[random(some.length)] ?? [0, 0])],
  ] satisfies [string, (readonly [number, number])[]][])(
    'are grouped by all 64 bits: %s',
    (_, fingerprints) => {
      const little = { ...memoryColumns, workBytes: 60_000 };
      expectSame(membersOf(grouped(fingerprints)), expected(fingerprints));
      expectSame(membersOf(grouped(fingerprints, little)), expected(fingerprints));
    },
  );
});
