// Promises: the footer of a post is told whatever an extractor makes of it, and lines that look like a part of one are
// text where the rest is not there; what a page says of replies is no text.

import { describe, expect, it } from 'vitest';
import { apples, cuesOf, cutText, pears, plums, text, written } from './cut-text.js';

describe('a footer', () => {
  it.each([
    ['a count, the word and the time', ['12.3K', 'views', '10:00']],
    ['without a time', ['980', 'views']],
    ['with the mark of a change', ['1.2K', 'views', 'edited', '10:30']],
    ['with an author', ['1.2K', 'views', 'Ivan Petrov', ',', '10:30']],
    ['with an author and the mark of a change', ['1.2K', 'views', 'Ivan Petrov', ', edited', '10:30']],
    ['in Russian', ['123', 'просмотра', '10:00']],
  ])('in lines of its own ends a post: %s', (_, footer) => {
    const cut = cutText(text(apples, footer, pears, footer, plums, footer));
    expect(cut).toMatchObject({
      format: 'telegram-views-text',
      confidence: 'high',
      texts: written,
      chrome: 3 * footer.length,
    });
    expect(cuesOf(cut)).toEqual(['start-of-dump', 'footer', 'footer']);
  });

  it.each([
    ['with an eye', '👁 12.3K 10:05', '👁 980 10:06'],
    ['with an eye alone', '👁️ 12.3K', '👁️ 980'],
    ['in Russian', '12,3 тыс. просмотров', '123 просмотра 10:05'],
    ['in German', '123 Aufrufe', '1 Aufruf 10:05'],
    ['with the mark of a change', '12.3K views edited 10:30', '980 views, edited 10:31'],
  ])('in one line ends a post: %s', (_, one, other) => {
    const cut = cutText(text(apples, one, pears, other, plums, one));
    expect(cut).toMatchObject({ format: 'telegram-views-text', texts: written, chrome: 3 });
  });

  it('ends a post with blank lines within it, as a text browser has it', () => {
    const footer = ['', '12.3K', '', 'views', '', '10:00', ''];
    expect(cutText(text(apples, footer, pears, footer, plums, footer)).texts).toEqual(written);
  });
});

describe('what looks like a part of a footer is text', () => {
  const footer = '12.3K views10:00';

  it.each([
    ['a number', ['2024']],
    ['a time', ['10:00']],
    ['the word', ['views']],
    ['the word before the number', ['views', '2024']],
    ['a mark of a change', ['edited', '10:00']],
    ['a number, a line and the word', ['12', 'Points of', 'views']],
  ])('%s', (_, lines) => {
    const cut = cutText(text([...apples, ...lines], footer, [...lines, ...pears], footer));
    expect(cut.texts).toEqual([
      [...apples, ...lines],
      [...lines, ...pears],
    ]);
  });

  it('a heading and a time behind a footer that has none', () => {
    const footerLines = ['980', 'views'];
    const programme = ['Programme', '10:00', 'Apples'];
    const cut = cutText(text(pears, footerLines, programme, footerLines, plums, footerLines));
    expect(cut.texts).toEqual([pears, programme, plums]);
  });

  it('counts and words that are no footers part nothing', () => {
    const cut = cutText(text('Views', '12', 'miles', '', 'views', '12', 'pears', ''));
    expect(cut).toMatchObject({ format: 'blank-line-text', chrome: 0 });
  });
});

describe('what a page says of a reply', () => {
  it.each([
    ['in one line', ['In reply to this message']],
    ['in two lines', ['In reply to', 'this message']],
    ['to another chat', ['In reply to a message in another chat']],
  ])('is not text: %s', (_, reply) => {
    const cut = cutText(text([...reply, ...apples], '', pears, '', [...reply, ...plums]));
    expect(cut).toMatchObject({ texts: written, chrome: 2 * reply.length });
  });

  it('begins a post of a page printed twice', () => {
    const tailTwice = (lines: readonly string[]) => [...lines, ...lines.slice(1)];
    const [first, second, third] = written.map(tailTwice);
    const cut = cutText(text(first ?? [], 'In reply to this message', second ?? [], third ?? []));
    expect(cut).toMatchObject({ texts: written, echoes: 3, chrome: 1 });
  });

  it.each(['this message', 'In reply to'])('is text where it is half of it: %s', (half) => {
    const lines = [half, ...apples];
    expect(cutText(text(lines, '', pears)).texts).toEqual([lines, pears]);
  });
});
