// Promises: lines and posts know where they stand, to the byte, whatever ends the lines and however the bytes
// arrive: what is between them is nothing but white space, and put together again they are the dump.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutText } from './cut-text.js';
import { scanTexts } from './scan-texts.js';

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** The visible lines of a text: number, offset and bytes as the scan has them. */
function linesOf(text: string | Uint8Array, piece?: number) {
  const bytes = typeof text === 'string' ? encoder.encode(text) : text;
  const { lines, reading } = scanTexts({ 'dump.txt': bytes }, piece === undefined ? {} : { piece });
  const rows = Array.from({ length: lines.rows }, (_, row) => {
    const start = lines.start.at(row);
    const shown = decoder.decode(bytes.subarray(start, start + lines.bytes.at(row)));
    return { line: lines.line.at(row), start, shown, gap: lines.gap.at(row) };
  });
  return { rows, facts: reading.facts[0] };
}

const shown = (text: string | Uint8Array) => linesOf(text).rows.map((row) => row.shown);

describe('a line', () => {
  it.each([
    ['LF', 'one\ntwo\n'],
    ['CRLF', 'one\r\ntwo\r\n'],
    ['CR', 'one\rtwo\r'],
    ['a mixture', 'one\r\ntwo\r'],
    ['nothing, at the end of the dump', 'one\ntwo'],
  ])('may end with %s', (_, text) => {
    expect(shown(text)).toEqual(['one', 'two']);
    expect(linesOf(text).facts).toMatchObject({ lines: 2, bytes: encoder.encode(text).length });
  });

  it('keeps its number and its offset over blank lines, which are counted', () => {
    expect(linesOf('\n\none\n\r\n \t\ntwo').rows).toEqual([
      { line: 3, start: 2, shown: 'one', gap: 2 },
      { line: 6, start: 11, shown: 'two', gap: 2 },
    ]);
  });

  it('does not hold the byte order mark before it', () => {
    expect(linesOf('\ufeffone\ntwo').rows).toMatchObject([{ start: 3, shown: 'one' }, { start: 7 }]);
  });

  it('is cut off from the form feeds before it, which stand for themselves', () => {
    expect(linesOf('one\n\f\ftwo\fthree\n\f\n').rows).toMatchObject([
      { line: 1, shown: 'one' },
      { line: 2, shown: '\f' },
      { line: 2, shown: '\f' },
      { line: 2, shown: 'two\fthree' },
      { line: 3, shown: '\f' },
    ]);
  });

  it('longer than 16 MiB is left out and its number told', () => {
    const text = `one\n${'x'.repeat(17 * 1024 * 1024)}\ntwo\n`;
    const { rows, facts } = linesOf(text, 1 << 20);
    expect(rows.map((row) => row.shown)).toEqual(['one', 'two']);
    expect(facts).toMatchObject({ lines: 3, oversizedLines: [2], bytes: text.length });
  });
});

const line = fc.constantFrom(
  'one',
  'Zwei und drei',
  'четыре',
  '五',
  '🍎',
  '',
  '',
  ' ',
  '\u200b',
  '\f',
  '\fsix',
  '---',
  'é',
);
const end = fc.constantFrom('\n', '\r\n', '\r');
const anyText = fc
  .record({
    lines: fc.array(fc.tuple(line, end), { maxLength: 12 }),
    last: line,
    mark: fc.constantFrom('', '\ufeff'),
  })
  .map(({ lines, last, mark }) => mark + lines.map(([shown, end]) => shown + end).join('') + last);

describe('any text', () => {
  it('is scanned into its visible lines, however its bytes arrive', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 9 }), (text, piece) => {
        const { rows, facts } = linesOf(text, piece);
        const lines = text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/);
        const expected = lines.flatMap((line, at) =>
          (line.match(/^\f|[^\f].*$/gu) ?? [])
            .filter((part) => part === '\f' || /[^\s\u200b]/u.test(part))
            .map((shown) => ({ line: at + 1, shown })),
        );
        expect(rows.map(({ line, shown }) => ({ line, shown }))).toEqual(expected);
        expect(facts?.lines).toBe(
          text === '' ? 0 : lines.length - (lines.at(-1) === '' && !/^\ufeff?$/.test(text) ? 1 : 0),
        );
        expect(linesOf(text).rows).toEqual(rows);
      }),
      { seed: 3, numRuns: 500 },
    );
  });

  it('is given back by the spans of its posts and what stands between them', () => {
    const words = fc.constantFrom('one apple', 'two pears', 'three plums', 'four figs', '', '', '---');
    const dump = fc.array(fc.tuple(words, end), { maxLength: 30 });
    fc.assert(
      fc.property(dump, fc.constantFrom(null, 'line-text', 'telegram-page-text'), (lines, format) => {
        const bytes = encoder.encode(lines.map(([shown, end]) => shown + end).join(''));
        const { posts } = cutText(bytes, { format });
        let at = 0;
        for (const post of posts) {
          const [start, stop] = post.bytes;
          expect(start).toBeGreaterThanOrEqual(at);
          expect(decoder.decode(bytes.subarray(at, start))).toMatch(/^[\s-]*$/);
          at = stop;
        }
        expect(decoder.decode(bytes.subarray(at))).toMatch(/^[\s-]*$/);
        const told = posts.map((post) => decoder.decode(bytes.subarray(...post.bytes)).split(/\s*[\r\n]\s*/));
        const printedOnce = posts.map((post, at) => (post.echo === null ? post.paragraphs : told[at]));
        expect(told.map((lines) => lines.filter((line) => line !== '---'))).toEqual(
          printedOnce.map((lines) => lines?.filter((line) => line !== '---')),
        );
      }),
      { seed: 4, numRuns: 400 },
    );
  });
});
