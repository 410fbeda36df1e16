// Promises: rules of several kinds part posts where each is in regular use; a rule within a post, and a single one, are
// told from them or doubted.

import { describe, expect, it } from 'vitest';
import { apples, cutText, pears, plums, text, written } from './cut-text.js';
import { randomFrom } from './seeded-random.js';

/** Posts of a few lines each, with what `partAt` gives behind each but the last, and no two lines alike. */
function manyPosts(count: number, partAt: (post: number) => string, within: (post: number) => string[]) {
  const random = randomFrom(11);
  const posts = Array.from({ length: count }, (_, post) => {
    const lines = Array.from({ length: 2 + random(4) }, (_, line) => `Line ${line} of post ${post} is here`);
    return [...lines.slice(0, 1), ...within(post), ...lines.slice(1)];
  });
  return { posts, dump: text(...posts.flatMap((post, at) => (at === 0 ? [post] : [partAt(at), post]))) };
}

describe('rules of two kinds', () => {
  it('both part posts where either is in regular use', () => {
    const random = randomFrom(5);
    const { posts, dump } = manyPosts(
      24,
      () => (random(3) === 0 ? '***' : '---'),
      () => [],
    );
    const cut = cutText(dump);
    expect(cut).toMatchObject({ format: 'separator-text', confidence: 'high', texts: posts });
    expect(cut.evidence).toBe('23 separator lines of 2 kinds, all in regular use');
  });

  it.each([
    ['in some', (post: number) => post % 4 === 0],
    ['in every second', (post: number) => post % 2 === 0],
    ['in two of three', (post: number) => post % 3 !== 0],
  ])('part posts by the one and stand within posts by the other: %s', (_, has) => {
    const { posts, dump } = manyPosts(
      24,
      () => '---',
      (post) => (has(post) ? ['***'] : []),
    );
    expect(cutText(dump).texts).toEqual(posts);
  });

  it('are no two kinds where the second is rare', () => {
    const { posts, dump } = manyPosts(
      24,
      () => '---',
      (post) => (post === 3 || post === 9 ? ['***'] : []),
    );
    expect(cutText(dump).texts).toEqual(posts);
  });
});

describe('a single rule', () => {
  it('is a guess where there is nothing else to cut by', () => {
    const cut = cutText(text(apples, '---', pears));
    expect(cut).toMatchObject({ format: 'separator-text', confidence: 'low', texts: [apples, pears] });
    expect(cut.evidence).toBe('a single separator line, which may as well stand within a post');
  });

  it('parts posts with blank lines round it, where those part posts too', () => {
    const cut = cutText(text(apples, '', '---', '', pears, '', plums));
    expect(cut).toMatchObject({ format: 'blank-line-text', texts: written, chrome: 1 });
  });

  it('is text with a blank line on one side only', () => {
    const cut = cutText(text(apples, '', '---', pears, '', plums));
    expect(cut.texts).toEqual([apples, ['---', ...pears], plums]);
  });

  it('says nothing in a long text, or on a page', () => {
    const many = Array.from({ length: 300 }, (_, at) => `Line ${at} is here`);
    expect(cutText(text(many, '---', apples)).format).toBe('flat-text');
    expect(cutText(text('Forwarded from Orchard', apples, '---', pears)).format).toBe('telegram-page-text');
  });
});

describe('a few rules among many posts', () => {
  const posts = Array.from({ length: 60 }, (_, post) => [
    `Apples of day ${post} are in`,
    `Pears of day ${post} are not`,
  ]);

  it('stand within posts where blank lines part these', () => {
    const cut = cutText(
      text(...posts.flatMap((post, at) => (at % 20 === 9 ? [post, '---', post, ''] : [post, '']))),
    );
    expect(cut).toMatchObject({ format: 'blank-line-text', confidence: 'medium' });
    expect(cut.posts).toHaveLength(60);
  });

  it('part long posts where each line of these stands alone', () => {
    const cut = cutText(
      text(...posts.flat().flatMap((line, at) => (at % 20 === 9 ? [line, '', '---', ''] : [line, '']))),
    );
    expect(cut).toMatchObject({ format: 'separator-text', confidence: 'high' });
  });

  it('are a guess where nothing else parts posts', () => {
    const cut = cutText(
      text(...[...posts, ...posts].flatMap((post, at) => (at % 40 === 9 ? [post, '---'] : [post]))),
    );
    expect(cut).toMatchObject({ format: 'separator-text', confidence: 'low' });
    expect(cut.evidence).toBe('3 equal separator lines; few for so many lines');
  });

  it('are none where they are the edges of code', () => {
    const code = ['```', 'pick(apples)', '```'];
    const cut = cutText(text(...posts.slice(0, 6).flatMap((post) => [post, code, ''])));
    expect(cut).toMatchObject({ format: 'blank-line-text' });
    expect(cut.texts).toEqual(posts.slice(0, 6).map((post) => [...post, ...code]));
  });
});
