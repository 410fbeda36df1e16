// Promises: a scrape with all that extractors are known to do to one, everything mixed, is cut where its posts began.

import { describe, expect, it } from 'vitest';
import { cutText } from './cut-text.js';
import { type PlainPost, type Roughness, roughScrape } from './rough-scrape.js';
import { type Random, randomFrom } from './seeded-random.js';

const words =
  'apple pear plum quince orchard ladder basket morning market price frost blossom bee hive honey jam cellar ' +
  'winter сад яблоко груша урожай рынок мороз пчела мёд погреб зима весна ветер дождь утро 2024 12 300';

/** Every known distortion. */
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

/**
 * Made-up posts: 30 that come back now and then with another first line, the rest new. Of a hundred, `oneLine` have
 * one line only.
 */
function makePosts(oneLine: number, random: Random): readonly PlainPost[] {
  const vocabulary = words.split(' ');
  const line = () =>
    Array.from({ length: 3 + random(9) }, () => vocabulary[random(vocabulary.length)] ?? '').join(' ');
  const post = (): PlainPost => {
    const length = random(100) < oneLine ? 1 : 2 + random(7);
    return { lines: Array.from({ length }, line) };
  };
  const known = Array.from({ length: 30 }, post);
  return Array.from({ length: 400 }, () => {
    const again = random(10) === 0 ? known[random(known.length)] : undefined;
    return again === undefined ? post() : { lines: [line(), ...again.lines.slice(1)] };
  });
}

function score(oneLine: number, rates: Partial<Roughness>, seed: number) {
  const { text, truth } = roughScrape(makePosts(oneLine, randomFrom(seed)), rates, seed);
  const cut = cutText(text);
  expect(cut.format).toBe('telegram-page-text');
  const starts = new Set(cut.posts.map((post) => post.lines[0]));
  const hits = truth.filter((post) => starts.has(post.l0)).length;
  return (2 * hits) / (starts.size + truth.length);
}

describe('a scrape of 400 posts is cut where they began', () => {
  it.each([1, 2, 3, 4, 5])('with every distortion (seed %i)', (seed) => {
    expect(score(0, mixed, seed)).toBeGreaterThanOrEqual(0.98);
  });

  it.each([1, 2, 3, 4, 5])('with every distortion and posts of one line (seed %i)', (seed) => {
    // Where such posts are common, nothing tells them from a quotation that ends a post: there it must be rare.
    expect(score(5, { ...mixed, quoteAtEnd: 0.01 }, seed)).toBeGreaterThanOrEqual(0.98);
  });

  it.each([1, 2, 3])('without distortions (seed %i)', (seed) => {
    expect(score(0, {}, seed)).toBe(1);
    // Two posts of one line in a row look like a quotation.
    expect(score(5, {}, seed)).toBeGreaterThanOrEqual(0.99);
  });
});
