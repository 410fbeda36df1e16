// Promises: text out of a dump is shown in the width there is, cut between what people see as characters, and never
// holds what steers a terminal or turns text round.

import fc from 'fast-check';
import measureWidth from 'fast-string-truncated-width';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { escapeProse, escapeText } from '../src/report/escape/escape-text.js';
import { excerpt } from '../src/report/escape/excerpt.js';
import { showJson } from '../src/report/escape/show-json.js';
import { reportJson } from '../src/report/reporters/json-reporter.js';
import { reportNdjson } from '../src/report/reporters/ndjson-reporter.js';
import { reportText } from '../src/report/reporters/text-reporter.js';
import { plainStyle } from '../src/report/style.js';
import { reportOn } from './scan-texts.js';

/** Controls but the line feed, lone surrogates, separators, what has no shape; joiners and forms have their own tests. */
const UNSAFE =
  /(?![\ufe0e\ufe0f\n\u200c\u200d])[\p{Cc}\p{Cs}\p{Bidi_Control}\u2028\u2029\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/u;
const post = 'Pears were sold out by ten o’clock on Saturday';

describe('text that is shown', () => {
  it.each([
    ['an escape sequence', 'a\u001b[31mb', 'a\\u001b[31mb'],
    ['a bell', 'a\u0007', 'a\\u0007'],
    ['an eight-bit control', 'a\u009b2Jb', 'a\\u009b2Jb'],
    ['an override of direction', 'a\u202eb\u2066', 'a\\u202eb\\u2066'],
    ['half a character', 'a\ud83d', 'a\\ud83d'],
    ['white space', ' a \t\n\r  b ', ' a \\u0009\\u000a\\u000d  b '],
    ['emoji and letters of any script', '👨‍👩‍👧 é яблоко 苹果', '👨‍👩‍👧 é яблоко 苹果'],
    ['emoji with their forms', '❤️ ☎︎ 1️⃣ 🕵🏻‍♂️ 🏴‍☠️ ‼️', '❤️ ☎︎ 1️⃣ 🕵🏻‍♂️ 🏴‍☠️ ‼️'],
    ['flags made of tags', '🏴󠁧󠁢󠁥󠁮󠁧󠁿🏴󠁧󠁢󠁳󠁣󠁴󠁿', '🏴󠁧󠁢󠁥󠁮󠁧󠁿🏴󠁧󠁢󠁳󠁣󠁴󠁿'],
    ['joiners where letters join', 'می\u200cخواهم क्\u200dष', 'می\u200cخواهم क्\u200dष'],
    ['forms of Han', '葛\u{e0100}城', '葛\u{e0100}城'],
    ['tags that are no flag', 'a\u{e0041}\u{e007f}', 'a\\udb40\\udc41\\udb40\\udc7f'],
    ['a text in tags behind a flag', '🏴󠁧󠁢󠁥󠁮󠁧󠁿\u{e0068}', '🏴󠁧󠁢󠁥󠁮󠁧󠁿\\udb40\\udc68'],
    ['a text in forms', '😀\ufe01\u{e0101}\u{e0102}', '😀\ufe01\\udb40\\udd01\\udb40\\udd02'],
    ['a form of a letter', 'a\ufe0f', 'a\\ufe0f'],
    ['joiners that join nothing', 'a\u200db\u200c\u200d汉\u200d', 'a\\u200db\\u200c\\u200d汉\\u200d'],
    [
      'zero-width and soft marks',
      'a\u200bb\u00adc\u2060\u2064\u034f',
      'a\\u200bb\\u00adc\\u2060\\u2064\\u034f',
    ],
    ['fillers', '\u3164\uffa0\u115f', '\\u3164\\uffa0\\u115f'],
    ['old marks of direction', 'a\u206ab\u206f', 'a\\u206ab\\u206f'],
    ['marks of annotation', 'a\ufff9b\ufffac\ufffb', 'a\\ufff9b\\ufffac\\ufffb'],
  ])('has %s as it should', (_, text, shown) => {
    expect(escapeText(text)).toBe(shown);
  });

  it('has its white space folded where it is read, not looked up', () => {
    expect(escapeProse(' a \t\n\r  b\u0007 ')).toBe(' a b\\u0007 ');
  });
});

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The slow way: every character is found and measured by tables. */
function excerptBySegments(text: string, width: number): string {
  const shown = escapeProse(text);
  const characters = [...segmenter.segment(shown)];
  let columns = 0;
  let kept = '';
  for (const { segment } of characters) {
    columns += measureWidth(segment).width;
    if (columns < width) kept += segment;
  }
  return columns <= width ? shown : `${kept.trimEnd()}…`;
}

describe('an excerpt', () => {
  it.each([
    ['apples', 6, 'apples'],
    ['apples', 5, 'appl…'],
    ['apples and pears', 8, 'apples…'],
    ['苹果和梨子', 10, '苹果和梨子'],
    ['苹果和梨子', 9, '苹果和梨…'],
    ['苹果和梨子', 8, '苹果和…'],
    ['👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧', 6, '👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧'],
    ['👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧', 5, '👨‍👩‍👧👨‍👩‍👧…'],
    ['🇷🇺🇺🇦🇧🇾', 4, '🇷🇺…'],
    ['e\u0301te\u0301te\u0301', 3, 'e\u0301t…'],
    ['', 5, ''],
  ])('of %j in %i columns is %j', (text, width, shown) => {
    expect(excerpt(text, width)).toBe(shown);
  });

  it('fits its width, is safe, and begins as the text does', () => {
    const piece = fc.constantFrom(
      ...'ab яé',
      '苹',
      '👨‍👩‍👧',
      '🇷🇺',
      'e\u0301',
      '\u001b[1m',
      '\u202e',
      '\u200d',
      '\ud83d',
      '…',
    );
    fc.assert(
      fc.property(
        fc.string({ unit: piece, maxLength: 60 }),
        fc.integer({ min: 2, max: 40 }),
        (text, width) => {
          const shown = excerpt(text, width);
          expect(stringWidth(shown)).toBeLessThanOrEqual(width);
          expect(shown).not.toMatch(UNSAFE);
          const whole = escapeProse(text);
          expect(shown === whole || whole.startsWith(shown.slice(0, -1))).toBe(true);
        },
      ),
      { seed: 19, numRuns: 2000 },
    );
  });

  it('is what cutting by segments gives, whatever it begins with', () => {
    const piece = fc.constantFrom(
      ...'ab яЁé «–…“.,#:[',
      ...['苹', '果', '。', '，', '、', 'ア', 'の', 'Ａ', '！', '（', '  ', '##[x', '::', 'word '],
      ...[
        '\u3099',
        '\u302a',
        '👍',
        '🏽',
        '🇷🇺',
        '\u0301',
        '\ufe0f',
        '\u200d',
        '\u001b',
        '\ud83d',
        '1\ufe0f\u20e3',
        '©',
        '〰',
      ],
    );
    const plain = fc.constantFrom(...'ab яЁ«–…“.,#[苹果。アのＡ！');
    const latin = fc.constantFrom(...'abя“ .,#[:', '  ', '##[x', '##vso[', '::');
    const beginning = fc.oneof(...[plain, latin].map((unit) => fc.string({ unit, maxLength: 90 })));
    const rest = fc.string({ unit: piece, maxLength: 90 });
    fc.assert(
      fc.property(
        fc.tuple(fc.oneof(beginning, fc.constant('')), rest),
        fc.integer({ min: 1, max: 40 }),
        (parts, width) => {
          const text = parts.join('');
          expect(excerpt(text, width)).toBe(excerptBySegments(text, width));
        },
      ),
      { seed: 23, numRuns: 4000 },
    );
  });

  it('cuts where segments end among emoji of any parts, too', () => {
    const part = fc.constantFrom(
      ...[
        '👩',
        '❤',
        '⚕',
        '©',
        '🏽',
        '\u200d',
        '\ufe0f',
        '\u20e3',
        '🇺',
        '🇦',
        '\u{e0067}',
        '🏴',
        '\u0301',
        '\u0600',
      ],
      ...['5', '#', 'a', 'я', '苹', ' '],
    );
    fc.assert(
      fc.property(
        fc.string({ unit: part, maxLength: 40 }),
        fc.integer({ min: 1, max: 20 }),
        (parts, width) => {
          const text = `${parts}${'a'.repeat(41)}`;
          expect(excerpt(text, width)).toBe(excerptBySegments(text, width));
        },
      ),
      { seed: 29, numRuns: 4000 },
    );
  });

  it('of every character that is measured by its code is as wide as a terminal has it', () => {
    const codes = Array.from({ length: 0x10000 - 0x20 }, (_, at) => at + 0x20);
    const wrong = codes.filter((code) => {
      const text = String.fromCharCode(code).repeat(9);
      return excerpt(text, 7) !== excerptBySegments(text, 7);
    });
    expect(wrong.map((code) => code.toString(16))).toEqual([]);
  });

  it('of a line of megabytes, or of one character with thousands of marks, takes no time', () => {
    const begin = process.cpuUsage();
    expect(stringWidth(excerpt('word '.repeat(2_000_000), 80))).toBeLessThanOrEqual(80);
    expect(excerpt(`a${'\u0301'.repeat(1_000_000)}`, 80).length).toBeLessThan(2000);
    expect(process.cpuUsage(begin).user).toBeLessThan(2_000_000);
  });
});

const dumpOf = (...posts: readonly string[]) => posts.join('\n---\n');

describe('hostile text', () => {
  const nasty = fc.string({
    unit: fc.constantFrom(
      ...'abc <&"\\=',
      '\u001b[2J',
      '\u0007',
      '\u009b',
      '\u202e',
      '\u2066',
      '\u200f',
      '\u2028',
      '\ufeff',
      '\u0000',
      '\r',
      '🍎',
      '</script>',
    ),
    maxLength: 30,
  });

  it('parses to the same strings, without a character that steers a terminal', () => {
    fc.assert(
      fc.property(nasty, nasty, (name, value) => {
        const shown = showJson({ [`x${name}`]: value });
        expect(shown).not.toMatch(UNSAFE);
        expect(JSON.parse(shown)).toEqual({ [`x${name}`]: value });
      }),
      { seed: 13, numRuns: 1000 },
    );
  });

  it('is shown, never obeyed, wherever the report for people tells it', () => {
    fc.assert(
      fc.property(nasty, nasty, nasty, (path, line, name) => {
        const forward = [`Forwarded from ${name.replace(/[\r\u2028]/g, '')}`, `${post} ${line}`].join('\n');
        const report = reportOn({
          [`${path}1`]: dumpOf(forward, forward),
          [`${path}2`]: dumpOf(forward, `${post}!`),
        });
        const told = [...reportText(report, { top: 10, style: plainStyle(80) })].join('');
        expect(told).not.toMatch(UNSAFE);
        for (const piece of [...reportJson(report), ...reportNdjson(report)])
          expect(piece.toString()).not.toMatch(UNSAFE);
      }),
      { seed: 17, numRuns: 200 },
    );
  });
});
