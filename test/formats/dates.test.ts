// Promises: a date is what the dump says, with the zone where it says one; what no calendar has, or can be read in two
// ways, is none.

import { expect, it } from 'vitest';
import { anyDate } from '../../src/formats/syntax/any-date.js';
import { formatDate, isoDate } from '../../src/post-date.js';

const shown = (value: unknown) => {
  const date = anyDate(value);
  return date === undefined ? null : formatDate(date);
};

it.each([
  ['2025-05-30', '2025-05-30T00:00:00'],
  ['2025-05-30T10:00:00+03:00', '2025-05-30T07:00:00Z'],
  ['2025-05-30 10:00:00.123 UTC', '2025-05-30T10:00:00Z'],
  ['2025-05-30T24:00:00Z', '2025-05-31T00:00:00Z'],
  [1748599200, '2025-05-30T10:00:00Z'],
  ['1748599200000', '2025-05-30T10:00:00Z'],
  ['1748599200000000001', '2025-05-30T10:00:00Z'],
  ['20250530', '2025-05-30T00:00:00'],
  [20250530, '2025-05-30T00:00:00'],
  ['20250530T100000Z', '2025-05-30T10:00:00Z'],
  ['20250530100000', '2025-05-30T10:00:00'],
  ['30.05.2025', '2025-05-30T00:00:00'],
  ['3.5.2025, 10:00', '2025-05-03T10:00:00'],
  ['Fri, 30 May 2025 10:00:00 +0200', '2025-05-30T08:00:00Z'],
  ['Fri, 30 May 2025 10:00:00 GMT', '2025-05-30T10:00:00Z'],
])('%s is a date', (value, expected) => {
  expect(shown(value)).toBe(expected);
});

it.each([
  '2025-02-30',
  '2025-13-01',
  '2025-05-30T25:00:00Z',
  '2025-05-30T24:30:00Z',
  '31.04.2025',
  '05/06/2025',
  '30 Anf 2025 10:00:00 GMT',
])('%s is none', (value) => {
  expect(shown(value)).toBeNull();
});

it.each([0, -5, 7, 2025, '', 'yesterday', null, {}, Number.NaN, Number.POSITIVE_INFINITY, true])(
  '%s is none',
  (value) => {
    expect(shown(value)).toBeNull();
  },
);

it('a leap day is a date in a leap year', () => {
  expect(isoDate('2024-02-29')).toBeDefined();
  expect(isoDate('2025-02-29')).toBeUndefined();
});
