// Promises: keys are sorted as a stable sort by comparison would, whatever numbers they are.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sortKeys } from '../src/columns/sort-keys.js';

const number = fc.oneof(
  fc.double({ noNaN: true }),
  fc.integer(),
  fc.nat(3),
  fc.constantFrom(0, -0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 2 ** 53, 5e-324),
);

describe('places of keys', () => {
  it('are in the order of the keys, and of equal keys in order of place', () => {
    fc.assert(
      fc.property(fc.array(number, { maxLength: 60 }), (numbers) => {
        const compare = (a: number, b: number) => {
          const [one = 0, other = 0] = [numbers[a], numbers[b]];
          return one < other ? -1 : one > other ? 1 : a - b;
        };
        const expected = numbers.map((_, at) => at).sort(compare);
        expect([...sortKeys(Float64Array.from(numbers), numbers.length)]).toEqual(expected);
      }),
      { numRuns: 1000, seed: 4 },
    );
  });
});
