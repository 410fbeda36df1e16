/** The laws of the ladder, and what single texts become on it. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rungs } from '../src/model.js';
import { ladder } from '../src/normalize/ladder.js';
import { lowestRung } from '../src/normalize/lowest-rung.js';
import { normalizeText } from '../src/normalize/normalize-text.js';
import { nastyText } from './normalize-nasty-text.js';

const family = '👨‍👩‍👧';
const hindi = 'हिन्दी';
const thai = 'น้ำใจ';
const arabic = 'عَرَبِيّ';

/** Texts that say nothing have no key; they must not count as equal posts. */
const empty = [
  '',
  ' \t\r\n',
  '\u200b\u2060',
  '\u2800\u3164',
  '👍👍',
  family,
  '❤️',
  '***',
  '— — —',
  '…',
  '🇷🇺',
  '´',
  '\ufffd',
];

describe('normalizeText()', () => {
  test.each(empty)('%j has no key', (text) => {
    expect(normalizeText(text, 'homoglyphs')).toBe('');
  });

  test('takes half a surrogate pair for a symbol', () => {
    expect(normalizeText('a\ud83db\udc4d', 'homoglyphs')).toBe('a b');
    expect(normalizeText('\ud83d', 'homoglyphs')).toBe('');
  });

  test.each([hindi, thai, arabic, 'tiếng việt', 'ελληνικά', '한국어', '日本語'])(
    '%s keeps every mark',
    (text) => {
      expect(normalizeText(text, 'homoglyphs')).toBe(text.normalize('NFKC'));
    },
  );

  test.each([
    ['see (https://en.wikipedia.org/wiki/A_(b)), ok', 'see https://en.wikipedia.org/wiki/a_(b) ok'],
    ['http://, www. and t.me/ are no links', 'http www and t me are no links'],
    ['xhttp://a.b is none', 'xhttp a b is none'],
    ['my.t.me/a is none', 'my t me a is none'],
    ['https://#', ''],
    ['https://www.#x end', 'end'],
    ['https://t.me/', 'https://t.me'],
    ['tg://join?invite=a-b', 'tg://join?invite=a-b'],
    ['https://x.org/?utm_a=(&b=)', 'https://x.org?utm_a=(&b=)'],
    ['https://x.org/?fbclid.&utm_a', 'https://x.org'],
  ])('reads the links of %j', (text, key) => {
    expect(normalizeText(text, 'links')).toBe(key);
  });

  test.each([
    ['-5 and −5, 3 - 5, a-5, (-5), )-5', '-5 and -5 3 5 a 5 -5 5'],
    ['1.5.2; .5; 5.; 5..5; ٣.٥', '1.5.2 5 5 5 5 ٣.٥'],
    ['€5, £5, ₽5, 5%, 5‰', '€ 5 £ 5 ₽ 5 5 % 5 ‰'],
  ])('reads the figures of %j', (text, key) => {
    expect(normalizeText(text, 'typography')).toBe(key);
  });

  test('is linear: long hostile lines take no time worth naming', () => {
    for (const piece of [
      'http://)',
      '&amp;',
      'e\u0323\u0301',
      'aа',
      'www.',
      '?fbclid.&',
      '((',
      '\u0301\u0323',
    ]) {
      expect(normalizeText(piece.repeat(20_000), 'homoglyphs').length).toBeGreaterThanOrEqual(0);
    }
  }, 10_000);

  test('is idempotent at every rung, and a key keeps its key at every lower rung', () => {
    fc.assert(
      fc.property(nastyText, fc.constantFrom(...rungs), (text, rung) => {
        const key = normalizeText(text, rung);
        expect(normalizeText(key, rung)).toBe(key);
      }),
      { numRuns: 2_500 },
    );
  });

  test('is a ladder: the key of a lower rung leads to the key of a higher one', () => {
    fc.assert(
      fc.property(nastyText, fc.constantFrom(...rungs), fc.constantFrom(...rungs), (text, one, other) => {
        const [low, high] = rungs.indexOf(one) < rungs.indexOf(other) ? [one, other] : [other, one];
        expect(normalizeText(normalizeText(text, low), high)).toBe(normalizeText(text, high));
      }),
      { numRuns: 2_500 },
    );
  });

  test('never gives a rung fewer steps, or steps out of order', () => {
    const order = ladder.map((step) => rungs.indexOf(step.rung));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(new Set(order).size).toBe(rungs.length);
  });
});

describe('lowestRung()', () => {
  test('says exact for equal texts, and for none', () => {
    expect(lowestRung(['a', 'a', 'a'])).toBe('exact');
    expect(lowestRung([])).toBe('exact');
  });

  test('says what the farthest of several texts needs', () => {
    expect(lowestRung(['a b', 'A b', 'a, b'])).toBe('typography');
  });

  test('says null when one differs', () => {
    expect(lowestRung(['a', 'a', 'b'])).toBeNull();
  });

  test('says what climbing rung by rung says, from any rung on', () => {
    const disguise = fc.constantFrom(' ', '  ', '.', ', ', '\u00a0', '\u200b', '«', '!', '👍', 'а');
    const pair = fc
      .tuple(fc.array(nastyText, { maxLength: 4 }), disguise, fc.nat(4))
      .map(([parts, sign, at]) => {
        const one = parts.join(' ');
        return [
          one,
          [...parts.slice(0, at), sign, ...parts.slice(at)].join(sign === ' ' ? '\t' : ' '),
        ] as const;
      });
    fc.assert(
      fc.property(pair, fc.constantFrom(...rungs), ([one, other], atLeast) => {
        const equal = rungs
          .slice(rungs.indexOf(atLeast))
          .find((rung) => normalizeText(one, rung) === normalizeText(other, rung));
        expect(lowestRung([one, other], atLeast)).toBe(equal ?? null);
      }),
      { numRuns: 2_500 },
    );
  });
});
