// Promises: the kernel gives the rows that scanning line by line gives: whatever the text, wherever in a block of 16
// bytes it stands, and however the dump comes in pieces. (That the line-by-line way gives what the ladder gives is
// promised by normalize-key-maker.test.ts.)

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { LineTable } from '../src/model.js';
import { droppedParameters } from '../src/normalize/canonical-link.js';
import { linkBegins } from '../src/normalize/link-token.js';
import { prefixPhrases, suffixPhrases } from '../src/split/cues/forward-phrases.js';
import { placeholders } from '../src/split/cues/placeholders.js';
import { fixtures } from './fixtures.js';
import { linkText, nastyText } from './normalize-nasty-text.js';
import { type ScanChoices, scanTexts } from './scan-texts.js';

/** Everything that a scan says of a text. */
function told(text: string | Uint8Array, choices: ScanChoices) {
  const { lines, reading } = scanTexts({ text }, choices);
  const [{ lines: count, invalidBytes } = { lines: 0, invalidBytes: 0 }] = reading.facts;
  return { count, invalidBytes, headers: [...lines.headers], spans: lines.spans, rows: rowsOf(lines) };
}

function rowsOf(lines: LineTable): object[] {
  const { start, bytes, line, gap, cue, low, high, characters, weight, head } = lines;
  return Array.from({ length: lines.rows }, (_, row) => ({
    start: start.at(row),
    bytes: bytes.at(row),
    line: line.at(row),
    gap: gap.at(row),
    cue: cue.at(row),
    fingerprint: [low.at(row), high.at(row)],
    characters: characters.at(row),
    weight: weight.at(row),
    head: head.at(row),
  }));
}

function expectAlike(text: string | Uint8Array, piece?: number): void {
  const pieces = piece === undefined ? {} : { piece };
  const expected = told(text, { plain: true });
  expect(told(text, pieces)).toEqual(expected);
  expect(told(text, { ...pieces, inRoom: true })).toEqual(expected);
}

/** Text of several scripts, to put what is tested at any place of a block. */
const filler = fc.constantFrom(
  'a',
  ' ',
  'Plain English words, and so on. ',
  'Русский текст, ёлка и Ёж: ',
  '中文字符连续书写不用空格',
  '他说：“中文，书写”——不用空格。',
  'नमस्ते दुनिया ',
  'สวัสดีชาวโลก ',
  'مرحبا بالعالم ',
  'и\u0306 е\u0308 e\u0301 ',
  '5.5 -7 №1 ',
  '🙂👍🏽 ',
  'https://t.me/x/1?utm_source=a ',
  'Сolonial ',
  'AT&T &amp; ',
);
const line = fc.array(fc.oneof(filler, nastyText), { maxLength: 6 }).map((parts) => parts.join(''));
const lineEnd = fc.constantFrom('\n', '\n', '\r\n', '\r', '\n\n', '\n \n');
const dump = fc
  .array(fc.tuple(line, lineEnd), { maxLength: 8 })
  .map((lines) => lines.map((parts) => parts.join('')).join(''));

/** ASCII, Latin-1, General Punctuation, and the marks of CJK text. */
const marks = [
  [0x21, 0x7e],
  [0xa0, 0xbf],
  [0x2000, 0x206f],
  [0x3000, 0x301f],
  [0xff00, 0xff20],
].flatMap(([first = 0, last = 0]) =>
  Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)),
);

/** What a mark may mean something between. */
function roundMark(mark: string): string[] {
  const sides = ['a', '5', 'я', '字', ' ', '.', '-', ')', '\u200b', 'www', 'http:'];
  return sides.flatMap((before) => sides.map((after) => `${before}${mark}${after}5`));
}

describe('the kernel', () => {
  it('gives the rows of the line-by-line scan on nasty text, in pieces of any size', () => {
    fc.assert(
      fc.property(dump, fc.integer({ min: 1, max: 200 }), (text, piece) => expectAlike(text, piece)),
      { numRuns: 700 },
    );
  });

  it('gives them for links of every shape', () => {
    const lines = fc.array(linkText, { minLength: 1, maxLength: 8 }).map((links) => `${links.join('\n')}\n`);
    fc.assert(
      fc.property(lines, (text) => expectAlike(text)),
      { numRuns: 1400 },
    );
  });

  it('gives them on bytes that are no text', () => {
    const byte = fc.constantFrom(
      ...[0x0a, 0x0d, 0x0c, 0x20, 0x2e, 0x35, 0x41, 0x80, 0x8f, 0xa0, 0xb8, 0xbf],
      ...[0xc2, 0xd0, 0xd1, 0xe2, 0xe4, 0xe9, 0xed, 0xef, 0xf0, 0xf4, 0xff],
    );
    fc.assert(
      fc.property(fc.array(byte, { maxLength: 80 }), (bytes) => expectAlike(Uint8Array.from(bytes))),
      { numRuns: 700 },
    );
  });

  it.each([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15])(
    'gives them for every pair of Cyrillic letters, %i bytes into a block',
    (offset) => {
      const letters = Array.from({ length: 128 }, (_, index) => String.fromCodePoint(0x400 + index));
      expectAlike(letters.map((letter) => `${'x'.repeat(offset)} ${letter}я${letter}.${letter}\n`).join(''));
    },
  );

  it.each([0, 7, 11, 12, 13, 14, 15])(
    'gives them for the marks of all scripts, and what is not seen, %i bytes into a block',
    (offset) => {
      const filled = (text: string) => `${'x'.repeat(offset)} ${text}\n`;
      expectAlike(marks.flatMap((mark) => roundMark(mark).map(filled)).join(''));
    },
  );

  it('gives them for every character there is, between letters, figures and marks', () => {
    const surrogates = (point: number) => point >= 0xd800 && point < 0xe000;
    for (let plane = 0; plane < 0x20000; plane += 0x4000) {
      const points = Array.from({ length: 0x4000 }, (_, index) => plane + index);
      const lines = points
        .filter((point) => !surrogates(point))
        .map((point) => String.fromCodePoint(point))
        .map((character) => `a${character}b 5${character}5 и${character}\u0301 ${character}${character}\n`);
      expectAlike(lines.join(''));
    }
  });

  it('reads every cue that the line-by-line scan reads', () => {
    const phrases = [...prefixPhrases, ...suffixPhrases, ...placeholders.keys()];
    const texts = phrases.flatMap((phrase) => [
      phrase,
      phrase.toUpperCase(),
      `${phrase} Канал`,
      `Name ${phrase}`,
    ]);
    const lines = texts.flatMap((text) => [text, `  ${text}  `, `\u200e${text}`, 'and what follows']);
    expectAlike(
      `${lines.join('\n')}\n12.3K views10:00\n#one #two\nhttps://a.b\n30\nMay 30\nA, [30.05.2025 10:00]\n`,
    );
  });

  test.each(fixtures)('gives them for the fixture $name', ({ folder }) => {
    for (const file of readdirSync(folder, { withFileTypes: true })) {
      if (file.isFile()) expectAlike(readFileSync(join(folder, file.name)));
    }
  });

  it('has room for all links that it is told of', () => {
    const begins = linkBegins();
    expect(begins.length).toBeLessThan(32);
    for (const { shown, written } of begins) {
      expect(shown.length).toBeLessThanOrEqual(28);
      expect(written.length).toBeLessThanOrEqual(32);
    }
    expect(droppedParameters().length).toBeLessThan(64);
    for (const { name } of droppedParameters()) expect(name.length).toBeLessThanOrEqual(14);
  });

  it('is linear: long hostile lines take no time worth naming', () => {
    const pieces = [
      'http://)',
      'http:-',
      'https://a?&',
      'www.a ',
      't.me/a"',
      '&amp;',
      'e\u0323\u0301',
      '字“',
      '\u200b.',
      '"-',
    ];
    for (const piece of pieces) {
      expect(told(`short\n${piece.repeat(30_000)}\n`, {}).rows).toHaveLength(2);
    }
  }, 10_000);

  it('is linear: lines that are left to the host do not make it look again at those behind them', () => {
    const lines = '\fa\n'.repeat(20_000);
    for (const inRoom of [true, false])
      expect(told(`short\n${lines}${'x'.repeat(1 << 20)}`, { inRoom }).rows.length).toBeGreaterThan(20_000);
  }, 5_000);

  it('gives them for lines longer than a piece, and for more lines than it has room for', () => {
    const long = 'Слово and 字 '.repeat(200_000);
    expectAlike(`short\n${long}\nshort\r\n${long}`, 1 << 20);
    expectAlike('один\n\ntwo\n'.repeat(30_000));
  });
});
