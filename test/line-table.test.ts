// Promises: where a line starts is told exactly however large its dump is, and whichever dump it is of.

import { expect, it } from 'vitest';
import { createMemoryColumns } from '../src/columns/memory-columns.js';
import { lineStart } from '../src/model/line-start.js';
import { createLineTable } from '../src/split/line-table.js';

const memoryColumns = createMemoryColumns();

const measured = {
  low: 1,
  high: 1,
  characters: 1,
  weight: 2,
  head: 0,
  visible: true,
  invalidBytes: 0,
  measure: () => {},
};

it('starts of lines beyond 4 GiB are told, and those of the next dump', () => {
  const starts = [0, 2 ** 32 - 1, 2 ** 32, 2 ** 33 + 5, 2 ** 45, 0, 7, 2 ** 32 + 1];
  const table = createLineTable(memoryColumns, 1);
  for (const start of starts) table.add({ start, bytes: 1, line: 1, gap: 0, cue: 0, head: 0 }, measured);
  const lines = table.finish();
  expect(starts.map((_, row) => lineStart(lines, row))).toEqual(starts);
});
