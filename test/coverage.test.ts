// Promises: how a later post relates to the origin of its cluster, and how much of each the other has. The notation
// is that of build-posts.ts.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clustersOf, tellClusters } from './report-posts.js';

describe('a later post', () => {
  it.each([
    ['with the same text is identical', 'a b / a b', ['1.1 ← 1.2 identical']],
    ['with more text contains the origin', 'a b / a b c', ['1.1 ← 1.2 contains']],
    ['with less text is contained', 'a b c / a b', ['1.1 ← 1.2 contained']],
    ['with text of its own overlaps', 'a b c / b c d', ['1.1 ← 1.2 overlaps']],
    ['with one of three paragraphs joins not', 'a b c / c d e', []],
    ['with nothing in common joins not', 'a / b', []],
    ['with other emoji is identical', 'a ~ b / ~x a b', ['1.1 ← 1.2 identical']],
  ])('%s', (_, dump, clusters) => {
    expect(tellClusters(dump)).toEqual(clusters);
  });

  it('tells the share of its text that the origin has, and the share of the origin that it has', () => {
    // a, h, o and v are all 30 characters long.
    const [cluster] = clustersOf('a h / a h o v / a');
    expect(cluster?.members.toJSON()).toMatchObject([
      { relation: 'contains', coverage: 0.5, originCoverage: 1 },
      { relation: 'contained', coverage: 1, originCoverage: 0.5 },
    ]);
  });

  it('joins the origin with which it shares most', () => {
    expect(tellClusters('a b / c d e / c d b')).toEqual(['1.2 ← 1.3 overlaps']);
  });

  it('is compared in full though a common line has long stood in many other posts', () => {
    // Only the first few posts that hold `z` are remembered as origins of it.
    const others = ['A z', 'B z', 'C z', 'D z', 'E z'];
    expect(tellClusters(...others, 'z p q', 'z p q')).toEqual(['6.1 ← 7.1 identical']);
  });

  it('finds the one with the same text though others have more of it than are compared', () => {
    const others = ['a A', 'a B', 'a C', 'a D', 'b E', 'b F', 'b G', 'b H'];
    expect(tellClusters(...others, 'a b c', 'a b c')).toEqual(['9.1 ← 10.1 identical']);
  });
});

it('coverage on random posts is what counting the shared paragraphs gives', () => {
  fc.assert(
    fc.property(
      fc.array(fc.uniqueArray(fc.constantFrom(...'abcdef12'), { maxLength: 6 }), { maxLength: 14 }),
      (posts) => {
        // A dump each, so that no line is a signature.
        const texts = posts.map((post) => new Set(post.filter((key) => /[a-z]/.test(key))));
        for (const { origin, members } of clustersOf(...posts.map((post) => post.join(' ')))) {
          const first = texts[Number(origin.dump) - 1] ?? new Set();
          for (const { dump, coverage, originCoverage } of members) {
            const own = texts[Number(dump) - 1] ?? new Set();
            const shared = weigh([...own].filter((key) => first.has(key)));
            expect(coverage).toBeCloseTo(shared / weigh(own), 5);
            expect(originCoverage).toBeCloseTo(shared / weigh(first), 5);
          }
        }
      },
    ),
    { seed: 11, numRuns: 500 },
  );
});

/** Characters, as build-posts.ts has them. */
function weigh(keys: Iterable<string>): number {
  return [...keys].reduce((sum, key) => sum + 24 + (key.charCodeAt(0) % 7), 0);
}
