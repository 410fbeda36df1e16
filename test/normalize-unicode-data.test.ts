/** Keys must never change with the engine: the Unicode data is pinned, and was right when it was made. */

import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { characterClass, classOf, isCyrillic, isDense, isLatin } from '../src/normalize/characters.js';
import { fromCodePoints, toCodePoints } from '../src/normalize/code-points.js';
import { compose, decompose } from '../src/normalize/compatibility.js';
import { foldCompatibility } from '../src/normalize/fold-spacing.js';
import { normalizerVersion, normalizeText } from '../src/normalize/normalize-text.js';
import * as data from '../src/normalize/unicode-data.js';

/**
 * When this must change, so must normalizerVersion: every fingerprint made before is of another Unicode version. Unless it is only packed
 * otherwise, as the tests beside this one show with an engine of the same version.
 */
const pinned = {
  normalizer: '2',
  unicode: '17.0',
  sha256: '01cd44cf93310468eaa6ea73cf5f0e32e9bbbddc741563f7cf3c8f5d49928748',
};

const { unicode: engineVersion = '' } = process.versions;

const classPatterns: readonly (readonly [number, RegExp])[] = [
  [characterClass.ignorable, /\p{Default_Ignorable_Code_Point}/u],
  [characterClass.space, /[\p{White_Space}\p{Z}]/u],
  [characterClass.control, /\p{Cc}/u],
  [characterClass.letter, /\p{L}/u],
  [characterClass.number, /\p{N}/u],
  [characterClass.mark, /\p{M}/u],
  [characterClass.emoji, /(?!\p{ASCII})[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}]/u],
  [characterClass.punctuation, /\p{P}/u],
  [characterClass.currency, /\p{Sc}/u],
  [characterClass.symbol, /\p{S}/u],
  [characterClass.unassigned, /(?!\p{Noncharacter_Code_Point})\p{Cn}/u],
];

/** Every character but surrogates, of those that are all alike just some. */
function* characters(oneIn: number): Generator<[number, string]> {
  for (let point = 0; point <= 0x10ffff; point++) {
    if (point >= 0xd800 && point <= 0xdfff) continue;
    if (point % oneIn !== 0 && isAlike(point)) continue;
    yield [point, String.fromCodePoint(point)];
  }
}

/** Hangul syllables, the planes in which nothing is assigned, private use. */
function isAlike(point: number): boolean {
  return (point >= 0xac00 && point <= 0xd7a3) || (point >= 0x34000 && point < 0xe0000) || point > 0xe01f0;
}

/** NFKC_Casefold as the engine does it, without the removal of ignorable characters. */
function foldByEngine(text: string): string {
  const folded = Array.from(text.normalize('NFKD'), (character) =>
    character === 'ı'
      ? character
      : Array.from(character.toUpperCase(), (upper) => upper.toLowerCase()).join(''),
  );
  const next = folded.join('').normalize('NFKC');
  return next === text ? next : foldByEngine(next);
}

/** The characters for which a claim does not hold. */
function exceptions(holds: (point: number, character: string) => boolean, oneIn = 1): string[] {
  const found: string[] = [];
  for (const [point, character] of characters(oneIn))
    if (!holds(point, character)) found.push(point.toString(16));
  return found;
}

describe('Unicode data', () => {
  test('is the pinned data', () => {
    const texts = [
      data.unicodeVersion,
      data.classRuns,
      data.scriptRuns,
      data.combiningClasses,
      data.decompositions,
      data.caseFoldings,
      data.compositions,
    ];
    const sha256 = createHash('sha256').update(texts.join('\n')).digest('hex');
    expect({ normalizer: normalizerVersion, unicode: data.unicodeVersion, sha256 }).toEqual(pinned);
  });

  describe.runIf(engineVersion.startsWith(pinned.unicode))(
    'agrees with an engine of the same version',
    () => {
      test('on the class of every character', () => {
        const byEngine = (character: string) =>
          classPatterns.find(([, pattern]) => pattern.test(character))?.[0] ?? characterClass.other;
        expect(exceptions((point, character) => classOf(point) === byEngine(character))).toEqual([]);
      });

      test('on scripts', () => {
        const letter = /\p{L}/u;
        expect(
          exceptions((point, character) => {
            const isA = (pattern: RegExp) => letter.test(character) && pattern.test(character);
            return (
              isLatin(point) === isA(/\p{Script=Latin}/u) &&
              isCyrillic(point) === isA(/\p{Script=Cyrillic}/u) &&
              (isDense(point) || !isA(/[\p{Script=Han}\p{Script=Thai}\p{Script=Hiragana}\p{Script=Khmer}]/u))
            );
          }),
        ).toEqual([]);
      });

      test('on NFKC of every character, alone and among marks', () => {
        const nfkc = (text: string) => fromCodePoints(compose(decompose(toCodePoints(text))));
        const marked = (character: string) => `a${character}\u0323\u0301${character}\u0345`;
        expect(exceptions((_, character) => nfkc(character) === character.normalize('NFKC'), 100)).toEqual(
          [],
        );
        expect(
          exceptions((point, character) => {
            if (classOf(point) === characterClass.unassigned) return true;
            return nfkc(marked(character)) === marked(character).normalize('NFKC');
          }, 100),
        ).toEqual([]);
      });

      test('on case folding of every character', () => {
        expect(
          exceptions((_, character) => foldCompatibility(character) === foldByEngine(character), 100),
        ).toEqual([]);
      });
    },
  );

  test('gives these keys, whatever the engine knows', () => {
    const samples: readonly (readonly [string, string])[] = [
      ['Ёжик — «ДА»! 3,5 % ≈ −5 °C', 'ежик да 3.5 % -5 c'],
      ['STRAẞE ﬁn İzmir ıĞNE ΣΊΣΥΦΟΣ', 'strasse fin i̇zmir ığne σίσυφοσ'],
      ['Ｆｕｌｌ　①②③ ㎏ ℡ ½', 'full 123 kg tel 1 2'],
      ['नमस्ते दुनिया क्षत्रिय', 'नमस्ते दुनिया क्षत्रिय'],
      ['ภาษาไทย น้ำ', 'ภาษาไทย น้ํา'],
      ['السَّلَامُ عليكم ﷺ', 'السَّلَامُ عليكم صلى الله عليه وسلم'],
      ['한국어 ㈜ \u1112\u1161\u11ab', '한국어 주 한'],
      ['ｶﾞｷﾞ 漢字、日本。', 'ガギ 漢字 日本'],
      ['👩🏽‍🚀 1️⃣ 🇺🇦 ☎️ ©', '1'],
      ['\u{10ffff}\ue000\u0378a', '\u0378a'],
      ['(https://www.X.org/A/?utm_source=b#c) @Chan #Tag', 'https://x.org/a chan tag'],
      ['Сolonial Pоссия', 'colonial россия'],
    ];
    for (const [text, key] of samples) expect(normalizeText(text, 'homoglyphs')).toBe(key);
  });
});
