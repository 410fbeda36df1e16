// Promises: lines of one form, whose numbers rise from post to post, are headers, whatever the form is, and what stands
// at nearly each of them belongs to them; numbers that people write are text.

import { describe, expect, it } from 'vitest';
import { cutText, fruits, text } from './cut-text.js';

/** Posts of a line, of two, and of two with a blank line between, by turns. */
const posts = fruits.map((fruit, at) => {
  const lines = [`${fruit} are in season again, says the warden`, `${fruit} keep until the spring`];
  return at % 3 === 0 ? lines.slice(1) : at % 3 === 1 ? lines : [lines[0] ?? '', '', lines[1] ?? ''];
});
const texts = posts.map((lines) => lines.filter((line) => line !== ''));

const two = (number: number) => `${number}`.padStart(2, '0');
const names = ['Anna Kowal', 'Ben', 'Иван_П', 'Dr. No'];

describe('headers of one form', () => {
  it.each<[string, (at: number) => string[]]>([
    ['a number between rules', (at) => [`--- Post ${at + 1} ---`]],
    ['a number and a day', (at) => [`=== Message ${200 + 3 * at} (2025-05-${two(3 * at + 1)}) ===`]],
    ['a number', (at) => [`#${at + 1}`]],
    ['a heading', (at) => [`## Пост №${at + 1}`]],
    ['a date', (at) => [`2025-05-${two(3 * at + 1)} 10:00:00+00:00`]],
    ['a date, newest first', (at) => [`2025-05-${two(29 - at)} 10:00`]],
    ['a date in words', (at) => [`${3 * at + 1} мая 2025 г., 10:0${at}`]],
    ['a link', (at) => [`https://t.me/orchard/${100 + 7 * at}`]],
    ['a name and a date', (at) => [`${names[at % 4]} (${two(3 * at + 1)}.05.2025 10:00):`]],
    ['an American clock', (at) => [`${names[at % 2]} — 05/${two(3 * at + 1)}/2025 9:05 PM`]],
    ['fields', (at) => [`ID: ${100 + at}`, `Date: 2025-05-${two(3 * at + 1)} 10:00`, 'Text:']],
    ['a name over a date', (at) => ['Вестник сада', `${3 * at + 1} мая в 10:00`]],
  ])('part posts: %s', (_, header) => {
    for (const parted of [[], ['']]) {
      const cut = cutText(text(...posts.flatMap((post, at) => [header(at), post, parted])));
      expect(cut).toMatchObject({ format: 'headed-text', confidence: 'high', texts });
      expect(cut.posts.map(({ cue }) => cue)).toEqual(posts.map(() => 'header'));
    }
  });

  it('may have the end of the post before over them', () => {
    const cut = cutText(
      text(
        ...posts.flatMap((post, at) => [
          'Orchard',
          `5/${two(at + 1)}/25 at 9:05 PM ·`,
          post,
          'Like',
          `${at * 7}`,
        ]),
      ),
    );
    expect(cut).toMatchObject({ format: 'headed-text', texts });
    expect(cut.posts.map(({ lines: [first] }) => first - 1)).toEqual(
      posts.map((_, at) => 4 * at + posts.slice(0, at).flat().length),
    );
  });

  it('may stand under posts', () => {
    const cut = cutText(text(...posts.flatMap((post, at) => [post, `https://t.me/orchard/${at + 1}`, ''])));
    expect(cut).toMatchObject({ format: 'headed-text', texts });
  });

  it.each([
    ['the same', () => 'The warden sells apples and pears'],
    ['the same but for a number', (at: number) => `The warden sells ${at} pears today`],
    ['the same but for a time', (at: number) => `The warden sells pears at 1${at}:30`],
  ])('do not take text of every post that is %s', (_, said) => {
    const cut = cutText(text(...posts.flatMap((post, at) => [`#${at + 1}`, said(at), post])));
    expect(cut.texts).toEqual(texts.map((post, at) => [said(at), ...post]));
  });

  it('give the date, and let the name of the original stand below', () => {
    const header = (at: number) => [`[${two(at + 13)}.05.2025 10:00]`, 'Forwarded from Orchard'];
    const cut = cutText(text(...posts.flatMap((post, at) => [header(at), post])));
    expect(cut.posts.slice(0, 2)).toMatchObject([
      { date: '2025-05-13T10:00:00', forwardedFrom: 'Orchard' },
      { date: '2025-05-14T10:00:00', forwardedFrom: 'Orchard' },
    ]);
  });
});

describe('no headers', () => {
  it.each<[string, (at: number) => string]>([
    ['numbers in no order', (at) => `Lot ${(at * 7) % 10}`],
    ['a day, as it may stand over several posts', (at) => `2025-05-${two(at + 1)}`],
    ['what is said in a sentence', (at) => `We are now in week ${at + 1}`],
  ])('are %s', (_, line) => {
    const cut = cutText(text(...posts.flatMap((post, at) => [line(at), post])));
    expect(cut.format).not.toBe('headed-text');
    expect(cut.texts.flat()).toEqual(texts.flatMap((post, at) => [line(at), ...post]));
  });

  it('are a few times without a day', () => {
    const doors = posts
      .slice(0, 5)
      .map((post, at) => [...post.filter((line) => line !== ''), `Doors open at 1${at}:30`]);
    expect(cutText(text(...doors.flatMap((post) => [post, '']))).texts).toEqual(doors);
  });

  /** Lines within posts that count from post to post, as reports and announcements have them. */
  const counting = posts.map((post, at) => [
    `The gate of lot ${fruits[at]} is open`,
    ...(at % 2 === 0 ? [`${fruits[at]} were sold out by noon`] : []),
    `Sold: ${100 + 7 * at}`,
    ...post.filter((line) => line !== ''),
  ]);

  it.each<[string, (lines: string[]) => string[]]>([
    ['blank lines', (lines) => [...lines, '']],
    ['two blank lines', (lines) => [...lines.flatMap((line) => [line, '']), '']],
    ['rules', (lines) => [...lines, '---']],
  ])('stand within posts that are parted by %s', (_, print) => {
    const cut = cutText(text(...counting.flatMap(print)));
    expect(cut.format).not.toBe('headed-text');
    expect(cut.texts).toEqual(counting);
  });

  it.each<[string, (lines: string[]) => string[]]>([
    ['blank lines', (lines) => [...lines, '']],
    ['rules', (lines) => [...lines, '---']],
  ])('count the posts of a series, between which stand others, parted by %s', (_, print) => {
    const series = fruits.map((fruit, at) => [
      ...(at % 2 === 0 ? [`Lesson ${at / 2 + 1}`] : []),
      `${fruit} are in season again, says the warden`,
      `${fruit} keep until the spring`,
    ]);
    const cut = cutText(text(...series.flatMap(print)));
    expect(cut.format).not.toBe('headed-text');
    expect(cut.texts).toEqual(series);
  });

  it('are the first lines of what is printed twice', () => {
    const days = posts.map((post, at) => [`Day ${at + 1}`, ...post.filter((line) => line !== '')]);
    const cut = cutText(text(...days.flatMap((lines) => [...lines, ...lines.slice(1)])));
    expect(cut).toMatchObject({ format: 'telegram-page-text', texts: days, echoes: days.length });
  });

  it('stand over each part of posts that blank lines part', () => {
    const verses = fruits.map((fruit, at) =>
      [1, 2, 3].flatMap((verse) => [`${at + 1}:${verse}`, `${fruit} of the ${verse}. tree`]),
    );
    expect(cutText(text(...verses.flatMap((lines) => [...lines, '']))).texts).toEqual(verses);
  });

  it('are a guess where nothing else says that posts begin there', () => {
    expect(cutText(text(...counting))).toMatchObject({
      format: 'headed-text',
      confidence: 'low',
      evidence: expect.stringContaining('they may as well stand within posts'),
    });
  });

  it('are a programme, a list and a table', () => {
    const programme = [
      '10:00 Apples',
      '11:30 Pears',
      '12:00 Plums',
      '1. Cider',
      '2. Perry',
      '3. Mead',
      '12',
      '13',
      '14',
    ];
    const cut = cutText(text(programme));
    expect(cut.texts.flat()).toEqual(programme);
  });
});
