// Promises: the library's stages can be called by themselves, and again: dumps that were scanned once may be reported as
// often as one likes, by other settings too.

import { expect, it } from 'vitest';
import { defaultSettings, findDumps, makeReport, scanDumps } from '../src/api.js';
import { allBlocks } from '../src/report/listed-blocks.js';

it('dumps that were scanned once are cut alike whenever they are reported', async () => {
  const dumps = await findDumps(['fixtures/two-channels', 'fixtures/channel-page'], process.cwd());
  const scanned = await scanDumps(dumps, {
    userCues: { start: null, end: null, separator: null, forwardPhrases: [] },
    format: null,
    fields: {},
    expectedBytes: null,
    onBytes: () => {},
  });
  const tell = (rung: 'exact' | 'homoglyphs') => makeReport(scanned, { ...defaultSettings, rung }, allBlocks);
  const [first, second, third] = [tell('homoglyphs'), tell('exact'), tell('homoglyphs')];
  expect(second.summary.posts).toBe(first.summary.posts);
  expect(third.summary).toEqual(first.summary);
  expect(first.summary.echoes).toBeGreaterThan(5);
  scanned.reading.close();
});
