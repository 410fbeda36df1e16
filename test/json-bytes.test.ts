// Promises: JSON that is gathered as bytes is what `showJson` shows, whatever the value and wherever its text is from.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DumpText } from '../src/report/dump-text.js';
import { showJson } from '../src/report/escape/show-json.js';
import { JsonBytes } from '../src/report/json/json-bytes.js';
import { writeSafeLine } from '../src/report/json/write-safe-text.js';
import { createSequence } from '../src/report/sequence.js';

function written(value: unknown): string {
  const json = new JsonBytes();
  json.value(value);
  return json.take().toString();
}

const character = fc.oneof(
  fc.constantFrom(...'ab "\\/#[\t\n', '##[', '##vso[', '“', '”', '–', '…', '，', '。', 'é', 'Д', '汉', '🍎'),
  fc.constantFrom(
    ...'\u0000\u001f\u007f\u0080\u009f\u00a0\u061b\u061c\u061d\u1680\u2000\u200a\u200b\u200d\u200e\u200f\u2010',
  ),
  fc.constantFrom(
    ...'\u2027\u2028\u202e\u202f\u205f\u2060\u2065\u2066\u2069\u206a\u3000\u3001\ufefe\ufeff\uff00\ufffd',
    '\ud83d',
  ),
  fc.constantFrom(
    ...'\u00ad\u034f\u115f\u1160\u17b4\u180b\u180e\u200c\u2064\u206f\u3164\ufe00\ufe0d\ufe0e\ufe0f\uffa0\ufff0\ufffb\ufffc',
    ...'\u{1bca0}\u{1d173}\u{1d11e}\u{e0041}\u{e01ef}\u{e0fff}\u{e1000}',
  ),
);
const text = fc.string({ unit: character, maxLength: 40 });
const share = fc.integer({ min: 0, max: 1_000_000 }).map((parts) => parts / 1_000_000);
const number = fc.oneof(fc.nat(), fc.maxSafeInteger(), fc.double(), share);
const { value: anyValue } = fc.letrec((tie) => ({
  value: fc.oneof(text, number, fc.boolean(), fc.constant(null), tie('list'), tie('object')),
  list: fc.array(tie('value'), { maxLength: 4 }),
  object: fc.dictionary(text, tie('value'), { maxKeys: 4 }),
}));

describe('a value in bytes', () => {
  it('is as it is in a string', () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        expect(written(value)).toBe(showJson(value));
      }),
      { numRuns: 1_500 },
    );
  });

  it('is so for objects that are alike, whatever was written before and taken meanwhile', () => {
    const few = fc.constantFrom<unknown>(
      'a',
      'é##[',
      'long'.repeat(100),
      0,
      1,
      10_000_000_000,
      null,
      true,
      [1, 2],
    );
    const place = fc.record({ dump: few, lines: fc.tuple(few, few), id: few }, { requiredKeys: ['dump'] });
    const alike = fc.record(
      { id: few, text: few, origin: place, places: fc.array(place) },
      { requiredKeys: ['id'] },
    );
    const step = fc.record({
      entry: alike,
      between: anyValue,
      opening: fc.constantFrom('{', '{"type":"x",'),
    });
    const taken = fc.constantFrom('never', 'between', 'after');
    fc.assert(
      fc.property(fc.array(step, { minLength: 2, maxLength: 8 }), fc.array(taken), (steps, times) => {
        const json = new JsonBytes();
        let shown = '';
        steps.forEach(({ entry, between, opening }, at) => {
          json.object(entry, opening);
          if (times[at] === 'between') shown += json.take();
          if (at % 3 === 0) json.value(between);
          if (times[at] === 'after') shown += json.take();
        });
        const expected = steps.map(
          ({ entry, between, opening }, at) =>
            opening + showJson(entry).slice(1) + (at % 3 === 0 ? showJson(between) : ''),
        );
        expect(shown + json.take()).toBe(expected.join(''));
      }),
      { numRuns: 1_500 },
    );
  });

  it('is so for each share that a report may tell, and for whole numbers of any length', () => {
    const numbers = Array.from({ length: 10_310 }, (_, at) => (at * 97) / 1_000_000);
    for (let number = 1; number < 2 ** 52; number *= 3) numbers.push(number - 1, number);
    expect(numbers.filter((number) => written(number) !== String(number))).toEqual([]);
  });

  it('is a list for a sequence, and without what is undefined', () => {
    const list = createSequence(2, () => [1, 'a'].values());
    expect(written({ a: undefined, list, none: createSequence(0, () => [].values()), b: {} })).toBe(
      '{"list":[1,"a"],"none":[],"b":{}}',
    );
  });
});

describe('text of a dump', () => {
  it('is in bytes what it is as a string, for every character of the planes that are in use', () => {
    const target = Buffer.alloc(64);
    for (const plane of [0, 1, 14]) {
      for (let low = 0x80; low < 0x10000; low++) {
        if (plane === 0 && low >= 0xd800 && low < 0xe000) continue;
        const line = `a${String.fromCodePoint(plane * 0x10000 + low)}b`;
        const end = writeSafeLine(target, 0, Buffer.from(line));
        if (end >= 0 && `"${target.toString('utf8', 0, end)}"` !== showJson(line))
          expect.fail(`U+${(plane * 0x10000 + low).toString(16)}`);
      }
    }
  });

  const bytes = fc.oneof(
    text.map((line) => new TextEncoder().encode(line)),
    fc.uint8Array({ maxLength: 12 }),
    fc
      .tuple(text, fc.uint8Array({ maxLength: 4 }), text)
      .map((parts) => Buffer.concat(parts.map(Buffer.from))),
  );

  it('is copied as it would be shown as a string, valid or not', () => {
    fc.assert(
      fc.property(fc.array(bytes, { maxLength: 4 }), (lines) => {
        const dumped = new DumpText(lines.length, (at) => lines[at] ?? new Uint8Array());
        const shown = lines.map((line) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(line).trim());
        expect(written(dumped)).toBe(showJson(shown.join('\n')));
        expect(JSON.parse(written(dumped))).toBe(dumped.toString());
      }),
      { numRuns: 1_500 },
    );
  });
});
