// Promises: texts of one paragraph are compared once, however often they occur, and what is remembered of them is
// bounded however many there are.

import { describe, expect, it } from 'vitest';
import { createCompareCopy, type TextComparer } from '../src/match/compare-copies.js';
import type { Rung } from '../src/model.js';
import { lowestRungOfCopy } from '../src/normalize/lowest-rung.js';

const bytesOf = (text: string) => new TextEncoder().encode(text);

function counted(model: string) {
  const asked: string[] = [];
  const comparer: TextComparer = {
    keyOf: (text) => bytesOf(`key of ${new TextDecoder().decode(text)}`),
    lowestRungOfCopy: (one, other, atLeast) => {
      asked.push(new TextDecoder().decode(other));
      return lowestRungOfCopy(one, other, atLeast);
    },
  };
  const compare = createCompareCopy(bytesOf(model), comparer, 1_000);
  return { asked, compare: (text: string, atLeast: Rung = 'exact') => compare(bytesOf(text), atLeast) };
}

describe('copies of a paragraph', () => {
  it('that are equal byte for byte are not folded at all', () => {
    const { asked, compare } = counted('Good morning');
    for (let copy = 0; copy < 1000; copy++) expect(compare('Good morning').rung).toBe('exact');
    expect(asked).toEqual([]);
  });

  it('that differ alike are folded once', () => {
    const { asked, compare } = counted('Good morning');
    for (let copy = 0; copy < 1000; copy++) expect(compare('Good morning!').rung).toBe('typography');
    expect(asked).toEqual(['Good morning!']);
  });

  it('of another text are told each time, with their key', () => {
    const { asked, compare } = counted('Good morning');
    for (let copy = 0; copy < 3; copy++) {
      expect(compare('Good evening')).toEqual({ rung: null, key: 'key of Good evening' });
    }
    expect(asked).toHaveLength(1);
  });

  it('are not asked for less than is known to be needed', () => {
    const { compare } = counted('Good morning');
    expect(compare('good morning', 'typography').rung).toBe('typography');
  });

  it('are all told right when there are more of them than are remembered', () => {
    const { asked, compare } = counted('Good morning');
    for (const round of [1, 2]) {
      for (let copy = 1; copy <= 100; copy++) {
        expect(compare(`Good morning${'!'.repeat(copy)}`).rung, `round ${round}`).toBe('typography');
      }
    }
    expect(asked.length).toBeGreaterThan(100);
  });
});
