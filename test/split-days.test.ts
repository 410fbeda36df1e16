// Promises: the days that a browser shows between the posts of a page part posts and are no text, where they stand in
// order over the whole dump; days that people write about stay in their posts.

import { describe, expect, it } from 'vitest';
import { apples, cutText, pears, plums, text, written } from './cut-text.js';

const tailTwice = (lines: readonly string[]) => [...lines, ...lines.slice(1)];

describe('days between posts', () => {
  it.each([
    ['in English', ['May 30', 'May 31', 'June 1']],
    ['with years', ['31 December 2024', '1 January 2025', '2 January 2025']],
    ['over the turn of a year', ['30 December', '31 December', '1 January']],
    ['in Russian', ['30 мая', '31 мая', '1 июня']],
    ['in German', ['30. Mai 2025', '31. Mai 2025', '1. Juni 2025']],
  ])('part the posts of a page printed twice: %s', (_, days) => {
    const cut = cutText(text(...written.flatMap((post, at) => [days[at] ?? '', tailTwice(post)])));
    expect(cut).toMatchObject({ format: 'telegram-page-text', texts: written, echoes: 3, chrome: 3 });
    expect(cut.evidence).toContain('3 days in rising order');
  });

  it('stand alone between blank lines', () => {
    const cut = cutText(text('May 30', '', apples, '', 'May 31', '', pears, '', 'June 1', '', plums));
    expect(cut).toMatchObject({ format: 'blank-line-text', texts: written, chrome: 3 });
  });

  it('stand between rules', () => {
    const cut = cutText(text('May 30', apples, '---', 'May 31', pears, '---', 'June 1', plums, '---'));
    expect(cut).toMatchObject({ format: 'separator-text', texts: written, chrome: 6 });
  });

  it('are no text where nothing else parts posts', () => {
    const cut = cutText(text('May 30', apples, 'May 31', pears, 'June 1', plums));
    expect(cut).toMatchObject({ format: 'flat-text', confidence: 'low', chrome: 3 });
    expect(cut.texts.flat()).toEqual(written.flat());
  });
});

describe('days that are text', () => {
  const textsOf = (...parts: readonly (string | readonly string[])[]) => cutText(text(...parts)).texts.flat();

  it.each([['the heading of each post, right above it', ['May 30', 'May 31', 'June 1']]])('%s', (_, days) => {
    const posts = written.map((post, at) => [days[at] ?? '', ...post]);
    const cut = cutText(text(...posts.flatMap((post) => [post, ''])));
    expect(cut).toMatchObject({ format: 'blank-line-text', texts: posts, chrome: 0 });
  });

  it.each([
    ['in no order', ['June 1', 'May 31', 'May 30']],
    ['the same again', ['May 30', 'May 30', 'May 30']],
    ['two', ['May 30', 'June 1']],
  ])('%s', (_, days) => {
    const parts = written.flatMap((post, at) => [...days.slice(at, at + 1), ...post]);
    expect(textsOf(parts)).toEqual(parts);
  });

  it('a programme within a post', () => {
    const programme = ['May 30', 'Apples', 'Cider', 'May 31', 'Pears', 'Perry', 'June 1', 'Plums'];
    const long = Array.from({ length: 20 }, (_, at) => `Line ${at} is here`);
    expect(textsOf(apples, programme, long)).toEqual([...apples, ...programme, ...long]);
  });

  it('a calendar', () => {
    const days = Array.from({ length: 30 }, (_, at) => [`${at + 1} June`, `Apples ${at}`]).flat();
    expect(textsOf(days)).toEqual(days);
  });

  it('where a user says that every line is a post', () => {
    const lines = ['May 30', ...apples, 'May 31', ...pears, 'June 1', ...plums];
    expect(cutText(text(lines), { format: 'line-text' }).texts).toEqual(lines.map((line) => [line]));
  });
});
