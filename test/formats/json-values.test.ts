// Promises: records of JSON come out the same however the JSON is written and however it is cut into pieces, each at
// its place; and a broken record or an early end costs what is broken, is told with its line, and nothing else.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { randomFrom } from '../seeded-random.js';
import { readJson } from './read-json.js';

interface Message {
  readonly _: 'Message';
  readonly id: number;
  readonly peer: { readonly _: 'Peer'; readonly channel: number };
  readonly text: string;
}

const messages = fc.array(
  fc.record({
    _: fc.constant('Message' as const),
    id: fc.nat(),
    peer: fc.record({ _: fc.constant('Peer' as const), channel: fc.nat() }),
    text: fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('{"_":"Message","id":1,"peer":', '"messages": [', '\\"', '}]', 'Яблоки 🍎\n'),
    ),
    extra: fc.jsonValue(),
  }),
  { maxLength: 8 },
);

/** The ways to write messages down. */
const layouts: Record<string, (list: readonly unknown[]) => string> = {
  lines: (list) => list.map((message) => `${JSON.stringify(message)}\n`).join(''),
  'an array': (list) => JSON.stringify(list),
  'an array, pretty': (list) => JSON.stringify(list, null, 2),
  'an object': (list) => JSON.stringify({ name: 'x', about: { id: [1, { a: 'b' }] }, messages: list, n: 1 }),
  'an object, pretty': (list) => JSON.stringify({ name: 'x', messages: list, more: [[{}], []] }, null, 1),
  'an object of objects': (list) =>
    JSON.stringify({ messages: Object.fromEntries(Object.entries(list)) }, null, 1),
};

for (const [name, write] of Object.entries(layouts)) {
  test(`${name}: the same records as JSON.parse, each at its place, in pieces of any size`, () => {
    fc.assert(
      fc.property(messages, fc.nat(), (list, seed) => {
        const bytes = Buffer.from(write(list));
        const random = randomFrom(seed);
        const { records, skips } = readJson(bytes, () => 1 + random(bytes.length + 1));
        expect(skips).toEqual([]);
        expect(records.map(({ id, text }) => ({ id, text }))).toEqual(
          list.map(({ id, text }) => ({ id: String(id), text })),
        );
        for (const [at, { place }] of records.entries()) {
          const own = bytes.subarray(place.start, place.end).toString();
          expect(JSON.parse(own)).toEqual(JSON.parse(JSON.stringify(list[at])));
          expect(place.line).toBe(lineAt(bytes, place.start));
          expect(place.endLine).toBe(lineAt(bytes, place.end));
        }
      }),
    );
  });

  test(`${name}: cut anywhere, what is whole is kept and the end is told once`, () => {
    const list = [1, 2, 3].map((id) => message(id, `Яблоки 🍎 "${id}"\n`));
    const bytes = Buffer.from(write(list));
    const ends = readJson(bytes, () => 7).records.map(({ place }) => place.end);
    for (let end = 0; end <= bytes.length; end++) {
      const { records, skips } = readJson(bytes.subarray(0, end), () => 11);
      const whole = ends.filter((recordEnd) => recordEnd <= end).length;
      expect(records.map(({ id }) => id)).toEqual(['1', '2', '3'].slice(0, whole));
      expect(skips.length, `cut at ${end}`).toBe(isWhole(bytes, end, name) ? 0 : 1);
    }
  });

  for (const [kind, harm] of Object.entries(harms())) {
    test(`${name}: ${kind} costs one record and is told with its line`, () => {
      const list = Array.from({ length: 400 }, (_, id) =>
        message(id, `Пост ${id}: "яблоки", {груши} [сливы]\n`),
      );
      const whole = Buffer.from(write(list));
      const places = readJson(whole, () => 4096).records.map(({ place }) => place);
      const random = randomFrom(7);
      const broken = [100, 200, 300, 399].map((at) => at - random(50));
      const harmed = harmAt(whole, places, broken, harm);
      const { records, skips } = readJson(harmed.bytes, () => 1000);
      const kept = list.filter(({ id }) => !broken.includes(id));
      expect(records.map(({ id }) => id)).toEqual(kept.map(({ id }) => String(id)));
      for (const { text, id } of records) expect(text).toBe(list[Number(id)]?.text);
      expect(skips.map(({ line }) => line)).toEqual(harmed.lines);
    });
  }
}

test('an empty dump says nothing', () => {
  expect(readJson(Buffer.alloc(0), () => 1)).toEqual({ records: [], skips: [], passed: 0 });
});

test('a record longer than the head, alone on its line', () => {
  const list = [message(1, 'x'.repeat(100_000)), message(2, 'y')];
  const { records } = readJson(Buffer.from(layouts['lines']?.(list) ?? ''), () => 30_000);
  expect(records.map(({ id, place }) => [id, place.line])).toEqual([
    ['1', 1],
    ['2', 2],
  ]);
});

test('objects of several lines, one behind the other', () => {
  const text = [1, 2].map((id) => JSON.stringify(message(id, 'x'), null, 2)).join('\n');
  expect(readJson(Buffer.from(text), () => 10).records.map(({ id }) => id)).toEqual(['1', '2']);
});

test('damage before the first record costs no record: what is around records begins in another way', () => {
  const header = { guild: { id: '1', name: 'Orchard', icon: 'x' }, channel: { id: '5' }, range: null };
  const text = JSON.stringify({ ...header, messages: [message(1, 'x'), message(2, 'y')] }, null, 2);
  for (const harmed of [text.replace('"guild"', `'"guild"`), text.replace('"id": "1"', '"id": "1')]) {
    for (const piece of [harmed.length, 30]) {
      const { records, skips } = readJson(Buffer.from(harmed), () => piece);
      expect(records.map(({ id }) => id)).toEqual(['1', '2']);
      expect(skips).toHaveLength(1);
    }
  }
});

test('a bracket too many costs the record that it is in, and nothing behind it is said of another chat', () => {
  const list = [1, 2, 3, 4].map((id) => ({
    ...message(id, `x${id}`),
    entities: [{ kind: 'a', at: 1 }],
    n: id,
  }));
  const text = JSON.stringify({ name: 'chat', messages: list }, null, 2);
  for (const layout of [text, JSON.stringify(JSON.parse(text))]) {
    const second = layout.indexOf('"x2"');
    const at = layout.indexOf('[', second);
    for (const bracket of ['}', ']', '}]', '}}']) {
      const harmed = layout.slice(0, at) + bracket + layout.slice(at + 1);
      for (const piece of [harmed.length, 50]) {
        const { records } = readJson(Buffer.from(harmed), () => piece);
        expect(
          records.map(({ id }) => id).filter((id) => id !== '2'),
          `${bracket} ${piece}`,
        ).toEqual(['1', '3', '4']);
      }
    }
  }
});

test('nesting without an end is no post and no overflow', () => {
  const text = `[${JSON.stringify(message(1, 'x'))},${'[{"a":'.repeat(50_000)}`;
  const { records, skips } = readJson(Buffer.from(text), () => 10_000);
  expect(records).toHaveLength(1);
  expect(skips.length).toBeGreaterThan(0);
});

function message(id: number, text: string): Message {
  return { _: 'Message', id, peer: { _: 'Peer', channel: 5 }, text };
}

function lineAt(bytes: Uint8Array, end: number): number {
  return bytes.subarray(0, end).filter((byte) => byte === 0x0a).length + 1;
}

/** Whether nothing is missing: of lines, any number of whole ones. */
function isWhole(bytes: Uint8Array, end: number, name: string): boolean {
  if (end === 0 || end === bytes.length) return true;
  return name === 'lines' && (bytes[end - 1] === 0x0a || bytes[end] === 0x0a);
}

/** Ways to break a record: each makes of its bytes what is written in their place. */
function harms(): Record<string, (record: string) => string> {
  return {
    'a missing quote': (record) => record.replace(/("text":\s*)"/, '$1'),
    'a missing quote at the end': (record) => record.replace(/\\n"/, '\\n'),
    'a bad literal': (record) => record.replace(/"channel":\s*5/, '"channel":nul'),
    'a line end in a string': (record) => record.replace('Пост ', 'Пост\n'),
    'a missing brace': (record) => record.replace(/\}\s*$/, ''),
    'a missing inner brace': (record) => record.replace('}', ''),
    'a missing opening brace': (record) => record.replace(/^\{\s*/, ''),
    'garbage in its place': () => 'xx?!#yy',
  };
}

function harmAt(
  whole: Buffer,
  places: readonly { start: number; end: number }[],
  broken: readonly number[],
  harm: (record: string) => string,
): { bytes: Buffer; lines: number[] } {
  const parts: Buffer[] = [];
  const lines: number[] = [];
  let from = 0;
  for (const at of broken) {
    const { start, end } = places[at] ?? { start: 0, end: 0 };
    parts.push(whole.subarray(from, start));
    lines.push(lineAt(Buffer.concat(parts), Number.MAX_SAFE_INTEGER));
    parts.push(Buffer.from(harm(whole.subarray(start, end).toString())));
    from = end;
  }
  parts.push(whole.subarray(from));
  return { bytes: Buffer.concat(parts), lines };
}
