// Promises: the laws of find-blocks.ts hold on random posts, and the blocks are the ones that the definition gives
// (block-oracle.ts). Law 3 is held here for the stage alone, for whole runs in order-of-dumps.test.ts.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMemoryColumns } from '../src/columns/memory-columns.js';
import { matchParagraphs } from '../src/match/match-paragraphs.js';
import { type Matches, Skip } from '../src/model.js';
import { expectedBlocks } from './block-oracle.js';
import { type Built, buildPosts, buildWritten, settings } from './build-posts.js';
import { expectSame } from './expect-same.js';
import { randomDumps } from './random-posts.js';
import { keysOf, neighbour, signatureKeys, tellBlocks, tellShort, textsOfBlocks } from './tell-blocks.js';

const memoryColumns = createMemoryColumns();

const match = (built: Built) => matchParagraphs({ columns: memoryColumns, ...built }, settings);

/** Checks random posts, the same on every machine. */
function holds<T>(arbitrary: fc.Arbitrary<T>, law: (value: T) => void, numRuns: number): void {
  fc.assert(fc.property(arbitrary, law), { seed: 20250530, numRuns });
}

/** Random posts, what was found in them, and the key of every paragraph. */
interface Tried {
  readonly built: Built;
  readonly matches: Matches;
  readonly keys: readonly string[];
}

/** Blocks have the same keys in the same order at every occurrence, each within one post. */
function expectLaw1({ built, matches, keys }: Tried): void {
  const { post } = built.posts.paragraphs;
  const broken = textsOfBlocks(matches).filter((occurrences) => {
    const told = new Set(occurrences.map((texts) => texts.map((at) => keys[at]).join(' ')));
    const posts = occurrences.map((texts) => new Set(texts.map((at) => post.at(at))));
    const firsts = new Set(occurrences.map(([first = 0]) => post.at(first)));
    return told.size !== 1 || posts.some(({ size }) => size !== 1) || firsts.size < 2;
  });
  expectSame(broken, []);
}

/** Blocks are maximal: what stands beside one at every occurrence also stands elsewhere. */
function expectLaw2(tried: Tried): void {
  for (const occurrences of textsOfBlocks(tried.matches)) {
    for (const side of [-1, 1] as const) {
      const beside = new Set(occurrences.map((texts) => neighbour(tried, { texts, side })));
      const [key] = beside;
      if (key === undefined || beside.size > 1) continue;
      const everywhere = tried.keys.filter((other) => other === key).length;
      expect(everywhere, `${key} beside ${side}`).toBeGreaterThan(occurrences.length);
    }
  }
}

/** Blocks hold every paragraph that is long enough and stands in two posts, each exactly once. */
function expectLaw4({ built, matches, keys }: Tried): void {
  const { post } = built.posts.paragraphs;
  const held = textsOfBlocks(matches).flat(2);
  const postsOf = (key: string | undefined) =>
    new Set(keys.flatMap((other, at) => (other === key ? [post.at(at)] : []))).size;
  const counting = keys.flatMap((key, at) =>
    matches.skip.at(at) === Skip.none && postsOf(key) > 1 ? [at] : [],
  );
  const compared = held.filter((at) => matches.skip.at(at) === Skip.none);
  expectSame(
    compared.toSorted((a, b) => a - b),
    counting,
  );
  expectSame(new Set(held).size, held.length);
}

/** What repeats within one post alone is in no block, and is counted. */
function expectCounted({ built, matches, keys }: Tried): void {
  const { post } = built.posts.paragraphs;
  const places = new Map<string, number[]>();
  for (const [at, key] of keys.entries()) {
    if (matches.skip.at(at) === Skip.none) places.set(key, [...(places.get(key) ?? []), post.at(at)]);
  }
  const within = [...places.values()].filter((posts) => new Set(posts).size === 1);
  expectSame(
    matches.repeatedWithin,
    within.reduce((sum, posts) => sum + posts.length - 1, 0),
  );
}

describe('blocks of random posts', () => {
  // The same posts for all of them, as it takes longer to make and match posts than to look at what was found.
  it('are the ones that the definition gives, and keep laws 1, 2 and 4', () => {
    holds(
      randomDumps,
      (dumps) => {
        const built = buildWritten(dumps);
        const matches = match(built);
        const tried = { built, matches, keys: keysOf(built) };
        const written = dumps.map((posts) => posts.map((post) => post.paragraphs));
        expectSame(tellBlocks(built, matches), expectedBlocks(written, signatureKeys(built, matches)));
        for (const expectLaw of [expectLaw1, expectLaw2, expectLaw4, expectCounted]) expectLaw(tried);
      },
      2500,
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
        expectSame(told, tellBlocks(built, match(built)));
      },
      1000,
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
