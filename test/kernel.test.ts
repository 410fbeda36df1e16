// Promises: the kernel gives the rows that scanning line by line gives: whatever the text, wherever in a block of 16
// bytes it stands, and however the dump comes in pieces. (That the line-by-line way gives what the ladder gives is
// promised by normalize-key-maker.test.ts.)

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Column, LineTable } from '../src/model.js';
import { droppedParameters } from '../src/normalize/canonical-link.js';
import { linkBegins } from '../src/normalize/link-token.js';
import { prefixPhrases, suffixPhrases } from '../src/split/cues/forward-phrases.js';
import { placeholders } from '../src/split/cues/placeholders.js';
import { expectSame } from './expect-same.js';
import { fixtures } from './fixtures.js';
import { linkText, nastyText } from './normalize-nasty-text.js';
import { type ScanChoices, scanTexts } from './scan-texts.js';
import { tellingCharacters } from './telling-characters.js';

/** Everything that a scan says of a text. */
function told(text: string | Uint8Array, choices: ScanChoices) {
  const { lines, reading } = scanTexts({ text }, choices);
  const [{ lines: count, invalidBytes } = { lines: 0, invalidBytes: 0 }] = reading.facts;
  return { count, invalidBytes, headers: [...lines.headers], spans: lines.spans, columns: columnsOf(lines) };
}

/** Each column that a scan writes, by its name. */
function columnsOf({ rows, ...table }: LineTable): Record<string, Float64Array> {
  const { start, bytes, line, gap, cue, low, high, characters, weight, head } = table;
  const columns = Object.entries({ start, bytes, line, gap, cue, low, high, characters, weight, head });
  const numbersOf = (column: Column) => Float64Array.from({ length: rows }, (_, row) => column.at(row));
  return Object.fromEntries(columns.map(([name, column]) => [name, numbersOf(column)]));
}

function rowsOf(text: string, choices: ScanChoices): number {
  return scanTexts({ text }, choices).lines.rows;
}

/** Where bytes come from: where the kernel has room for them, or elsewhere. */
const ways = [true, false].map((inRoom) => ({ inRoom }));

function expectAlike(text: string | Uint8Array, ...choices: readonly ScanChoices[]): void {
  const expected = told(text, { plain: true });
  for (const choice of choices.length > 0 ? choices : ways) expectSame(told(text, choice), expected);
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
const inRoom = fc.record({ inRoom: fc.boolean() });
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
    const pieces = fc.record({ piece: fc.integer({ min: 1, max: 200 }), inRoom: fc.boolean() });
    fc.assert(fc.property(dump, pieces, expectAlike), { numRuns: 700 });
  });

  it('gives them for links of every shape', () => {
    const links = fc.array(linkText, { minLength: 1, maxLength: 50, size: 'max' });
    const lines = links.map((texts) => `${texts.join('\n')}\n`);
    fc.assert(fc.property(lines, inRoom, expectAlike), { numRuns: 250 });
  });

  it('gives them on bytes that are no text', () => {
    const byte = fc.constantFrom(
      ...[0x0a, 0x0d, 0x0c, 0x20, 0x2e, 0x35, 0x41, 0x80, 0x8f, 0xa0, 0xb8, 0xbf],
      ...[0xc2, 0xd0, 0xd1, 0xe2, 0xe4, 0xe9, 0xed, 0xef, 0xf0, 0xf4, 0xff],
    );
    const bytes = fc.array(byte, { maxLength: 80 }).map((values) => Uint8Array.from(values));
    fc.assert(fc.property(bytes, inRoom, expectAlike), { numRuns: 700 });
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
      expectAlike(marks.flatMap((mark) => roundMark(mark).map(filled)).join(''), {
        inRoom: offset % 2 === 0,
      });
    },
  );

  it('gives them for every character there is, between letters, figures and marks', () => {
    const lines = tellingCharacters.map(
      (character) => `a${character}b 5${character}5 и${character}\u0301 ${character}${character}\n`,
    );
    expectAlike(lines.join(''), {});
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
      expect(rowsOf(`short\n${piece.repeat(30_000)}\n`, {})).toBe(2);
    }
  }, 10_000);

  it('is linear: lines that are left to the host do not make it look again at those behind them', () => {
    const lines = '\fa\n'.repeat(20_000);
    for (const inRoom of [true, false])
      expect(rowsOf(`short\n${lines}${'x'.repeat(1 << 20)}`, { inRoom })).toBeGreaterThan(20_000);
  }, 5_000);

  it('gives them for lines longer than a piece, and for more lines than it has room for', () => {
    const long = 'Слово and 字 '.repeat(200_000);
    expectAlike(`short\n${long}\nshort\r\n${long}`, { piece: 1 << 20 }, { piece: 1 << 20, inRoom: true });
    expectAlike('один\n\ntwo\n'.repeat(30_000));
  });
});
