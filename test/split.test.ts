// Promises: one test a shape: what a dump of that shape is taken for, where its posts begin and why. Headers and
// footers are in split-headers.test.ts, what an extractor does to a page in echoes.test.ts.

import { describe, expect, it } from 'vitest';
import { apples, cuesOf, cutText, pears, plums, text, written } from './cut-text.js';

describe('a channel page', () => {
  const tailTwice = (lines: readonly string[]) => [...lines, ...lines.slice(1)];

  it('that prints posts again from their second line on is cut by its echoes', () => {
    const cut = cutText(text(...written.map(tailTwice)));
    expect(cut).toMatchObject({
      format: 'telegram-page-text',
      confidence: 'high',
      echoes: 3,
      texts: written,
    });
    expect(cut.posts.map(({ lines, echo }) => [lines, echo])).toEqual([
      [
        [1, 3],
        [3, 3],
      ],
      [
        [4, 8],
        [7, 8],
      ],
      [
        [9, 11],
        [11, 11],
      ],
    ]);
    expect(cuesOf(cut)).toEqual(['start-of-dump', 'echo', 'echo']);
  });

  it('that prints posts twice from their first line on is cut by its echoes', () => {
    const cut = cutText(text(...written.flatMap((lines) => [lines, lines])));
    expect(cut).toMatchObject({ format: 'telegram-page-text', echoes: 3, texts: written });
    expect(cut.posts.map((post) => post.echo)).toEqual([
      [3, 4],
      [8, 10],
      [13, 14],
    ]);
  });

  it('with headers and placeholders begins and ends posts at them', () => {
    const cut = cutText(
      text(
        tailTwice(apples),
        'Forwarded from Orchard',
        tailTwice(pears),
        'Please open Telegram to view this post',
        'VIEW IN TELEGRAM',
        'Media is too big',
        'VIEW IN TELEGRAM',
        tailTwice(plums),
      ),
    );
    expect(cut).toMatchObject({ texts: written, chrome: 4, orphans: 0 });
    expect(cuesOf(cut)).toEqual(['start-of-dump', 'forward-header', 'placeholder']);
    expect(cut.posts.map((post) => post.lines)).toEqual([
      [1, 3],
      [4, 11],
      [12, 16],
    ]);
    expect(cut.posts.map((post) => post.forwardedFrom)).toEqual([null, 'Orchard', null]);
  });

  it('counts a placeholder without a post as an orphan', () => {
    const pair = ['Please open Telegram to view this post', 'VIEW IN TELEGRAM'];
    const cut = cutText(text(tailTwice(apples), pair, pair, tailTwice(pears), tailTwice(plums)));
    expect(cut).toMatchObject({ texts: written, orphans: 1, chrome: 4 });
  });

  it('keeps both prints as posts of their own when asked to', () => {
    const cut = cutText(text(...written.map(tailTwice)), { echoes: 'keep' });
    expect(cut.texts).toEqual(written.flatMap((lines) => [lines, lines.slice(1)]));
    expect(cut.posts.map((post) => post.echo)).toEqual(new Array(6).fill(null));
  });
});

describe('blank lines', () => {
  it('of one length part posts where lines also stand together', () => {
    const cut = cutText(text(apples, '', pears, '', plums));
    expect(cut).toMatchObject({ format: 'blank-line-text', confidence: 'medium', texts: written });
    expect(cuesOf(cut)).toEqual(['start-of-dump', 'blank-lines', 'blank-lines']);
  });

  it('that are few among many lines are a guess', () => {
    const many = Array.from({ length: 100 }, (_, at) => `Line ${(at * 37) % 100} is here`);
    const cut = cutText(text(many, '', apples, '', pears));
    expect(cut).toMatchObject({ format: 'blank-line-text', confidence: 'low' });
    expect(cut.evidence).toContain('few for so many lines');
  });

  it('of two lengths part paragraphs and posts', () => {
    const spaced = written.map((lines) => lines.flatMap((line, at) => (at === 0 ? [line] : ['', line])));
    const cut = cutText(text(...spaced.flatMap((lines, at) => (at === 0 ? [lines] : ['', '', lines]))));
    expect(cut).toMatchObject({ format: 'blank-line-text', texts: written });
  });

  it('may hold white space and invisible characters', () => {
    expect(cutText(text(apples, ' \t', pears, '\u00a0\u200b', plums)).texts).toEqual(written);
  });

  it('between all lines leave it open whether they part paragraphs or posts', () => {
    const cut = cutText(text(...written.flat().flatMap((line) => [line, ''])));
    expect(cut).toMatchObject({ format: 'blank-line-text', confidence: 'low' });
    expect(cut.posts).toHaveLength(7);
  });
});

describe('rules', () => {
  it.each(['---', '***', '===', '___', '⸻', '•••', '• • •', '— — —', '-'.repeat(62), '\f'])(
    'of equal symbols part posts: %j',
    (rule) => {
      const cut = cutText(text(apples, rule, pears, rule, plums));
      expect(cut).toMatchObject({ format: 'separator-text', texts: written });
      expect(cuesOf(cut)).toEqual(['start-of-dump', 'separator', 'separator']);
    },
  );

  it('part posts with blank lines round them too', () => {
    expect(cutText(text(apples, '', '---', '', pears, '', '---', '', plums)).texts).toEqual(written);
  });

  it('that stand once within a text are text', () => {
    const cut = cutText(text(apples, '***', pears, '', plums));
    expect(cut).toMatchObject({ format: 'blank-line-text', texts: [[...apples, '***', ...pears], plums] });
  });

  it('other than the one that parts posts are text', () => {
    const cut = cutText(text(apples, '---', pears, '***', pears, '---', plums));
    expect(cut.texts).toEqual([apples, [...pears, '***', ...pears], plums]);
  });

  it('may be a form feed at the head of a line, as printers have it', () => {
    expect(cutText(`${apples.join('\n')}\n\f${pears.join('\n')}\n\f${plums.join('\n')}`).texts).toEqual(
      written,
    );
  });
});

describe('text without any cue', () => {
  it('is one post a line when the user says so', () => {
    const cut = cutText(text(apples, pears), { format: 'line-text' });
    expect(cut).toMatchObject({ confidence: 'high', texts: [...apples, ...pears].map((line) => [line]) });
    expect(cuesOf(cut)).toEqual(['start-of-dump', 'line', 'line', 'line', 'line']);
  });

  it('is said to be cut by guess, and loses no line', () => {
    const cut = cutText(text(...written));
    expect(cut).toMatchObject({ format: 'flat-text', confidence: 'low' });
    expect(cut.texts.flat()).toEqual(written.flat());
  });

  it.each(['', '\n', ' \n\t\n'])('and without any letter has no posts: %j', (blank) => {
    expect(cutText(blank).posts).toEqual([]);
  });
});
