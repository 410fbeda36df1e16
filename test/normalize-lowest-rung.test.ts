// Promises: the fast path of the rung `spacing` gives what the ladder gives or nothing; words are folded one by one at
// every rung, so that texts may be compared by the words in which they differ; and that takes as long as they are.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rungs } from '../src/model.js';
import { differingWords } from '../src/normalize/differing-words.js';
import { lowestRungOfCopy } from '../src/normalize/lowest-rung.js';
import { normalizeText } from '../src/normalize/normalize-text.js';
import { END, SpacingReader, UNCLEAR } from '../src/normalize/spacing-reader.js';
import { nastyText } from './normalize-nasty-text.js';
import { tellingCharacters } from './telling-characters.js';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Whether it stands where characters are assigned; between and behind are private use, and nothing. */
function isAssigned(character: string): boolean {
  const point = character.codePointAt(0) ?? 0;
  return point <= 0x323af || (point >= 0xe0000 && point <= 0xe0fff);
}

describe('the key at the rung spacing', () => {
  const reader = new SpacingReader();
  /** What is read; null where that is unclear. */
  const read = (bytes: Uint8Array): string | null => {
    const points: number[] = [];
    reader.open(bytes);
    for (let point = reader.next(); point !== END; point = reader.next()) {
      if (point === UNCLEAR) return null;
      points.push(point);
    }
    return String.fromCodePoint(...points);
  };

  test('is the one of the ladder, or none', () => {
    fc.assert(
      fc.property(nastyText, (text) => {
        const key = read(bytesOf(text));
        if (key !== null) expect(key).toBe(normalizeText(text, 'spacing'));
      }),
      { numRuns: 2_500 },
    );
  });

  test('is the one of the ladder for every assigned character alone and between others', () => {
    let refused = 0;
    for (const character of tellingCharacters.filter(isAssigned)) {
      const text = `a${character}e ${character}`;
      const key = read(bytesOf(text));
      if (key === null) refused += 1;
      else if (key !== normalizeText(text, 'spacing')) expect(text).toBe('as the ladder has it');
    }
    expect(refused).toBeLessThan(2_000);
  });

  test.each([
    ['  Привет,\t МИР!\u00a0Ёлка ', 'привет, мир! ёлка'],
    ['har\u200bbour 👍🏽 ❤️', 'harbour 👍🏽 ❤'],
    ['Ｆｕｌｌ ﬁnd № 5', 'full find no 5'],
    ['不同的 汉字', '不同的 汉字'],
    ['и\u0301 สวัสดี', 'и\u0301 สวัสดี'],
    ['', ''],
    [' \t\u200b', ''],
  ])('of %j is %j, without the ladder', (text, key) => {
    expect(read(bytesOf(text))).toBe(key);
  });

  test('is none for bytes that are no text', () => {
    expect(read(Uint8Array.of(0x61, 0xff, 0x62))).toBeNull();
  });
});

describe('words', () => {
  test('are folded one by one at every rung', () => {
    fc.assert(
      fc.property(nastyText, nastyText, fc.constantFrom(...rungs.slice(1)), (one, other, rung) => {
        const folded = [normalizeText(one, rung), normalizeText(other, rung)].filter((key) => key !== '');
        expect(normalizeText(`${one} ${other}`, rung)).toBe(folded.join(' '));
      }),
      { numRuns: 2_500 },
    );
  });

  test.each([
    ['the quick brown fox', 'the quick red fox', 'brown', 'red'],
    ['the quick brown fox', 'the quiet brown fox', 'quick', 'quiet'],
    ['the fox', 'the the fox', 'fox', 'the fox'],
    ['the fox', 'The fox!', 'the fox', 'The fox!'],
    ['the fox', 'the fox jumps', 'fox', 'fox jumps'],
    ['', 'fox', '', 'fox'],
    ['a a', 'a a a', 'a', 'a a'],
  ])('that differ in %j and %j are %j and %j', (model, copy, one, other) => {
    const { from, modelEnd, copyEnd } = differingWords(bytesOf(model), bytesOf(copy));
    expect([model.slice(from, modelEnd), copy.slice(from, copyEnd)]).toEqual([one, other]);
  });

  test('decide, whatever stands around them', () => {
    fc.assert(
      fc.property(nastyText, nastyText, nastyText, nastyText, (before, one, other, after) => {
        const [model, copy] = [`${before} ${one} ${after}`, `${before} ${other} ${after}`];
        const equal = rungs.find((rung) => normalizeText(model, rung) === normalizeText(copy, rung));
        expect(lowestRungOfCopy(bytesOf(model), bytesOf(copy))).toBe(equal ?? null);
      }),
      { numRuns: 2_500 },
    );
  });

  test('decide stretch by stretch, however many of them differ', () => {
    const words = fc.array(
      fc.constantFrom(
        ...[
          'the',
          '“fox”',
          '«fox»',
          'The',
          '–',
          '—',
          '',
          '🍎',
          'a!',
          '! b',
          'b',
          'е',
          'e',
          'B',
          'Ж',
          'ж',
          'ﬁx',
          'fix',
        ],
        ...[
          'é',
          'É',
          'e\u0301',
          'E\u0301',
          'e\u0323\u0301',
          'ė',
          'a\u200b',
          '\u200b',
          'b\u00a0b',
          'ЖЖ\u200b',
          'жж',
          '각',
          '가\u11a8',
        ],
      ),
    );
    fc.assert(
      fc.property(words, words, fc.nat(), (one, other, seed) => {
        // Mostly the same words, some of them others.
        const copied = one.map((word, at) => (((seed >> (at % 30)) & 1) === 0 ? word : (other[at] ?? word)));
        const [model, copy] = [one.join(' '), copied.join(' ')];
        const equal = rungs.find((rung) => normalizeText(model, rung) === normalizeText(copy, rung));
        expect(lowestRungOfCopy(bytesOf(model), bytesOf(copy))).toBe(equal ?? null);
      }),
      { numRuns: 2_500 },
    );
  });

  test('of bytes that are no text decide as what a decoder shows for them', () => {
    const pieces = fc.constantFrom(
      ...[
        [0x61],
        [0x41],
        [0x20],
        [0x0a],
        [0xff],
        [0x80],
        [0xc3],
        [0xc3, 0xa9],
        [0xc3, 0x89],
        [0xd0, 0xb6],
        [0xd0, 0x96],
      ],
      ...[
        [0xe2, 0x80],
        [0xe2, 0x80, 0x8b],
        [0xef, 0xbf],
        [0xef, 0xbf, 0xbd],
        [0xcc, 0x81],
        [0xc2, 0xa0],
        [0xf0, 0x9f],
      ],
    );
    const bytes = fc.array(pieces, { maxLength: 6 }).map((parts) => Uint8Array.from(parts.flat()));
    fc.assert(
      fc.property(bytes, bytes, bytes, bytes, (before, one, other, after) => {
        const model = Uint8Array.from([...before, ...one, ...after]);
        const copy = Uint8Array.from([...before, ...other, ...after]);
        const [shown, copied] = [decoder.decode(model), decoder.decode(copy)];
        const equal = rungs.find((rung) => normalizeText(shown, rung) === normalizeText(copied, rung));
        expect(lowestRungOfCopy(model, copy)).toBe(equal ?? null);
      }),
      { numRuns: 2_500 },
    );
  });

  test.each([
    ['emoji without a space', '🍎'.repeat(100_000), '🍐'.repeat(100_000), 'typography'],
    ['marks', `e${'\u0323'.repeat(100_000)} a`, `e${'\u0323'.repeat(100_000)}\u0301 A`, null],
    ['words that the ladder alone folds', 'e\u0301 '.repeat(20_000), 'É '.repeat(20_000), 'spacing'],
    ['words that never end alike', 'a\u200b b '.repeat(30_000), 'A b\u200b '.repeat(30_000), 'spacing'],
    ['blanks that are no spaces', 'a\u00a0b '.repeat(30_000), `a ${'b\u00a0a '.repeat(29_999)}b`, 'spacing'],
    ['words that move', 'a — b '.repeat(30_000), `a ${'b a — '.repeat(29_999)}b`, 'typography'],
  ])('of a long line take no longer for being many: %s', (_, model, copy, rung) => {
    const begin = process.cpuUsage();
    expect(lowestRungOfCopy(bytesOf(model), bytesOf(copy))).toBe(rung);
    // Were it quadratic, it would be minutes.
    expect(process.cpuUsage(begin).user).toBeLessThan(5_000_000);
  });
});
