// Promises: one channel, exported in every way there is, gives the same posts whichever way it came in. All exports are
// read in one run, as one of them says the channel's name and another only its number.

import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { askCli } from '../ask-cli.js';
import { type OrchardPost, orchard } from './orchard.js';

const folder = resolve(import.meta.dirname, '../../fixtures/formats');
const exports = readdirSync(folder)
  .filter((name) =>
    /^(?:telegram|telethon|pyrogram|tdl|tgdataset|snscrape|fourcat-telegram|orchard_news)/.test(name),
  )
  .sort();

type Change = (posts: readonly OrchardPost[]) => readonly OrchardPost[];

/** What a format cannot say; all else must be equal. */
const cannot: Readonly<Record<string, Change>> = {
  // Its dates have no zone.
  'pyrogram-json.json': (posts) => posts.map((post) => ({ ...post, date: post.date.replace('Z', '') })),
  // It loses line breaks.
  'snscrape-telegram-json.jsonl': (posts) =>
    posts.map((post) => ({
      ...post,
      paragraphs: post.paragraphs.length < 2 ? post.paragraphs : [post.paragraphs.join(' ')],
    })),
  // It keeps posts of media alone apart, without their text.
  'tgdataset-json.json': (posts) => posts.filter((post) => post.paragraphs.length > 0),
};

const found = new Map<string, unknown[]>();

beforeAll(async () => {
  const { stdout } = await askCli(['split', ...exports], { cwd: folder });
  for (const row of stdout.trimEnd().split('\n')) {
    const { dump, id, date, source, forwardedFrom, paragraphs } = JSON.parse(row);
    found.set(dump, [...(found.get(dump) ?? []), { id, date, source, forwardedFrom, paragraphs }]);
  }
});

describe('the posts of one channel', () => {
  it('are exported in every way that is known', () => {
    expect(exports.length).toBeGreaterThan(12);
  });

  for (const name of exports) {
    it(`are the same in ${name}`, () => {
      expect(found.get(name)).toEqual(cannot[name]?.(orchard) ?? orchard);
    });
  }
});

it('knows one message in all of them, even one without text', async () => {
  const { stdout } = await askCli(['scan', '--format', 'json', ...exports], { cwd: folder });
  const { summary, clusters } = JSON.parse(stdout);
  expect(new Set(clusters.map(({ id }: { id: string }) => id)).size).toBe(clusters.length);
  expect(clusters.filter(({ origin }: { origin: { id: string } }) => origin.id === '4')).toEqual([]);
  expect(summary.skipped.sameMessages).toBeGreaterThan(10);
});
