// Promises: remembering how far prints are equal changes nothing but the time it takes.

import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { CompareLines } from '../src/split/compare-lines.js';
import { rememberStretches, type Stretches, walkStretches } from '../src/split/equal-stretches.js';
import { foldEchoes } from '../src/split/fold-echoes.js';

/** Rows that are their numbers: equal where these are, heavy where above 2. */
function compareNumbers(rows: readonly number[]): CompareLines {
  const at = (row: number) => rows[row] ?? -row;
  return {
    same: (a, b) => at(a) === at(b),
    cutShort: () => false,
    keyOf: at,
    headOf: () => 0,
    textOf: (row) => String(at(row)),
    isHeavy: (row) => at(row) > 2,
  };
}

/** Periodic runs with a few rows changed: what has long stretches, and ends of them. */
const runs = fc
  .record({
    period: fc.integer({ min: 1, max: 40 }),
    length: fc.integer({ min: 2, max: 1500 }),
    changed: fc.array(fc.nat(1499), { maxLength: 12 }),
  })
  .map(({ period, length, changed }) =>
    Array.from({ length }, (_, row) => (changed.includes(row) ? 100 + row : row % period)),
  );

it('they are what walking finds, asked from the end to the beginning as folding asks', () => {
  fc.assert(
    fc.property(runs, fc.integer({ min: 1, max: 600 }), (rows, distance) => {
      const lines = compareNumbers(rows);
      const walking = walkStretches(lines);
      const remembering = rememberStretches(lines, { from: 0, end: rows.length });
      const wrong: object[] = [];
      for (let row = rows.length - distance - 1; row >= 0; row--) {
        for (const skipped of [0, 1, 3]) {
          const most = Math.min(distance, rows.length - row - skipped - distance);
          if (most < 1) continue;
          const asked = [row + skipped, row + skipped + distance, most] as const;
          const tell = ({ equalAhead, heavyAmong }: Stretches) =>
            `${equalAhead(...asked)} ${heavyAmong(row, most)}`;
          if (tell(remembering) !== tell(walking)) wrong.push({ asked, found: tell(remembering) });
        }
      }
      expect(wrong).toEqual([]);
    }),
    { seed: 3, numRuns: 60 },
  );
});

it.each([7, 50, 300, 590])(
  'folding lines that come back after %i compares each with a few others',
  (period) => {
    const rows = Array.from({ length: 5000 }, (_, row) => row % period);
    const lines = compareNumbers(rows);
    let compared = 0;
    const same = (a: number, b: number) => {
      compared += 1;
      return lines.same(a, b);
    };
    const run = { from: 0, end: rows.length, closed: false, quotations: false };
    const posts = [...foldEchoes({ ...lines, same }, run, 'tail')];
    expect(posts.length).toBeGreaterThan(0);
    expect(compared / rows.length).toBeLessThan(500);
  },
);
