// Promises: lines are hashed as GitHub's code scanning hashes them, whatever their ends, lengths and the pieces they come in.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createMemoryColumns } from '../src/columns/memory-columns.js';
import { fingerprintHex } from '../src/model/fingerprint-hex.js';
import { createLineHasher } from '../src/report/describe/hash-lines.js';

interface HashedLine {
  readonly hash: string;
  readonly units: number;
}

function hashLines(pieces: readonly string[]): HashedLine[] {
  const hasher = createLineHasher(createMemoryColumns());
  for (const piece of pieces) hasher.push(piece);
  const { high, low, units } = hasher.finish();
  return Array.from({ length: hasher.line }, (_, index) => ({
    hash: fingerprintHex(low.at(index + 1), high.at(index + 1)),
    units: units.at(index + 1),
  }));
}

/** The same by its definition: a polynomial of the 100 units from each line's start on. */
function hashLinesPlainly(text: string): HashedLine[] {
  const lines = text.split(/\r\n|\r|\n/);
  const hashed = lines.map((_, index) => lines.slice(index).join('\n').replace(/[ \t]/g, ''));
  return hashed.map((rest, index) => {
    const units = [...Array(rest.length).keys()].map((at) => rest.charCodeAt(at));
    const window = [...units, 65535, ...Array<number>(100).fill(0)].slice(0, 100);
    const hash = window.reduce((sum, unit) => BigInt.asUintN(64, sum * 37n + BigInt(unit)), 0n);
    return { hash: hash.toString(16).padStart(16, '0'), units: lines[index]?.length ?? 0 };
  });
}

describe('the hash of a line', () => {
  // Of github/codeql-action, src/fingerprints.test.ts, without the zeros that it leaves out.
  test.each([
    ['', ['c129715d7a2bc9a3']],
    [' a\nb\n  \t\tc\n d', ['271789c17abda88f', '54703d4cd895b18', '180aee12dab6264', 'a23a3dc5e078b07b']],
    [
      ' hello; \t\nworld!!!\r\n\n\r  \t\tGreetings\r End\r\n',
      [
        'e9496ae3ebfced30',
        'fb7c023a8b9ccb3f',
        'ce8ba1a563dcdaca',
        'e20e36e16fcb0cc8',
        'b3edc88f2938467e',
        'c8e28b0b4002a3a0',
        'c129715d7a2bc9a3',
      ],
    ],
  ])('of %j is the one that GitHub computes', (text, hashes) => {
    expect(hashLines([text]).map(({ hash }) => hash)).toEqual(hashes.map((hash) => hash.padStart(16, '0')));
  });

  test('is the one of its definition, in whatever pieces the text comes', () => {
    const word = fc.constantFrom(
      '',
      'a',
      ' ',
      '\t',
      '\n',
      '\r',
      '\r\n',
      'я',
      '😀',
      'x'.repeat(49),
      'y'.repeat(101),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), (pieces) => {
        expect(hashLines(pieces)).toEqual(hashLinesPlainly(pieces.join('')));
      }),
      { numRuns: 500 },
    );
  });
});
