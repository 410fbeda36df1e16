/** What the ladder promises: one line for each equality, by the rung that makes it, and for each difference. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Rung, rungs } from '../src/model.js';
import { ladder } from '../src/normalize/ladder.js';
import { lowestRung } from '../src/normalize/lowest-rung.js';
import { normalizeText } from '../src/normalize/normalize-text.js';
import { nastyText } from './normalize-nasty-text.js';

const family = '👨‍👩‍👧';
const hindi = 'हिन्दी';
const thai = 'น้ำใจ';
const arabic = 'عَرَبِيّ';

/** Each pair is different below the rung, equal from it on. */
const equalities: readonly (readonly [Rung, string, string])[] = [
  ['exact', 'apples', '  apples\r\n'],
  ['exact', 'apples', '\u00a0apples\u2028'],
  ['spacing', 'two words', 'two \t words'],
  ['spacing', 'two words', 'two\u00a0words'],
  ['spacing', 'two words', 'two\u3000words'],
  ['spacing', 'two words', 'two\u1680words'],
  ['spacing', 'two words', 'two\u2800words'],
  ['spacing', 'two words', 'two\0words'],
  ['spacing', 'two words', 'two\u001bwords'],
  ['spacing', 'two words', 'two\u0085words'],
  ['spacing', 'two words', 'two\u2028words'],
  ['spacing', 'word', 'wo\u200brd'],
  ['spacing', 'word', '\ufeffword'],
  ['spacing', 'word', 'w\u00ado\u2060rd'],
  ['spacing', 'word', 'wo\u{e0041}rd'],
  ['spacing', 'word', 'wo\u3164rd'],
  ['spacing', 'word', 'wo\uffa0rd'],
  ['spacing', 'word', 'WORD'],
  ['spacing', 'слово', 'СЛОВО'],
  ['spacing', 'full width', 'Ｆｕｌｌ　ｗｉｄｔｈ'],
  ['spacing', 'bold', '𝐁𝐨𝐥𝐝'],
  ['spacing', 'file', 'ﬁle'],
  ['spacing', 'straße', 'STRASSE'],
  ['spacing', 'straße', 'STRAẞE'],
  ['spacing', 'ὀδυσσεύς', 'ὈΔΥΣΣΕΎΣ'],
  ['spacing', 'i\u0307stanbul', 'İstanbul'],
  ['spacing', 'é', 'e\u0301'],
  ['spacing', 'й', 'и\u0306'],
  ['spacing', 'ё', 'Е\u0308'],
  ['spacing', 'ậ', 'a\u0302\u0323'],
  ['spacing', '한글', '\u1112\u1161\u11ab\u1100\u1173\u11af'],
  ['spacing', 'ガ', 'ｶﾞ'],
  ['spacing', '❤️ love', '❤ love'],
  ['typography', '«да»', '"да"'],
  ['typography', '„ja“', '‘ja’'],
  ['typography', "don't", 'don’t'],
  ['typography', "don't", 'don`t'],
  ['typography', "don't", 'don´t'],
  ['typography', "don't", 'donʼt'],
  ['typography', "п'ять", 'п’ять'],
  ['typography', 'one — two', 'one - two'],
  ['typography', 'one — two', 'one two'],
  ['typography', 'word,word', 'word, word'],
  ['spacing', 'wait…', 'wait...'],
  ['typography', 'wait… now', 'wait now'],
  ['typography', 'cut <…> here', 'cut here'],
  ['typography', 'cut <...> here', 'cut [...] here'],
  ['typography', 'cut <..> here', 'cut (…) here'],
  ['typography', '• apples', '- apples'],
  ['typography', '▪️ apples', '➖ apples'],
  ['typography', 'apples 🍎', 'apples'],
  ['typography', `home ${family}`, 'home'],
  ['typography', '🇷🇺🇨🇦 news', 'news'],
  ['typography', '👍🏽 good', 'good'],
  ['typography', '#Opinion', 'Opinion'],
  ['typography', '@anna_k', 'anna k'],
  ['typography', '**bold**', 'bold'],
  ['typography', 'ёлка', 'елка'],
  ['typography', 'е\u0308лка', 'Елка'],
  ['typography', '1️⃣ Text', '1. Text'],
  ['typography', '1️⃣Text', '1) Text'],
  ['typography', '5%', '5 %'],
  ['typography', '$5', '$ 5'],
  ['typography', '3,5', '3.5'],
  ['typography', '10–15', '10-15'],
  ['typography', '10–15', '10 15'],
  ['typography', 'COVID-19', 'COVID 19'],
  ['typography', '−5', '-5'],
  ['typography', '(a)-5', '(a) 5'],
  ['typography', 'x²–1', 'x2 1'],
  ['typography', 'Tom &amp; Ann', 'Tom & Ann'],
  ['typography', 'Tom &amp;amp; Ann', 'Tom & Ann'],
  ['typography', '&lt;b&gt; &quot;it&#39;s&quot;', '<b> "it\'s"'],
  ['typography', 'two&nbsp;words', 'two words'],
  ['typography', 'Ａ™', 'atm!'],
  ['typography', '[label](https://x.org/y)', 'label https://x.org/y'],
  ['typography', 'see https://x.org/y.', 'see https://x.org/y'],
  ['typography', '«https://x.org/y»', 'https://x.org/y'],
  ['typography', '<a href="https://x.org/y">', 'a href https://x.org/y'],
  ['typography', 'https://x.org/?a=1&amp;b=2', 'https://x.org/?a=1&b=2'],
  ['links', 'https://x.org/y', 'http://www.x.org/y/'],
  ['links', 'https://x.org/y', 'www.x.org/y'],
  ['links', 'https://x.org/y', 'https://x.org/y?utm_source=tg&utm_medium=x&fbclid=1'],
  ['links', 'https://x.org/y?a=1&b=2', 'https://x.org/y?a=1&gclid=7&b=2#part'],
  ['links', 'https://t.me/chan/5', 't.me/chan/5'],
  ['links', 'https://t.me/chan/5', 'https://t.me/s/chan/5'],
  ['links', 'https://t.me/chan/5', 'https://telegram.me/chan/5?single'],
  ['links', 'https://t.me/chan/5', 'https://telegram.dog/chan/5?embed=1&mode=tme'],
  ['links', 'https://t.me/chan/5', 'https://xn--r1a.website/s/chan/5'],
  ['links', 'https://t.me/chan/5', 'xn--r1a.link/chan/5'],
  ['links', 'https://t.me/chan/5', 'xn--r1a.site/chan/5'],
  ['links', 'https://t.me/chan/5', 'т.website/chan/5'],
  ['links', 'https://t.me/chan/5', 'https://group-telegram.com/chan/5'],
  ['links', 'https://t.me/chan/5', 'tgoop.com/chan/5'],
  ['links', 'https://t.me/chan/5', 'tg://resolve?domain=chan&post=5'],
  ['links', 'https://t.me/chan', 'tg://resolve?domain=chan'],
  ['links', 'https://t.me/s/chan?before=100', 't.me/chan'],
  ['homoglyphs', 'Colonial', 'Сolonial'],
  ['homoglyphs', 'Россия', 'Pоссия'],
  ['homoglyphs', 'covid19', 'соvid19'],
  ['homoglyphs', 'сок2x', 'сок2х'],
];

/** Each pair is different even at the top. */
const differences: readonly (readonly [string, string])[] = [
  ['й', 'и'],
  ['ї', 'і'],
  ['é', 'e'],
  ['हिन्दी', 'हन्द'],
  ['น้ำ', 'นา'],
  ['عَرَب', 'عرب'],
  ['ガ', 'カ'],
  ['ı', 'i'],
  ['two\twords', 'twowords'],
  ['two\0words', 'twowords'],
  ['word,word', 'wordword'],
  ["don't", 'dont'],
  ['3.5', '35'],
  ['3.5', '3 5'],
  ['3,5', '3, 5'],
  ['1,000', '1000'],
  ['-5', '5'],
  ['−5 °C', '5 °C'],
  ['$5', '5'],
  ['5%', '5'],
  ['5%', '5$'],
  ['5€', '5$'],
  ['5%', '5‰'],
  ['2024', '2025'],
  ['1️⃣ Text', '2️⃣ Text'],
  ['1️⃣Text', '1Text'],
  ['https://x.org/a', 'https://x.org/b'],
  ['https://x.org/a.b', 'https://x.org/a-b'],
  ['https://x.org/?a=1&b=2', 'https://x.org/?b=2&a=1'],
  ['https://x.org/?ref=1', 'https://x.org/?ref=2'],
  ['https://t.me/chan/5', 'https://t.me/chan/6'],
  ['https://t.me/chan/5', 'https://t.me/s/other/5'],
  ['https://t.me/+AbC', 'https://t.me/AbC'],
  ['сок', 'cok'],
  ['а', 'a'],
  ['tm', 'т'],
];

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
  test.each(equalities)('%s makes %j and %j equal, no rung below does', (rung, one, other) => {
    expect(lowestRung([one, other])).toBe(rung);
    for (const higher of rungs.slice(rungs.indexOf(rung))) {
      expect(normalizeText(one, higher)).toBe(normalizeText(other, higher));
    }
  });

  test.each(differences)('no rung makes %j and %j equal', (one, other) => {
    expect(lowestRung([one, other])).toBeNull();
  });

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
      { numRuns: 10_000 },
    );
  });

  test('is a ladder: the key of a lower rung leads to the key of a higher one', () => {
    fc.assert(
      fc.property(nastyText, fc.constantFrom(...rungs), fc.constantFrom(...rungs), (text, one, other) => {
        const [low, high] = rungs.indexOf(one) < rungs.indexOf(other) ? [one, other] : [other, one];
        expect(normalizeText(normalizeText(text, low), high)).toBe(normalizeText(text, high));
      }),
      { numRuns: 10_000 },
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
});
