// Promises: the fast path of the rung `spacing` gives what the ladder gives or nothing, and words are folded one by one
// at every rung, so that texts may be compared by the words in which they differ.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rungs } from '../src/model.js';
import { differingWords } from '../src/normalize/differing-words.js';
import { lowestRungOfCopy } from '../src/normalize/lowest-rung.js';
import { normalizeText } from '../src/normalize/normalize-text.js';
import { END, SpacingReader, UNCLEAR } from '../src/normalize/spacing-reader.js';
import { nastyText } from './normalize-nasty-text.js';

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** Where characters are assigned; between and behind are private use, and nothing. */
const assigned = [
  [0, 0xd7ff],
  [0xe000, 0x323af],
  [0xe0000, 0xe0fff],
] as const;

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
      { numRuns: 10_000 },
    );
  });

  test('is the one of the ladder for every assigned character alone and between others', () => {
    let refused = 0;
    for (const [first, last] of assigned) {
      for (let point = first; point <= last; point++) {
        const text = `a${String.fromCodePoint(point)}e ${String.fromCodePoint(point)}`;
        const key = read(bytesOf(text));
        if (key === null) refused += 1;
        else if (key !== normalizeText(text, 'spacing')) expect(text).toBe('as the ladder has it');
      }
    }
    expect(refused).toBeLessThan(2_000);
  }, 60_000);

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
      { numRuns: 10_000 },
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
      { numRuns: 10_000 },
    );
  });

  test('decide stretch by stretch, however many of them differ', () => {
    const words = fc.array(
      fc.constantFrom('the', '“fox”', '«fox»', 'The', '–', '—', '', '🍎', 'a!', '! b', 'b', 'е', 'e'),
    );
    fc.assert(
      fc.property(words, words, fc.nat(), (one, other, seed) => {
        // Mostly the same words, some of them others.
        const copied = one.map((word, at) => (((seed >> (at % 30)) & 1) === 0 ? word : (other[at] ?? word)));
        const [model, copy] = [one.join(' '), copied.join(' ')];
        const equal = rungs.find((rung) => normalizeText(model, rung) === normalizeText(copy, rung));
        expect(lowestRungOfCopy(bytesOf(model), bytesOf(copy))).toBe(equal ?? null);
      }),
      { numRuns: 10_000 },
    );
  });

  test('that are invalid in different ways are equal when a decoder shows the same', () => {
    const [model, copy] = [Uint8Array.of(0x61, 0xff), Uint8Array.of(0x61, 0xfe)];
    expect(lowestRungOfCopy(model, copy)).toBe('exact');
    expect(lowestRungOfCopy(model, Uint8Array.of(0x41, 0xfe))).toBe('spacing');
  });
});
