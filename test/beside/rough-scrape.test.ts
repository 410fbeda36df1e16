// Promises: the cut survives what a page extractor is known to do to a dump, each distortion alone at a rate worse
// than life, and all of them together. The posts are real, the distortions are made: see ../rough-scrape.ts.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type PlainPost, type Roughness, roughScrape } from '../rough-scrape.js';
import { splitRows } from './run-reposted.js';
import { scoreSplit } from './score-split.js';
import { beside, readNewsPosts } from './shared.js';

/** A quotation at the end is rarer than the others here: it cannot be told from one-line posts, so it costs. */
const distortions: readonly (readonly [string, Partial<Roughness>])[] = [
  ['nothing but the echoes', {}],
  ['lines that only the first print has', { firstOnly: 0.12 }],
  ['quotations that only the second print has, inside', { quoteInside: 0.12 }],
  ['quotations that only the second print has, at the end', { quoteAtEnd: 0.03 }],
  ['posts printed once because every line begins with a custom emoji', { once: 0.12 }],
  ['lines cut short in the second print', { cut: 0.12 }],
  ['videos too big', { mediaBefore: 0.12 }],
  ['placeholders under posts', { placeholderAfter: 0.12 }],
  ['placeholders of posts without text', { orphanPlaceholder: 0.12 }],
  ['placeholders of both kinds', { placeholderAfter: 0.5, orphanPlaceholder: 0.12 }],
  ['forward headers', { forwarded: 0.15 }],
  ['forward headers whose post was removed', { forwarded: 0.5, orphanHeader: 0.12 }],
  [
    'all of it',
    {
      firstOnly: 0.05,
      quoteInside: 0.05,
      quoteAtEnd: 0.01,
      once: 0.03,
      cut: 0.05,
      mediaBefore: 0.08,
      placeholderAfter: 0.08,
      orphanPlaceholder: 0.02,
      forwarded: 0.1,
      orphanHeader: 0.02,
    },
  ],
];

beside('rough scrapes of real posts', () => {
  let channels: readonly (readonly PlainPost[])[] = [];
  let folder = '';

  beforeAll(() => {
    channels = readChannels();
    folder = mkdtempSync(join(tmpdir(), 'reposted-rough-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(distortions)('are cut as they were posted: %s', async (_title, rates) => {
    const scrapes = channels.map((posts, ordinal) => writeScrape(posts, rates, ordinal));
    const rows = await splitRows(scrapes.map((scrape) => join(folder, scrape.name)));
    for (const { name, truth } of scrapes) {
      const score = scoreSplit(
        truth,
        rows.filter((row) => row.dump === name),
      );
      expect(score.f1, `${name} ${JSON.stringify(score)}`).toBeGreaterThanOrEqual(0.98);
    }
  });

  function writeScrape(posts: readonly PlainPost[], rates: Partial<Roughness>, ordinal: number) {
    const { text, truth } = roughScrape(posts, rates, ordinal + 1);
    const name = `channel-${ordinal + 1}.txt`;
    writeFileSync(join(folder, name), text);
    return { name, truth };
  }
});

function readChannels(): readonly (readonly PlainPost[])[] {
  const channels = new Map<string, PlainPost[]>();
  for (const { channel, text } of readNewsPosts()) {
    const lines = text.split('\n').filter((line) => line.trim() !== '');
    const posts = channels.get(channel) ?? [];
    channels.set(channel, posts);
    if (lines.length > 0) posts.push({ lines });
  }
  return [...channels.values()];
}
