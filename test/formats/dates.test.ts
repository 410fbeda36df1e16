// Promises: a date is what the dump says, with the zone where it says one; what no calendar has, or can be read in two
// ways, is none.

import { expect, it } from 'vitest';
import { formatDate, isoDate } from '../../src/dates/post-date.js';
import { anyDate } from '../../src/formats/syntax/any-date.js';

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
  ['2024/12/31', '2024-12-31T00:00:00'],
  ['2024/5/2 9:05', '2024-05-02T09:05:00'],
  ['2024.12.31 10:00:00', '2024-12-31T10:00:00'],
  ['2024-5-2', '2024-05-02T00:00:00'],
  ['31/12/2024', '2024-12-31T00:00:00'],
  ['12/31/2024 10:00 PM', '2024-12-31T22:00:00'],
  ['12/31/2024, 12:05:00\u202fAM', '2024-12-31T00:05:00'],
  ['05/05/2024', '2024-05-05T00:00:00'],
  ['Dec 31, 2024', '2024-12-31T00:00:00'],
  ['Tuesday, December 31st, 2024 at 10:00 AM', '2024-12-31T10:00:00'],
  ['31 December 2024', '2024-12-31T00:00:00'],
  ['31-Dec-2024 10:00 UTC+3', '2024-12-31T07:00:00Z'],
  ['31 декабря 2024 г., 10:00', '2024-12-31T10:00:00'],
  ['2024年12月31日 10:00', '2024-12-31T10:00:00'],
  ['Tue Dec 31 2024 10:00:00 GMT+0100 (Central European Standard Time)', '2024-12-31T09:00:00Z'],
  ['Tue Dec 31 10:00:00 +0000 2024', '2024-12-31T10:00:00Z'],
  ['31 December 2024 10:00 MSK', '2024-12-31T10:00:00'],
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
  '31/31/2024',
  '2024/13/01',
  '24/12/31',
  'Dec 32, 2024',
  '31 Decimal 2024',
  '31 December 2024 25:00',
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
