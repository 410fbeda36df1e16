// Promises: lines that come back all through a dump part its posts where blank lines do not, be it that they count or not;
// what but some posts have does not, and a cut that one cue does not bear is said to be a guess.

import { describe, expect, it } from 'vitest';
import { cutText, fruits, text } from './cut-text.js';

const pair = (fruit: string) => [
  `${fruit} are in season again, says the warden`,
  `${fruit} keep until the spring`,
];
/** Posts of which some have a blank line within. */
const posts = fruits.map((fruit, at) => {
  const [first = '', second = ''] = pair(fruit);
  return at % 3 === 0 ? [first, '', second] : [first, second];
});
const texts = posts.map((lines) => lines.filter((line) => line !== ''));
const two = (number: number) => `${number}`.padStart(2, '0');
const date = (at: number) => `${two(3 * at + 1)}.05.2025 10:0${at % 10}`;

describe('lines that count', () => {
  it('stand over posts, likely, where the beginning of the dump is lost', () => {
    const [, ...rest] = text(...posts.flatMap((post, at) => [date(at), post])).split('\n');
    expect(cutText(rest.join('\n'))).toMatchObject({ format: 'headed-text', confidence: 'low', texts });
  });

  it('stand under posts where one ends the dump and none begins it', () => {
    const cut = cutText(
      text(...posts.flatMap((post, at) => [post, `Source: https://t.me/orchard/${at + 1}`])),
    );
    expect(cut).toMatchObject({ format: 'headed-text', confidence: 'high', texts });
  });

  it('may have a title over them, which is text', () => {
    const titled = posts.flatMap((post, at) => [`About ${fruits[at]}`, `Date: ${date(at)}`, '', post, '']);
    expect(cutText(text(...titled))).toMatchObject({
      format: 'headed-text',
      texts: texts.map((lines, at) => [`About ${fruits[at]}`, ...lines]),
    });
  });

  it('may be days, several posts on one', () => {
    const days = posts.flatMap((post, at) => [`[Post of ${two(1 + (at >> 1))}.05.2025]`, post]);
    expect(cutText(text(...days))).toMatchObject({ format: 'headed-text', texts });
  });

  it('miss posts where a name over them stands over other lines, too', () => {
    const when = (at: number) => (at % 3 === 0 ? `today at 1${at}:00` : `${at + 1} May at 10:0${at % 10}`);
    const cut = cutText(text(...posts.flatMap((post, at) => ['Orchard', when(at), post, 'Share'])));
    expect(cut.posts.map(({ lines: [first] }) => first)).toEqual(
      posts.map((_, at) => 1 + 3 * at + posts.slice(0, at).flat().length),
    );
  });

  it('are text where every second post has one, be it a day', () => {
    const series = fruits.map((fruit, at) => [
      ...(at % 2 === 0 ? [`Orchard on ${two(at + 1)}.05.2025`] : []),
      ...pair(fruit),
    ]);
    expect(cutText(text(...series.flatMap((lines) => [...lines, '']))).texts).toEqual(series);
  });
});

describe('lines with a day', () => {
  const dated = (isDated: (at: number) => boolean, time: string) =>
    [...fruits, ...fruits].map((fruit, at) => {
      const [first = '', second = ''] = pair(fruit);
      return isDated(at) ? [first, `Sold from ${two(at + 1)}.05.2025${time}`, second] : [first, second];
    });

  it.each([
    ['every post', '', () => true],
    ['every second post', '', (at: number) => at % 2 === 1],
    ['every second post, with a time', ' at 19:00', (at: number) => at % 2 === 0],
  ])('are text within posts: in %s', (_, time, isDated) => {
    const told = dated(isDated, time);
    const cut = cutText(text(...told.flatMap((lines) => [...lines, ''])));
    expect(cut).toMatchObject({ format: 'blank-line-text', texts: told });
  });
});

describe('lines that only come back', () => {
  it.each(['### END ###', '<|endoftext|>', '[SEP]', '◆◇◆'])('part posts and are text: %s', (mark) => {
    const cut = cutText(text(...posts.flatMap((post) => [post, mark])));
    expect(cut).toMatchObject({ format: 'headed-text', texts: texts.map((lines) => [...lines, mark]) });
  });

  it('part posts where several stand together, as what an app copies', () => {
    const copied = posts.flatMap((post, at) => ['Orchard', '@orchard', `${(at * 7) % 10}h`, post]);
    const cut = cutText(text(...copied));
    expect(cut).toMatchObject({ format: 'headed-text', confidence: 'medium' });
    expect(cut.texts).toEqual(
      texts.map((lines, at) => ['Orchard', '@orchard', `${(at * 7) % 10}h`, ...lines]),
    );
  });

  it('part none where text stands between them, as in a dialogue', () => {
    const spoken = [...fruits, ...fruits].flatMap((fruit, at) => [
      at % 2 ? 'BRUNO' : 'ILSE',
      pair(fruit)[at % 2],
    ]);
    expect(cutText(text(...spoken.map((line) => line ?? '')))).toMatchObject({
      format: 'flat-text',
      confidence: 'low',
    });
  });

  it('stand under posts where blank lines stand above and below them', () => {
    const signed = texts.map((lines) => [...lines, '', 'Read us', 'Write to us']);
    const cut = cutText(text(...signed.flatMap((lines) => [...lines, ''])));
    expect(cut.texts).toEqual(signed.map((lines) => lines.filter((line) => line !== '')));
  });

  it.each(['[Music]', '**Note**', '<b>Note</b>'])('part none where people write them: %s', (mark) => {
    const noted = posts.flatMap((post, at) => [...(at % 5 === 2 ? [] : [mark]), post]);
    expect(cutText(text(...noted)).format).not.toBe('headed-text');
  });

  it('part none where they stand under some of the posts that blank lines part', () => {
    const signed = fruits.map((fruit, at) => [...pair(fruit), ...(at % 2 ? ['Read us', 'Write to us'] : [])]);
    const cut = cutText(text(...signed.flatMap((lines) => [...lines, ''])));
    expect(cut).toMatchObject({ format: 'blank-line-text', confidence: 'medium', texts: signed });
  });
});

describe('lines of two forms by turns', () => {
  it('leave no text to be headers of, however many there are', () => {
    expect(cutText('Lot 1\nSold\n'.repeat(20_000)).format).toBe('flat-text');
  });
});

describe('a page printed twice', () => {
  const printed = fruits.map((fruit) => [...pair(fruit), ...pair(fruit).slice(1)]);
  const once = fruits.map(pair);

  it.each<[string, string, (lines: string[], at: number) => string[]]>([
    ['headers', 'telegram-page-text', (lines, at) => [date(at), ...lines]],
    ['rules', 'telegram-page-text', (lines) => [...lines, '-----']],
    ['views', 'telegram-views-text', (lines, at) => [...lines, `${at + 3}.1K views10:0${at}`]],
  ])('may have its posts parted by %s', (_, format, print) => {
    const cut = cutText(text(...printed.flatMap(print)));
    expect(cut).toMatchObject({ format, confidence: 'high', texts: once, echoes: once.length });
  });
});

describe('a cut is a guess', () => {
  it('where few gaps are wide for so many lines', () => {
    const lines = Array.from({ length: 200 }, (_, at) => [`Lot ${at} of the ${fruits[at % 10]}`, '']).flat();
    const cut = cutText(text(lines, '', lines, '', lines, '', lines));
    expect(cut).toMatchObject({ format: 'blank-line-text', confidence: 'low' });
  });

  it('where lines that come back stand alone between blank ones', () => {
    const cut = cutText(text(...posts.flatMap((post) => [post, '', 'Read us', ''])));
    expect(cut).toMatchObject({ format: 'blank-line-text', confidence: 'low' });
    expect(cut.evidence).toContain('stand alone');
  });

  it('where one post is very long, as when two shapes are joined', () => {
    const rest = Array.from({ length: 300 }, (_, at) => `Lot ${fruits[at % 10]} of the ${at}. tree is sold`);
    const cut = cutText(text(...posts.flatMap((post, at) => [`A, [${date(at)}]`, post]), rest));
    expect(cut).toMatchObject({ format: 'telegram-desktop-text', confidence: 'low' });
    expect(cut.evidence).toContain('one post has 302 lines');
  });
});
