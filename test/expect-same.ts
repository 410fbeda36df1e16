// Promises: `toEqual` for values of thousands of parts, in far less time.

import { isDeepStrictEqual } from 'node:util';
import { expect } from 'vitest';

/** Asks `expect`, which says where two values differ, only when they do. */
export function expectSame(found: unknown, expected: unknown): void {
  if (!isDeepStrictEqual(found, expected)) expect(found).toStrictEqual(expected);
}
