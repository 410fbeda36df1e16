// Promises: a scrape with all that extractors are known to do to one, everything mixed, is cut where its posts began.

import { describe, expect, it } from 'vitest';
import { cutText } from './cut-text.js';
import { type PlainPost, type Roughness, roughScrape } from './rough-scrape.js';
import { type Random, randomFrom } from './seeded-random.js';

const words =
  'apple pear plum quince orchard ladder basket morning market price frost blossom bee hive honey jam cellar ' +
  'winter сад яблоко груша урожай рынок мороз пчела мёд погреб зима весна ветер дождь утро 2024 12 300';

/** Every known distortion. A quotation at a post's end is told from posts of one line by guess, so it is rarer. */
const mixed: Roughness = {
  firstOnly: 0.04,
  quoteInside: 0.04,
  quoteAtEnd: 0.03,
  once: 0.03,
  cut: 0.05,
  mediaBefore: 0.05,
  placeholderAfter: 0.05,
  orphanPlaceholder: 0.03,
  forwarded: 0.05,
  orphanHeader: 0.03,
  noBreakSpace: 0.5,
};

/** Made-up posts: 30 that come back now and then with another first line, the rest new; few have only one line. */
function makePosts(count: number, random: Random): readonly PlainPost[] {
  const vocabulary = words.split(' ');
  const line = () =>
    Array.from({ length: 3 + random(9) }, () => vocabulary[random(vocabulary.length)] ?? '').join(' ');
  const post = (): PlainPost => ({
    lines: Array.from({ length: random(20) === 0 ? 1 : 2 + random(7) }, line),
  });
  const known = Array.from({ length: 30 }, post);
  return Array.from({ length: count }, () => {
    const again = random(10) === 0 ? known[random(known.length)] : undefined;
    return again === undefined ? post() : { lines: [line(), ...again.lines.slice(1)] };
  });
}

function score(rates: Partial<Roughness>, seed: number) {
  const { text, truth } = roughScrape(makePosts(400, randomFrom(seed)), rates, seed);
  const cut = cutText(text);
  const starts = new Set(cut.posts.map((post) => post.lines[0]));
  const hits = truth.filter((post) => starts.has(post.l0)).length;
  const extents = new Map(cut.posts.map((post) => [post.lines[0], post.lines[1]]));
  return {
    format: cut.format,
    f1: (2 * hits) / (starts.size + truth.length),
    whole: truth.filter((post) => extents.get(post.l0) === post.l1).length / truth.length,
  };
}

describe('a scrape of 400 posts', () => {
  it.each([1, 2, 3, 4, 5])('with every distortion is cut where its posts began (seed %i)', (seed) => {
    const { format, f1 } = score(mixed, seed);
    expect(format).toBe('telegram-page-text');
    expect(f1).toBeGreaterThanOrEqual(0.98);
  });

  it.each([1, 2, 3])('with none is cut into the posts it was made of (seed %i)', (seed) => {
    expect(score({}, seed)).toEqual({ format: 'telegram-page-text', f1: 1, whole: 1 });
  });
});
