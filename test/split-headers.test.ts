// Promises: what a header or a footer of an app says begins, ends and parts posts, and so does what a user says.

import { describe, expect, it } from 'vitest';
import { apples, cuesOf, cutText, pears, plums, text, written } from './cut-text.js';

describe('headers of the form NAME, [date]', () => {
  it.each([
    [
      'German and Russian',
      '30.05.2025 10:00',
      '31.05.2025 21:05',
      ['2025-05-30T10:00:00', '2025-05-31T21:05:00'],
    ],
    ['American', '5/30/25 10:00 AM', '12/1/25 9:05 PM', ['2025-05-30T10:00:00', '2025-12-01T21:05:00']],
    [
      'American with a narrow space',
      '5/30/25, 12:00\u202fAM',
      '5/30/25, 12:30\u202fPM',
      ['2025-05-30T00:00:00', '2025-05-30T12:30:00'],
    ],
    ['British', '30/05/2025 10:00', '01/06/2025 10:00:59', ['2025-05-30T10:00:00', '2025-06-01T10:00:59']],
    [
      'English, with the month',
      '30 May 2025 at 10:00:12',
      'May 31, 2025 at 9:05 PM',
      ['2025-05-30T10:00:12', '2025-05-31T21:05:00'],
    ],
    [
      'Russian, with the month',
      '30 мая 2025 г., 10:00',
      '31 мая 2025 г. в 21:05',
      ['2025-05-30T10:00:00', '2025-05-31T21:05:00'],
    ],
    [
      'Ukrainian, with the month',
      '30 травня 2025 р. о 10:00',
      '31 трав. 2025 р., 21:05',
      ['2025-05-30T10:00:00', '2025-05-31T21:05:00'],
    ],
    [
      'German, with the month',
      '30. Mai 2025 um 10:00',
      'Sa., 31. Mai 2025, 21:05',
      ['2025-05-30T10:00:00', '2025-05-31T21:05:00'],
    ],
    [
      'Spanish, with the month',
      '30 de mayo de 2025, 10:00',
      '31 de may. de 2025 a las 21:05',
      ['2025-05-30T10:00:00', '2025-05-31T21:05:00'],
    ],
    [
      'French, with the month',
      '30 mai 2025 à 10:00',
      '1er juin 2025 à 21:05',
      ['2025-05-30T10:00:00', '2025-06-01T21:05:00'],
    ],
    [
      'Polish, with the month',
      '30 maja 2025, 10:00',
      '1 czerwca 2025 21:05',
      ['2025-05-30T10:00:00', '2025-06-01T21:05:00'],
    ],
    [
      'Chinese and Korean',
      '2025年5月30日 10:00',
      '2025년 5월 31일 오후 9:05',
      ['2025-05-30T10:00:00', '2025-05-31T21:05:00'],
    ],
    [
      'months that begin with "de"',
      '30 December 2025 at 10:00',
      '31. Dezember 2025 um 21:05',
      ['2025-12-30T10:00:00', '2025-12-31T21:05:00'],
    ],
    ['a language that is not known', '30 Bealtaine 2025 10:00', '31 Bealtaine 2025 21:05', [null, null]],
    ['year first', '2025-05-30 10:00', '2025/06/01, 10:00', ['2025-05-30T10:00:00', '2025-06-01T10:00:00']],
  ])('begin posts and give source and date: %s', (_, first, second, dates) => {
    const cut = cutText(text(`MFA, [${first}]`, apples, '', `Anna K., [${second}]`, pears));
    expect(cut).toMatchObject({
      format: 'telegram-desktop-text',
      confidence: 'high',
      texts: [apples, pears],
    });
    expect(cut.posts.map((post) => post.date)).toEqual(dates);
    expect(cut.posts.map((post) => post.source)).toEqual(['MFA', 'Anna K.']);
    expect(cuesOf(cut)).toEqual(['stamp', 'stamp']);
  });

  it('have notes of the app under them, which are no text, and name the original', () => {
    const cut = cutText(
      text(
        'A, [30.05.2025 10:00]',
        '[In reply to Ben]',
        '[Forwarded from Orchard]',
        apples,
        '',
        'B, [30.05.2025 11:00]',
        '[ Photo ]',
        pears,
      ),
    );
    expect(cut).toMatchObject({ format: 'telegram-desktop-text', texts: [apples, pears], chrome: 2 });
    expect(cut.posts.map((post) => post.forwardedFrom)).toEqual(['Orchard', null]);
  });

  it('are the only cues that make notes in brackets something else than text', () => {
    const noted = ['[ Photo ]', ...apples];
    expect(cutText(text(noted, '', pears)).texts).toEqual([noted, pears]);
  });

  it('outweigh blank lines and rules within the posts', () => {
    const cut = cutText(
      text('A, [30.05.2025 10:00]', apples, '', '---', pears, '---', 'B, [30.05.2025 11:00]', plums),
    );
    expect(cut.texts).toEqual([[...apples, '---', ...pears, '---'], plums]);
  });
});

describe('footers', () => {
  it('of views, with reactions before them, end posts', () => {
    const cut = cutText(
      text(
        apples,
        '👍120❤33',
        '12.3K views10:00',
        pears,
        '1.9K views Ivan Petrov, edited 10:30',
        plums,
        '980 views10:31',
      ),
    );
    expect(cut).toMatchObject({
      format: 'telegram-views-text',
      confidence: 'high',
      texts: written,
      chrome: 4,
    });
    expect(cut.posts.map((post) => post.lines)).toEqual([
      [1, 4],
      [5, 8],
      [9, 11],
    ]);
    expect(cuesOf(cut)).toEqual(['start-of-dump', 'footer', 'footer']);
  });

  it('leave day chips and the news of the client out of posts', () => {
    const cut = cutText(
      text(
        'Channel created',
        'May 30',
        apples,
        '10 views10:00',
        'Orchard pinned «Apples»',
        '31 May 2025',
        pears,
        '11 views09:00',
      ),
    );
    expect(cut).toMatchObject({ format: 'telegram-views-text', texts: [apples, pears], chrome: 6 });
  });
});

describe('the patterns of a user', () => {
  const rule = (pattern: RegExp) => (line: string) => pattern.test(line);

  it('begin posts', () => {
    const cut = cutText(text('# 1', apples, '', '# 2', pears), {}, { userCues: { start: rule(/^# \d/) } });
    expect(cut).toMatchObject({
      format: 'custom-text',
      texts: [
        ['# 1', ...apples],
        ['# 2', ...pears],
      ],
    });
    expect(cuesOf(cut)).toEqual(['post-start', 'post-start']);
  });

  it('end posts', () => {
    const cut = cutText(text(apples, 'END', pears, 'END', plums), {}, { userCues: { end: rule(/^END$/) } });
    expect(cut.texts).toEqual([[...apples, 'END'], [...pears, 'END'], plums]);
    expect(cuesOf(cut)).toEqual(['start-of-dump', 'post-end', 'post-end']);
  });

  it('part posts and belong to none', () => {
    const cut = cutText(
      text(apples, '~~ 1', pears, '~~ 2', plums),
      {},
      { userCues: { separator: rule(/^~~/) } },
    );
    expect(cut).toMatchObject({ texts: written, chrome: 2 });
    expect(cuesOf(cut)).toEqual(['start-of-dump', 'separator', 'separator']);
  });
});
