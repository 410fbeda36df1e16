// Promises: law 3 for whole runs. Given in any order, dumps on disk make the same report, byte for byte; read in any
// order, their blocks, signatures and counts are the same, and only who was first may differ.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeReport } from '../src/make-report.js';
import { findDumps } from '../src/read/find/find-dumps.js';
import { allBlocks } from '../src/report/describe/listed-blocks.js';
import type { Report } from '../src/report/report.js';
import { reportJson } from '../src/report/reporters/json-reporter.js';
import { scanDumps } from '../src/scan-dumps.js';
import { settings } from './build-posts.js';
import { reportOn } from './scan-texts.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'reposted-order-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const line = fc.constantFrom(
  'The apples of the old orchard are ripe',
  'Nobody has come to pick them this year',
  'Pears were sold out by ten on Saturday',
  'The ladder is broken in two places now',
  'Read more in our channel, every day new',
  'Too short',
  '🍎🍎',
);
const post = fc.array(line, { minLength: 1, maxLength: 5 }).map((lines) => lines.join('\n'));
const dump = fc.array(post, { maxLength: 7 }).map((posts) => posts.join('\n---\n'));
const names = ['a.txt', 'b.txt', 'c.txt'] as const;
const dumps = fc
  .tuple(dump, dump, dump)
  .map((texts) => texts.map((text, at) => [names[at] ?? '', text] as const));
const order = fc.shuffledSubarray([0, 1, 2], { minLength: 3 });

it('the order of the arguments changes no byte of the report', async () => {
  await fc.assert(
    fc.asyncProperty(dumps, order, async (written, given) => {
      for (const [name, text] of written) writeFileSync(join(folder, name), text);
      const inOrder = await scanJson(names);
      expect(await scanJson(given.map((at) => names[at] ?? ''))).toBe(inOrder);
    }),
    { seed: 23, numRuns: 15 },
  );
});

it('the order of reading changes neither blocks nor signatures nor counts', () => {
  fc.assert(
    fc.property(dumps, order, (written, read) => {
      const shuffled = read.map((at) => written[at] ?? ['', '']);
      const parted = { format: 'separator-text' } as const;
      const report = reportOn(Object.fromEntries(written), parted);
      expect(tell(reportOn(Object.fromEntries(shuffled), parted))).toEqual(tell(report));
    }),
    { seed: 29, numRuns: 300 },
  );
});

async function scanJson(paths: readonly string[]): Promise<string> {
  const userCues = { start: null, end: null, separator: null, forwardPhrases: [] };
  const found = await findDumps(paths, folder);
  const scanned = await scanDumps(found, {
    userCues,
    format: null,
    fields: {},
    expectedBytes: null,
    onBytes: () => {},
  });
  try {
    return [...reportJson(makeReport(scanned, settings, allBlocks))].join('');
  } finally {
    scanned.reading.close();
  }
}

/** What must not depend on who was read first. */
function tell(report: Report) {
  const { credited: _, uncredited: __, clusters: ___, ...summary } = report.summary;
  return {
    summary,
    signatures: report.signatures
      .toJSON()
      .map(({ source, text, posts }) => `${source} ${text} ${posts}`)
      .sort(),
    blocks: [...report.blocks()]
      .map(({ id, rung, paragraphs, characters, occurrences }) => {
        const places = occurrences
          .toJSON()
          .map(({ dump, post, lines, bytes }) => `${dump} ${post} ${lines} ${bytes}`);
        return { id, rung, paragraphs, characters, places: places.sort() };
      })
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
}
