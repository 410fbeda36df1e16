// Promises: posts that an extractor printed twice are folded into one, however the two prints are known to differ;
// what was posted twice is not. The notation is that of fold-notation.ts; whole scrapes are in rough-scrape.test.ts.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asJson } from './as-json.js';
import { cutText } from './cut-text.js';
import { expectSame } from './expect-same.js';
import { foldAgain, foldLines } from './fold-notation.js';
import { reportOn } from './scan-texts.js';

describe('a post that is printed', () => {
  it.each([
    ['with its title once and its paragraphs twice', 'T A B : A B | U C D E : C D E'],
    ['with the second of two titles twice', 'T U A B : U A B | V C : C'],
    ['with one line, once', 'T A : A | L | U B : B'],
    ['with several posts of one line between', 'T A : A | L | M | N | U B : B'],
    ['with a quotation in the second print only', 'T A B : A Q B | U C : C'],
    ['with a quotation of three lines in the second print only', 'T A B : A Q R S B | U C : C'],
    ['with two lines in the first print only', 'T A E F B : A B | U C : C'],
    ['with a custom emoji line in the first print only', 'T A E B : A B | U C : C'],
    ['with its last line in the first print only', 'T A B E : A B | U C D : C D'],
    ['with a line cut short in the second print', 'T A apple.tree : A apple | U C : C'],
    ['with its first common line cut short', 'T Apple.tree : Apple | U C D : C D'],
    ['with a line cut short and one lost', 'T A E apple.tree B : A apple B | U C : C'],
    ['with a quotation where another line is lost', 'T A E B : A Q B | U C : C'],
    ['with a line that it has twice', 'T A b A c : A b A c | U C : C'],
    ['with light lines only, two of them', 'T a b : a b | U c d : c d'],
    ['like the post before it', 'T A B : A B | T A B : A B'],
    ['with the same footer as the next one', 'T A F : A F | U B F : B F | V C F : C F'],
    ['with the same header as the next one', 'H A B : A B | H C D : C D'],
    ['and again, posted twice', 'T A B : A B | U C D : C D | U C D : C D | V E : E'],
    ['and again behind a post with a line lost', 'T A E B : A B | U C D : C D | U C D : C D | V E : E'],
    ['and again behind a post of one line', 'T A : A | L | U C D : C D | U C D : C D | V E : E'],
    ['and again behind a post of two', 'T A : A | U C D F : C D F | U C D F : C D F | V E : E'],
    ['and again, posted three times, with two lines', 'T A : A | U C : C | U C : C | U C : C | V E : E'],
    ['and again, posted four times', `T A B : A B | ${'U C D F : C D F | '.repeat(4)}V E : E`],
    [
      'and again where the prints differ',
      'T A B : A B | U C D E F G : C D Q E F G | U C D E F G : C D Q E F G',
    ],
    ['and again with the post before it', `V E : E | ${'T A B : A B | U C D : C D | '.repeat(2)}W F : F`],
    ['with its first line once more in it', 'T A T B : A T B | U C D U : C D U | V V E : V E'],
    ['with two equal lines at its end', 'T A B B : A B B | U C C : C C | V E : E'],
    ['behind the author and the start of what it answers', 'T A : A | N | Q | U B C : B C'],
  ])('%s', (_, told) => {
    expect(foldAgain(told)).toBe(told);
  });

  it.each([
    ['with a quotation at its end in the second print only', 'T A B : A B Q R | U C D : C D'],
    ['with a quotation of three lines at its end', 'T A B : A B Q R S | U C D : C D'],
  ])('%s, where posts of one line are rare', (_, told) => {
    expect(foldAgain(told, { quotations: true })).toBe(told);
  });

  it('once, because every line begins with a custom emoji, is one post where a placeholder ends it', () => {
    expect(foldAgain('T A : A | U E F G', { closed: true })).toBe('T A : A | U E F G');
    expect(foldAgain('U E F G', { closed: true })).toBe('U E F G');
  });

  it('twice from its first line on, on a page that does so', () => {
    const told = 'T A B : T A B | L : L | U C : U C';
    expect(foldAgain(told, { kind: 'whole' })).toBe(told);
    const again = 'T A B : T A B | T A B : T A B | L : L | L : L | U C : U C';
    expect(foldAgain(again, { kind: 'whole' })).toBe(again);
  });
});

const dump = (posts: readonly string[], parted: string) =>
  posts
    .map(
      (post) =>
        `${post
          .split(' ')
          .map((word) => `The line that ends with ${word}\n`)
          .join('')}`,
    )
    .join(parted);

it('a footer that comes back under every post is no echo', () => {
  const posts = Array.from({ length: 100 }, (_, post) => `a${post} b${post} footer`);
  expect(cutText(dump(posts, ''))).toMatchObject({ echoes: 0, confidence: 'low' });
});

describe('a post that is posted again right after itself', () => {
  const posts = ['a b c', 'a b c', ...'defghi'.split('').map((key) => `${key} ${key}1 ${key}2`)];

  it('is two posts and a repost, and no echo', () => {
    const report = reportOn({ 'dump.txt': dump(posts, '---\n') });
    expect(report.summary).toMatchObject({ posts: 8, echoes: 0, reposts: 1 });
    const [block] = [...report.blocks()];
    expect(block?.occurrences.toJSON().map((place) => place.lines)).toEqual([
      [1, 3],
      [5, 7],
    ]);
  });

  it('is no evidence for a page printed twice', () => {
    expect(cutText(dump(posts, '\n')).echoes).toBe(0);
    expect(cutText(dump(posts, '')).echoes).toBe(0);
  });

  it('is two posts and a repost on a page printed twice', () => {
    const twice = posts.map((post) => `${post} ${post.split(' ').slice(1).join(' ')}`);
    const report = reportOn({ 'page.txt': dump(twice, '') });
    expect(report.summary).toMatchObject({ posts: 8, echoes: 8, reposts: 1 });
  });
});

it('a long post posted again does not make a page of which everything is printed twice, whole', () => {
  const posts = Array.from(
    'abcdefgh',
    (post) => `${post} ${post}1 ${post}2 ${post}3 ${post}1 ${post}2 ${post}3`,
  );
  const again = 'i j k l m n o p j k l m lost n o p';
  const report = reportOn({ 'page.txt': dump([...posts, again, again], '') });
  expect(report.summary).toMatchObject({ posts: 10, echoes: 10, reposts: 1 });
});

it('two posts in a row that are posted again are four posts', () => {
  const [a, b, c, ...others] = Array.from('abcdef', (post) => `${post} ${post}1 ${post}2 ${post}1 ${post}2`);
  const report = reportOn({ 'page.txt': dump([a ?? '', b ?? '', c ?? '', b ?? '', c ?? '', ...others], '') });
  expect(report.summary).toMatchObject({ posts: 8, echoes: 8, clusters: 2 });
});

describe('where blank lines stand', () => {
  const posts = Array.from('abcdef', (post) => `${post} ${post}1 ${post}2`);
  const tails = posts.map((post) => post.split(' ').slice(1).join(' '));
  const printed = posts.flatMap((post, at) => [post, tails[at] ?? '']);
  const page = { format: 'telegram-page-text', echoes: 6, confidence: 'high' };

  it('between the prints of each post as well, a page is a page', () => {
    expect(cutText(dump(printed, '\n'))).toMatchObject(page);
    expect(cutText(dump(printed, '\n').replaceAll('\n', '\n\n'))).toMatchObject(page);
  });

  it('between posts of two lines, a page is a page', () => {
    const short = posts.map((post) => `${post.split(' ', 2).join(' ')} ${post.split(' ')[1]}`);
    expect(cutText(dump(short, '\n'))).toMatchObject(page);
  });

  it('between stanzas that begin with a line sung twice, none is a page', () => {
    const stanzas = posts.map((post) => `${post[0]} ${post[0]} ${post[0]}1`);
    expect(cutText(dump(stanzas, '\n'))).toMatchObject({ format: 'blank-line-text', echoes: 0 });
  });

  it('between posts that are each posted twice, they are reposts', () => {
    const report = reportOn({ 'dump.txt': dump([...posts, ...posts].sort(), '\n') });
    expect(report.summary).toMatchObject({ posts: 12, echoes: 0, reposts: 6 });
  });
});

it('one post that is printed twice is a guess at what the dump is, and said to be one', () => {
  const cut = cutText(dump(['t a b a b'], ''));
  expect(cut).toMatchObject({ format: 'telegram-page-text', echoes: 1, confidence: 'low' });
  expect(cut.evidence).toContain('1 of 1 post looked at is printed twice');
  expect(cut.evidence).toContain('a text that repeats itself looks like that, too');
});

it('an echo is a block of its own kind, with the lines of both prints', () => {
  const report = reportOn({ 'page.txt': dump(['t a b a b', 'u c d c d'], '') });
  expect(report.summary).toMatchObject({ echoes: 2, reposts: 0, repeatedCharacters: 0 });
  expect(asJson([...report.blocks()])).toMatchObject([
    { kind: 'echo', rung: 'exact', paragraphs: 2, occurrences: [{ lines: [2, 3] }, { lines: [4, 5] }] },
    {
      kind: 'echo',
      occurrences: [
        { lines: [7, 8], role: 'origin' },
        { lines: [9, 10], role: 'print' },
      ],
    },
  ]);
});

describe('any run', () => {
  const covered = (posts: ReturnType<typeof foldLines>, rows: number) => {
    const starts = posts.map(({ start }) => start);
    const ends = posts.map(({ end }) => end);
    expectSame([...starts, rows], [0, ...ends]);
    expectSame(
      posts.filter(({ start, echo, end }) => !(start < echo && echo <= end)),
      [],
    );
  };

  it('is covered by its posts, in order, each row once', () => {
    const lines = fc.array(fc.constantFrom('A', 'B', 'C', 'd', 'e', 'apple', 'apple.tree'), {
      maxLength: 40,
    });
    const choices = fc.record({
      kind: fc.constantFrom('tail', 'whole'),
      closed: fc.boolean(),
      quotations: fc.boolean(),
    });
    fc.assert(
      fc.property(lines, choices, (run, how) => covered(foldLines(run, how), run.length)),
      { seed: 5, numRuns: 1000 },
    );
  });

  it.each([
    ['of equal lines', 1],
    ['of two lines by turns', 2],
    ['of seven lines by turns', 7],
    ['of a page of 700 lines by turns', 700],
  ])('of 20,000 rows %s is folded in a moment', (_, period) => {
    const lines = Array.from({ length: 20_000 }, (_, row) => `Line${row % period}`);
    const begin = process.cpuUsage();
    covered(foldLines(lines), lines.length);
    expect(process.cpuUsage(begin).user).toBeLessThan(12_000_000);
  });

  it('longer than what is looked at in one go is folded as short ones are', () => {
    const lines = Array.from({ length: 30_000 }, (_, post) => [
      `T${post}`,
      `A${post}`,
      `B${post}`,
      `A${post}`,
      `B${post}`,
    ]);
    const posts = foldLines(lines.flat());
    expect(posts).toHaveLength(30_000);
    expect(posts.every((post, at) => post.start === 5 * at && post.echo === 5 * at + 3)).toBe(true);
  });
});
