// Promises: the laws of find-blocks.ts hold on random posts, and the blocks are the ones that the definition gives
// (block-oracle.ts). Law 3 is held here for the stage alone, for whole runs in order-of-dumps.test.ts.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMemoryColumns } from '../src/columns/memory-columns.js';
import { matchParagraphs } from '../src/match/match-paragraphs.js';
import { Skip } from '../src/model.js';
import { expectedBlocks } from './block-oracle.js';
import { type Built, buildPosts, buildWritten, settings } from './build-posts.js';
import { randomDumps, randomPosts } from './random-posts.js';
import { keysOf, neighbour, signatureKeys, tellBlocks, tellShort, textsOfBlocks } from './tell-blocks.js';

const memoryColumns = createMemoryColumns();

const match = (built: Built) => matchParagraphs({ columns: memoryColumns, ...built }, settings);

/** Checks random posts, the same on every machine. */
function holds<T>(arbitrary: fc.Arbitrary<T>, law: (value: T) => void, numRuns: number): void {
  fc.assert(fc.property(arbitrary, law), { seed: 20250530, numRuns });
}

describe('blocks of random posts', () => {
  it('are the ones that the definition gives', () => {
    holds(
      randomDumps,
      (dumps) => {
        const built = buildWritten(dumps);
        const matches = match(built);
        const keys = dumps.map((posts) => posts.map((post) => post.paragraphs));
        expect(tellBlocks(built, matches)).toEqual(expectedBlocks(keys, signatureKeys(built, matches)));
      },
      2500,
    );
  });

  it('law 1: have the same keys in the same order at every occurrence, each within one post', () => {
    holds(
      randomPosts,
      (built) => {
        const keys = keysOf(built);
        const { post } = built.posts.paragraphs;
        for (const occurrences of textsOfBlocks(match(built))) {
          const told = occurrences.map((texts) => texts.map((at) => keys[at]).join(' '));
          expect(new Set(told).size).toBe(1);
          for (const texts of occurrences) expect(new Set(texts.map((at) => post.at(at))).size).toBe(1);
          expect(new Set(occurrences.map(([first = 0]) => post.at(first))).size).toBeGreaterThan(1);
        }
      },
      1000,
    );
  });

  it('law 2: are maximal: what stands beside a block at every occurrence also stands elsewhere', () => {
    holds(
      randomPosts,
      (built) => {
        const matches = match(built);
        const keys = keysOf(built);
        for (const occurrences of textsOfBlocks(matches)) {
          for (const side of [-1, 1] as const) {
            const beside = occurrences.map((texts) => neighbour(built, matches, { texts, side }));
            const [key] = beside;
            if (key === undefined || beside.some((other) => other !== key)) continue;
            const everywhere = keys.filter((other) => other === key).length;
            expect(everywhere, `${key} beside ${side}`).toBeGreaterThan(occurrences.length);
          }
        }
      },
      1000,
    );
  });

  it('law 3: are the same in whatever order the dumps are read', () => {
    const shuffled = randomDumps.chain((dumps) =>
      fc.record({
        dumps: fc.constant(dumps),
        order: fc.shuffledSubarray(
          dumps.map((_, dump) => dump),
          { minLength: dumps.length },
        ),
      }),
    );
    holds(
      shuffled,
      ({ dumps, order }) => {
        const reordered = buildWritten(order.map((dump) => dumps[dump] ?? []));
        const told = tellBlocks(reordered, match(reordered)).map(({ keys, places }) => ({
          keys,
          places: places.map((place) => place.replace(/^\d+/, (dump) => String(order[Number(dump)]))).sort(),
        }));
        const built = buildWritten(dumps);
        expect(told).toEqual(tellBlocks(built, match(built)));
      },
      1000,
    );
  });

  it('law 4: hold every paragraph that is long enough and stands in two posts, each exactly once', () => {
    holds(
      randomPosts,
      (built) => {
        const matches = match(built);
        const keys = keysOf(built);
        const { post } = built.posts.paragraphs;
        const held = textsOfBlocks(matches).flat(2);
        expect(new Set(held).size).toBe(held.length);
        const postsOf = (key: string | undefined) =>
          new Set(keys.flatMap((other, at) => (other === key ? [post.at(at)] : []))).size;
        const counting = keys.flatMap((key, at) =>
          matches.skip.at(at) === Skip.none && postsOf(key) > 1 ? [at] : [],
        );
        const compared = held.filter((at) => matches.skip.at(at) === Skip.none);
        expect(compared.toSorted((a, b) => a - b)).toEqual(counting);
      },
      1000,
    );
  });

  it('leave out what repeats within one post alone, which is counted', () => {
    holds(
      randomPosts,
      (built) => {
        const matches = match(built);
        const { post } = built.posts.paragraphs;
        const places = new Map<string, number[]>();
        for (const [at, key] of keysOf(built).entries()) {
          if (matches.skip.at(at) === Skip.none) places.set(key, [...(places.get(key) ?? []), post.at(at)]);
        }
        const within = [...places.values()].filter((posts) => new Set(posts).size === 1);
        expect(matches.repeatedWithin).toBe(within.reduce((sum, posts) => sum + posts.length - 1, 0));
      },
      2000,
    );
  });

  it('law 5: are one block with k occurrences for k copies of one text', () => {
    const copied = fc.record({
      text: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', '1', '2'), { minLength: 1, maxLength: 6 }),
      copies: fc.integer({ min: 2, max: 60 }),
    });
    holds(
      copied.filter(({ text }) => text.some((key) => /[a-d]/.test(key))),
      ({ text, copies }) => {
        const built = buildPosts(new Array<string>(copies).fill(text.join(' ')).join('/'));
        expect(tellShort(built, match(built))).toEqual([`${text.join(' ')} ×${copies}`]);
      },
      250,
    );
  });

  it.each([1000, 10_000])('law 5: are one block for %i copies', (copies) => {
    const built = buildPosts(new Array<string>(copies).fill('a 1 b ~ c 2').join('/'));
    expect(tellShort(built, match(built))).toEqual([`a 1 b c 2 ×${copies}`]);
  });
});
