// Promises: the page scrapes of five real channels are cut where their posts truly start, and their echoes found.

import { basename } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { type SplitRow, splitRows } from './run-reposted.js';
import { scoreSplit } from './score-split.js';
import { beside, newsDumps, readMap } from './shared.js';

beside('the page scrapes of real channels', () => {
  const dumps = newsDumps('scrape');
  let rows: readonly SplitRow[] = [];

  beforeAll(async () => {
    rows = await splitRows(dumps);
  }, 60_000);

  it.each(dumps.map((dump) => [basename(dump), dump]))('%s is cut as it was posted', (name, dump) => {
    const own = rows.filter((row) => row.dump === name);
    const score = scoreSplit(readMap(dump), own);
    expect(score.f1, JSON.stringify(score)).toBeGreaterThanOrEqual(0.998);
    expect(score.echoes, JSON.stringify(score)).toBeGreaterThanOrEqual(0.998);
  });
});
