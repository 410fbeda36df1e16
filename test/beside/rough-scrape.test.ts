// Promises: the cut survives what a page extractor is known to do to a dump, each distortion alone at a rate worse
// than life, and all of them together. The posts are real, the distortions are made: see ../rough-scrape.ts.

import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { cutText } from '../cut-text.js';
import { expectSame } from '../expect-same.js';
import { type PlainPost, type Roughness, roughScrape } from '../rough-scrape.js';
import { tempFolder } from '../temp-folder.js';
import { splitRows } from './run-reposted.js';
import { scoreSplit } from './score-split.js';
import { beside, readNewsPosts } from './shared.js';

const everything: Partial<Roughness> = {
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
};

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
];

beside('rough scrapes of real posts', () => {
  let channels: readonly (readonly PlainPost[])[] = [];

  beforeAll(() => {
    channels = readChannels();
  });

  const scrapesOf = (rates: Partial<Roughness>, isPrinted = (_post: number) => true) =>
    channels.map((posts, ordinal) => {
      const printed = posts.filter((_, post) => isPrinted(post));
      return { name: `channel-${ordinal + 1}.txt`, ...roughScrape(printed, rates, ordinal + 1) };
    });

  const cutAll = (scrapes: ReturnType<typeof scrapesOf>) =>
    scrapes.map((scrape) => ({ ...scrape, posts: cutText(scrape.text).posts }));

  function expectCut(cut: ReturnType<typeof cutAll>): void {
    for (const { name, truth, posts } of cut) {
      const score = scoreSplit(truth, posts);
      expect(score.f1, `${name} ${JSON.stringify(score)}`).toBeGreaterThanOrEqual(0.98);
    }
  }

  // Each is tried on half the posts of a channel, one half and the other by turns: it befalls some fifty of them.
  for (const [at, [title, rates]] of distortions.entries()) {
    it(`are cut as they were posted: ${title}`, () => {
      expectCut(cutAll(scrapesOf(rates, (post) => post % 2 === at % 2)));
    });
  }

  it('are cut as they were posted: all of it, by the program just so', async () => {
    const cut = cutAll(scrapesOf(everything));
    expectCut(cut);
    const folder = await tempFolder(Object.fromEntries(cut.map(({ name, text }) => [name, text])));
    const rows = await splitRows(cut.map(({ name }) => join(folder, name)));
    const expected = cut.flatMap(({ name: dump, posts }) =>
      posts.map(({ lines, echo, forwardedFrom, paragraphs }) => {
        return { dump, lines, echo, forwardedFrom, paragraphs: paragraphs.length };
      }),
    );
    expectSame(rows, expected);
  });
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
