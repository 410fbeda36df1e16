// Promises: a chat is read the same however its bytes come in, and no message and no line of it fills the memory.

import { describe, expect, it } from 'vitest';
import { LONGEST_RECORD } from '../../src/formats/syntax/longest-record.js';
import { readTextMessages } from '../../src/formats/syntax/text-lines.js';

/** What was said of each message: its lines, or why it was left out. */
function reading() {
  const told: unknown[] = [];
  const sink = {
    add: (record: { text: string }, place: object, textLine?: number) =>
      told.push([record.text, Object.values(place), textLine]),
    pass: () => told.push('passed'),
    know() {},
    skip: (line: number, reason: string) => told.push([line, reason]),
    lose: (line: number, reason: string) => told.push([line, reason]),
  };
  const request = { head: { text: '', path: '' }, fields: {}, start: 3 };
  const reader = readTextMessages(sink, request, {
    header: (line) => (line.startsWith('#') ? line : null),
    toPost: ({ header, lines }) => ({ outcome: { text: [header, ...lines].join('|') }, textAt: 0 }),
  });
  return { told, reader };
}

describe('messages between header lines', () => {
  const bytes = new TextEncoder().encode('# a\r\nяблоки\r\n\r\n# b\n# c\nend');
  const expected = [
    ['# a|яблоки|', [1, 2, 3, 21], 1],
    ['# b', [4, 4, 24, 27], 4],
    ['# c|end', [5, 6, 28, 35], 5],
  ];

  it.each([1, 2, 7, 100])('come out the same in pieces of %i bytes', (size) => {
    const { told, reader } = reading();
    let kept = new Uint8Array();
    for (let at = 0; at < bytes.length; at += size) {
      const held = new Uint8Array([...kept, ...bytes.subarray(at, at + size)]);
      kept = held.slice(reader.push(held, held.length));
    }
    reader.end(kept, kept.length);
    expect(told).toEqual(expected);
  });

  it('are told where the first has no header', () => {
    const { told, reader } = reading();
    reader.push(new TextEncoder().encode('\nlost\n# a\n'), 10);
    reader.end(new Uint8Array(), 0);
    expect(told).toEqual([
      [1, 'expected the header of a message, found text'],
      ['# a', [3, 3, 9, 12], 3],
    ]);
  });

  it('are left out where they are too long, by their lines or by one line; the next is read', () => {
    const piece = new Uint8Array(1024 * 1024).fill(0x78);
    const { told, reader } = reading();
    const feed = (text: string) => reader.push(new TextEncoder().encode(text), text.length);
    feed('# many\n');
    piece[piece.length - 1] = 0x0a;
    for (let at = 0; at <= LONGEST_RECORD / piece.length; at++) reader.push(piece, piece.length);
    feed('# one\n');
    const line = new Uint8Array(LONGEST_RECORD + 1).fill(0x78);
    expect(reader.push(line, line.length)).toBe(line.length);
    feed('xx\n# good\n');
    reader.end(new Uint8Array(), 0);
    expect(told).toEqual([
      [1, 'expected a message of at most 64 MiB, found a longer one'],
      [67, 'expected a message of at most 64 MiB, found a longer one'],
      ['# good', [69, 69, expect.any(Number), expect.any(Number)], 69],
    ]);
  });
});
