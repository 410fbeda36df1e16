/** The fast path against the ladder: the same key, byte for byte, and counts that are what they are said to be. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isDense, isLetter, isNumber } from '../src/normalize/characters.js';
import { createKeyMaker } from '../src/normalize/key-maker.js';
import { normalizeText } from '../src/normalize/normalize-text.js';
import { linkText, nastyText } from './normalize-nasty-text.js';
import { tellingCharacters } from './telling-characters.js';

const maker = createKeyMaker();
const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const fatalDecoder = new TextDecoder('utf-8', { fatal: true });

function makeFrom(bytes: Uint8Array) {
  // Neighbours that must not be read: half a character on each side, and text that would go on.
  const padded = new Uint8Array(bytes.length + 4);
  padded.set([0xd0, 0x35], 0);
  padded.set(bytes, 2);
  padded.set([0xb8, 0x35], bytes.length + 2);
  const length = maker.make(padded, 2, bytes.length + 2);
  return {
    key: decoder.decode(maker.key.subarray(0, length)),
    characters: maker.characters,
    letters: maker.letters,
    denseLetters: maker.denseLetters,
    invalidBytes: maker.invalidBytes,
    visible: maker.visible,
    plain: maker.plain,
  };
}

/** What the ladder and the engine's decoder say. */
function expected(bytes: Uint8Array) {
  const text = decoder.decode(bytes);
  const key = normalizeText(text, 'homoglyphs');
  const points = Array.from(key, (character) => character.codePointAt(0) ?? 0);
  const letters = points.filter((point) => isLetter(point) || isNumber(point)).length;
  const denseLetters = points.filter(isDense).length;
  return {
    key,
    characters: Array.from(text).length,
    letters: letters - denseLetters,
    denseLetters,
    invalidBytes: invalidIn(bytes),
    visible: normalizeText(text, 'spacing') !== '',
  };
}

/** Bytes that belong to no valid sequence, by trying every sequence with the engine's decoder. */
function invalidIn(bytes: Uint8Array): number {
  let invalid = 0;
  for (let at = 0; at < bytes.length; ) {
    const size = [1, 2, 3, 4].find((length) => isOneCharacter(bytes.subarray(at, at + length), length));
    if (size === undefined) invalid++;
    at += size ?? 1;
  }
  return invalid;
}

function isOneCharacter(bytes: Uint8Array, length: number): boolean {
  if (bytes.length !== length) return false;
  try {
    return Array.from(fatalDecoder.decode(bytes)).length === 1 || bytes[0] === 0xef;
  } catch {
    return false;
  }
}

describe('createKeyMaker()', () => {
  test('makes the key of the ladder, and counts what is there, on nasty text', () => {
    fc.assert(
      fc.property(nastyText, (text) => {
        const bytes = encoder.encode(text);
        expect(makeFrom(bytes)).toMatchObject(expected(bytes));
      }),
      { numRuns: 5_000 },
    );
  });

  test('makes the key of the ladder of links of every shape', () => {
    fc.assert(
      fc.property(linkText, (text) => {
        const bytes = encoder.encode(text);
        expect(makeFrom(bytes)).toMatchObject(expected(bytes));
      }),
      { numRuns: 5_000 },
    );
  });

  test('says of a key that it is plain only where it is that of the rung typography', () => {
    fc.assert(
      fc.property(nastyText, (text) => {
        const { key, plain } = makeFrom(encoder.encode(text));
        fc.pre(plain);
        expect(key).toBe(normalizeText(text, 'typography'));
      }),
      { numRuns: 5_000 },
    );
  });

  test.each([
    ['a, b. c: d', true],
    ['Цена: 5.5, «да»', true],
    ['https://t.me/s/chan/5', false],
    ['Сolonial', false],
  ])('says of %j whether its key is plain: %s', (text, plain) => {
    expect(makeFrom(encoder.encode(text)).plain).toBe(plain);
  });

  test.each([
    'a,b a, b a ,b a . b',
    '5. 5 5.5 5 .5 5 . 5 a. -5 a .-5 5: 5',
    'www. a www.{a www.a',
    'http: //a http://a',
    'да,да да, да да .да да.  да',
    'да. a да, 5 да: «да»',
  ])('reads the marks of %j as the ladder does', (text) => {
    const bytes = encoder.encode(text);
    expect(makeFrom(bytes)).toMatchObject(expected(bytes));
  });

  test('makes the key of the ladder on bytes that are no text', () => {
    const byte = fc.constantFrom(
      0x20,
      0x2d,
      0x35,
      0x41,
      0x80,
      0xb8,
      0xbf,
      0xc2,
      0xd0,
      0xe2,
      0xe4,
      0xed,
      0xef,
      0xf0,
      0xf4,
      0xff,
      0x9f,
    );
    fc.assert(
      fc.property(fc.array(byte, { maxLength: 12 }), (values) => {
        const bytes = Uint8Array.from(values);
        expect(makeFrom(bytes)).toMatchObject(expected(bytes));
      }),
      { numRuns: 5_000 },
    );
  });

  test('makes the key of the ladder for every character, alone and between words and figures', () => {
    for (const character of tellingCharacters) {
      const bytes = encoder.encode(`${character} a${character}b 5${character}5 -${character}5`);
      const text = decoder.decode(bytes);
      if (makeFrom(bytes).key !== normalizeText(text, 'homoglyphs'))
        expect(makeFrom(bytes)).toMatchObject(expected(bytes));
    }
  });

  test.each([
    ['Hello, World!', 'hello world', 10, 0],
    ['Привет, мир — 3,5 %', 'привет мир 3.5 %', 11, 0],
    ['Цена: €5', 'цена € 5', 5, 0],
    ['我爱北京 2024', '我爱北京 2024', 4, 4],
    ['น้ำใจ', 'น้\u0e4d\u0e32ใจ', 0, 4],
    ['см. https://t.me/s/chan/5?single…', 'см t.me/chan/5', 10, 0],
    ['Сolonial', 'colonial', 8, 0],
  ])('makes of %j the key %j', (text, key, letters, denseLetters) => {
    expect(makeFrom(encoder.encode(text))).toMatchObject({
      key,
      letters,
      denseLetters,
      visible: true,
      invalidBytes: 0,
    });
  });

  test('folds Cyrillic right when a maker meets a rarer Cyrillic letter first', () => {
    const bytes = encoder.encode('Қазақ ӘҢ');
    const fresh = createKeyMaker();
    const length = fresh.make(bytes, 0, bytes.length);
    expect(decoder.decode(fresh.key.subarray(0, length))).toBe('қазақ әң');
  });

  test('counts invalid bytes, and what a decoder shows for them', () => {
    const bytes = Uint8Array.from([0x61, 0xff, 0xe2, 0x82, 0x62, 0xf0, 0x9f, 0x98]);
    expect(makeFrom(bytes)).toMatchObject({ key: 'a b', characters: 5, invalidBytes: 6, letters: 2 });
  });

  test.each([
    ['', false],
    [' \t\r', false],
    ['\u200b\u2800\u3164\u00a0', false],
    ['👍', true],
    ['---', true],
    ['\u0301', true],
  ])('says whether anything of %j can be seen: %s', (text, visible) => {
    expect(makeFrom(encoder.encode(text))).toMatchObject({ key: '', visible });
  });

  test('grows for a long line, and keeps nothing of it for the next', () => {
    const long = 'Слово-word ﷺ 5% '.repeat(10_000);
    const bytes = encoder.encode(long);
    expect(makeFrom(bytes).key).toBe(normalizeText(long, 'homoglyphs'));
    expect(makeFrom(encoder.encode('Кот'))).toMatchObject({ key: 'кот', letters: 3, characters: 3 });
  });

  test('is linear: long hostile lines take no time worth naming', () => {
    for (const piece of [
      'http://)',
      'http:-',
      'www-',
      't.me,',
      'http://a)',
      '&amp;',
      'e\u0323\u0301',
      'aа ',
      'www.a ',
      '5.',
      '\u0301',
      't.me/a"',
      '(]www.a',
    ]) {
      expect(makeFrom(encoder.encode(piece.repeat(30_000))).characters).toBe(
        30_000 * Array.from(piece).length,
      );
    }
  }, 10_000);
});
