// Promises: what counting says of echoes, so that most dumps need not be folded to know their shape, is never less than what
// folding finds; and of dumps that merely repeat posts it is little.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareLines } from '../src/split/compare-lines.js';
import { mayBeEchoed } from '../src/split/may-be-echoed.js';
import { makePlan } from '../src/split/plan.js';
import { probeEchoes } from '../src/split/probe-echoes.js';
import type { Rows } from '../src/split/windows.js';
import { scanTexts } from './scan-texts.js';

function rowsOf(text: string): Rows {
  const { columns, lines, reading } = scanTexts({ 'dump.txt': text });
  const compare = compareLines(lines, 0, reading.reread.read);
  return { columns, lines, from: 0, end: lines.rows, compare };
}

const planOf = (gap: number) => makePlan('telegram-page-text', 'high', [], { gap });

/** Posts of few lines, some of them printed twice, some with a blank line, a forward header or a placeholder behind them. */
const dumps = fc
  .array(
    fc.record({
      lines: fc.array(
        fc.constantFrom('A line of letters enough', 'Another line of many letters', 'short', 'b', '🙂', '!!'),
        { minLength: 1, maxLength: 4 },
      ),
      printed: fc.constantFrom('once', 'whole', 'tail', 'tail'),
      behind: fc.constantFrom(
        [],
        [],
        [''],
        ['Forwarded from Somebody Else'],
        ['Please open Telegram to view this post'],
      ),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((posts) =>
    posts.flatMap(({ lines, printed, behind }) => [...lines, ...again(lines, printed), ...behind]),
  );

const again = (lines: string[], printed: string) =>
  printed === 'once' ? [] : printed === 'whole' ? lines : lines.slice(1);

describe('counting lines that have a copy', () => {
  it('never rules out as many echoes as folding finds', () => {
    fc.assert(
      fc.property(dumps, fc.constantFrom(0, 1), (lines, gap) => {
        const rows = rowsOf(lines.join('\n'));
        for (const kind of ['tail', 'whole'] as const) {
          const { clean, rows: text } = probeEchoes(rows, kind, planOf(gap));
          expect(mayBeEchoed(rows, text === 0 ? 0 : clean / text, planOf(gap))).toBe(true);
        }
      }),
      { seed: 8, numRuns: 500 },
    );
  });

  it.each([300, 599])('nor those of %i lines', (length) => {
    const post = Array.from({ length }, (_, line) => `Line number ${line} of one long post`);
    const rows = rowsOf(['The title of it', ...post, ...post].join('\n'));
    const { clean, rows: text } = probeEchoes(rows, 'tail', planOf(0));
    expect(clean).toBe(2 * length + 1);
    expect(mayBeEchoed(rows, clean / text, planOf(0))).toBe(true);
  });

  it('rules them out where posts come again far away, or parted by a blank line', () => {
    const posts = Array.from({ length: 700 }, (_, post) => `The only line of post ${post}`);
    expect(mayBeEchoed(rowsOf([...posts, ...posts].join('\n')), 0.3, planOf(0))).toBe(false);
    const twice = posts.map((post) => `${post}\n\n${post}\n\n`);
    expect(mayBeEchoed(rowsOf(twice.join('')), 0.3, planOf(1))).toBe(false);
  });
});
