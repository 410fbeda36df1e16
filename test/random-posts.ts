// Promises: random dumps in which much repeats: posts of 0 to 8 paragraphs over a small alphabet with short and
// empty ones, some made up freely, most cut out of one common text and lightly damaged; 1 to 3 dumps, 1 to 3 sources.

import fc from 'fast-check';
import type { WrittenPost } from './build-posts.js';

const paragraph = fc.constantFrom('a', 'b', 'c', 'd', 'e', '1', '2', '~', '~x');
const freePost = fc.array(paragraph, { maxLength: 8 });

const commonTexts = [
  ['a', '1', 'b', 'c', '~', 'd', '2', 'e'],
  ['1', 'a', 'b', '2', '3', 'c', 'd', '4'],
  ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'],
] as const;

/** A stretch of a common text, in which one paragraph may be replaced or an empty one put in. */
const cutPost = fc
  .record({
    text: fc.constantFrom(...commonTexts),
    from: fc.nat({ max: 7 }),
    length: fc.integer({ min: 1, max: 8 }),
    damage: fc.option(fc.record({ at: fc.nat({ max: 7 }), by: paragraph, drops: fc.nat({ max: 1 }) })),
  })
  .map(({ text, from, length, damage }) => {
    const post: string[] = text.slice(from, from + length);
    if (damage !== null) post.splice(damage.at, damage.drops, damage.by);
    return post.slice(0, 8);
  });

const post = fc
  .record({
    paragraphs: fc.oneof({ weight: 1, arbitrary: freePost }, { weight: 3, arbitrary: cutPost }),
    source: fc.constantFrom('one', 'two', 'three'),
  })
  .map(
    ({ paragraphs, source }): WrittenPost => ({
      paragraphs,
      words: { date: '', source, forwardedFrom: '' },
    }),
  );

/** Dumps as they are written. */
export const randomDumps: fc.Arbitrary<readonly (readonly WrittenPost[])[]> = fc.array(
  fc.array(post, { maxLength: 7 }),
  { minLength: 1, maxLength: 3 },
);
