// Promises: which blocks a few posts have, by hand, so that a reader sees what the laws mean; and that finding them
// reads each paragraph a few times, not each pair.

import { describe, expect, it } from 'vitest';
import { createMemoryColumns } from '../src/columns/memory-columns.js';
import { valuesOf } from '../src/columns/values-of.js';
import { groupParagraphs } from '../src/match/group-paragraphs.js';
import { matchParagraphs } from '../src/match/match-paragraphs.js';
import { type Column, type Numbers, type Releasable, Skip } from '../src/model.js';
import { type Built, buildPosts, settings } from './build-posts.js';
import { tellBlocks, tellShort } from './tell-blocks.js';

const memoryColumns = createMemoryColumns();

const match = (built: Built) => matchParagraphs({ columns: memoryColumns, ...built }, settings);
const blocksOf = (...dumps: readonly string[]) => {
  const built = buildPosts(...dumps);
  return tellShort(built, match(built));
};

describe('two posts', () => {
  it.each([
    ['nothing in common', 'a b / c d', []],
    ['one paragraph', 'a b / c a', ['a ×2']],
    ['all of it', 'a b c / a b c', ['a b c ×2']],
    ['a run, parted by what only one has', 'a b x c d / a b c d', ['a b ×2', 'c d ×2']],
    ['the same runs in another order', 'a b c d / c d a b', ['a b ×2', 'c d ×2']],
    ['only short paragraphs', '1 2 / 1 2', []],
    ['only emoji', '~ / ~', []],
  ])('that have %s', (_, dump, blocks) => {
    expect(blocksOf(dump)).toEqual(blocks);
  });
});

describe('a short paragraph', () => {
  it.each([
    ['between stands in the block', 'a 1 b / a 1 b', ['a 1 b ×2']],
    ['between at only one place parts the block', 'a 1 b / a b', ['a ×2', 'b ×2']],
    ['that differs parts the block, and each half keeps none', 'a 1 b / a 2 b', ['a ×2', 'b ×2']],
    ['at the edge of every occurrence joins', 'a 1 / a 1', ['a 1 ×2']],
    ['before every occurrence joins', 'x 1 a / y 1 a', ['1 a ×2']],
    ['at both edges joins at both', '1 a 2 / 1 a 2', ['1 a 2 ×2']],
    ['several deep joins as long as all are alike', 'a 1 2 3 / a 1 2 4', ['a 1 2 ×2']],
    ['that also stands elsewhere does not join at the edge', 'a 1 / a 1 / b 1', ['a ×2']],
    ['that also stands elsewhere stays between', 'a 1 b / a 1 b / c 1', ['a 1 b ×2']],
    ['missing beside one occurrence does not join', 'a 1 / a 1 / a', ['a ×3']],
  ])('%s', (_, dump, blocks) => {
    expect(blocksOf(dump)).toEqual(blocks);
  });
});

describe('a paragraph of emoji', () => {
  it('is passed over wherever it stands', () => {
    expect(blocksOf('a ~ b / a b / ~ a ~x ~ b ~')).toEqual(['a b ×3']);
    expect(blocksOf('a ~ 1 / a 1 ~')).toEqual(['a 1 ×2']);
  });
});

describe('a text', () => {
  it('that others quote in part is told in the parts that everyone has alike', () => {
    expect(blocksOf('a b c / a b c / a b / a b / a b')).toEqual(['a b ×5', 'c ×2']);
  });

  it('that repeats within one post only makes no block', () => {
    expect(blocksOf('a b a b / c')).toEqual([]);
  });

  it('that repeats within a post and stands in another is told at every place', () => {
    const built = buildPosts('a a / a');
    expect(tellBlocks(built, match(built))).toEqual([
      { keys: 'a', places: ['0:0:0-0', '0:0:1-1', '0:1:0-0'] },
    ]);
  });

  it('never runs on from one post into the next', () => {
    expect(blocksOf('a / b / a / b')).toEqual(['a ×2', 'b ×2']);
  });

  it('is one block across dumps', () => {
    expect(blocksOf('a b', 'x a b', 'a b y')).toEqual(['a b ×3']);
  });
});

it('what a source says under its posts does not depend on which dump is read first', () => {
  // Once each of a b c d was a signature, `y` was left alone under it; before, it stood under four other texts.
  const own = 'e a / f a / g a / h b / i b / j b / k c / l c / m c / n d / o d / p d';
  const other = 'a y / b y / c y / d y';
  const skipped = (...dumps: readonly string[]) => {
    const built = buildPosts(...dumps);
    return match(built).signatures.length;
  };
  expect(skipped(other, own)).toBe(skipped(own, other));
});

it('skips are counted by their reason', () => {
  const built = buildPosts('a 1 ~ / b 1 ~x');
  const { empty, none, short } = Skip;
  expect([...valuesOf(match(built).skip)]).toEqual([none, short, empty, none, short, empty]);
});

it('paragraphs with equal halves of a fingerprint are told apart by the other half', () => {
  // Every paragraph here has one of three low halves.
  const { lines, posts } = buildPosts('a b c d e f g h / h g f e d c b a');
  const groups = groupParagraphs(memoryColumns, lines, posts.paragraphs);
  expect(groups.count).toBe(9);
  expect(Array.from({ length: 8 }, (_, at) => groups.size.at(at + 1))).toEqual(new Array(8).fill(2));
});

describe('the paragraphs that are looked at', () => {
  it.each([
    ['copies of one text', (post: number) => `a 1 b ~ c ${post}`],
    ['one paragraph again and again', () => 'a'],
    ['nothing that repeats', (post: number) => `a${post} b${post} c${post}`],
    ['pairs', (post: number) => `a${post >> 1} b${post >> 1} 1`],
    ['a footer under everything', (post: number) => `a${post} b${post >> 1} 1 z`],
  ])('grow as the input does, not as its square: %s', (_, write) => {
    const reads = [500, 1000, 4000].map((count) => {
      const built = buildPosts(Array.from({ length: count }, (_, post) => write(post)).join('/'));
      return countReads(built) / count;
    });
    const [few = 0, , many = 0] = reads;
    // Twice as much at most: a hash table's chains vary a little, a square would be eightfold.
    expect(many, `reads a post: ${reads}`).toBeLessThan(2 * few);
  });
});

/** How often matching reads any of the columns that grow with the input. */
function countReads(built: Built): number {
  let reads = 0;
  const counting = <A extends Numbers>(column: Column<A>): Column<A> & Releasable => ({
    release() {},
    length: column.length,
    share: () => column.share(),
    read(from, into) {
      reads += into.length;
      return column.read(from, into);
    },
    at(of) {
      reads += 1;
      return column.at(of);
    },
  });
  const { lines, posts } = built;
  const { row, post } = posts.paragraphs;
  match({
    ...built,
    lines: {
      ...lines,
      low: counting(lines.low),
      high: counting(lines.high),
      weight: counting(lines.weight),
    },
    posts: { ...posts, paragraphs: { ...posts.paragraphs, row: counting(row), post: counting(post) } },
  });
  return reads;
}
