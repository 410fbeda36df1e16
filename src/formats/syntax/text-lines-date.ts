/**
 * Dates as chats write them, in the words of whoever exported: `30.05.2025, 10:00`, `5/30/25, 10:00:00 PM`,
 * `2025. 5. 30. 오전 10:00`. Whether the day or the month comes first is said nowhere: it is inferred from many.
 */

import { civilDate } from '../../dates/post-date.js';
import type { DateOrder, PostDate } from '../../model.js';
import { foundOrder, type OrderFound, orderBeyond12 } from './date-order.js';

/** A date and time as written. */
export interface Stamp {
  readonly first: string;
  readonly separator: string;
  readonly second: string;
  readonly third: string;
  readonly hour: number;
  readonly minute: number;
  /** Null where the clock shows none. */
  readonly secondOfMinute: number | null;
  /** `AM`, `p. m.`, `오후` and the like; empty where the clock has 24 hours. */
  readonly half: string;
}

/** A digit, Arabic and Persian ones as well. */
export const digit = '[\\d\\u0660-\\u0669\\u06f0-\\u06f9]';
/** What turns the direction of writing behind a number. */
export const mark = '[\\u200e\\u200f]?';

/** A space as clocks have them: since 2023 a narrow one that does not break stands before AM and PM. */
const space = '[ \\u00a0\\u2009\\u202f]';

/** Matches a date and time with 9 groups, for {@link stampOf}. No repetition in it is unbounded. */
export const stampPattern = [
  `(${digit}{1,4})${mark}(?:([-/.])|[년年])${space}?(${digit}{1,2}|[A-Z][a-z]{2})${mark}(?:\\2|[월月])`,
  `${space}?(${digit}{1,4})${mark}[.,،일日]?${mark}${space}`,
  `(?:([^\\d\\u0660-\\u0669\\u06f0-\\u06f9\\s\\]]{1,8})${space}?)?`,
  `(${digit}{1,2})[:.](${digit}{2})(?:[:.](${digit}{2}))?`,
  `(?:${space}?([AaPp]\\.?${space}?[Mm]\\b\\.?|[صم](?![\\p{L}\\p{N}])))?`,
].join('');

/** Reads the groups that {@link stampPattern} gave. */
export function stampOf(groups: readonly (string | undefined)[]): Stamp {
  const [first = '', separator = '', second = '', third = '', before, hour, minute, seconds, after] =
    groups.map((group) => group?.replace(farDigits, westernDigit));
  return {
    first,
    separator,
    second,
    third,
    hour: Number(hour),
    minute: Number(minute),
    secondOfMinute: seconds === undefined ? null : Number(seconds),
    half: after ?? before ?? '',
  };
}

const farDigits = /[\u0660-\u0669\u06f0-\u06f9]/g;

/** Both rows of digits begin at a multiple of 16. */
function westernDigit(far: string): string {
  return String(far.charCodeAt(0) % 16);
}

/** The date; where it is none in `order`, but is one in the other, that one. */
export function stampDate(stamp: Stamp, order: DateOrder): PostDate | undefined {
  const { minute } = stamp;
  const [year, month, day] = calendarOf(stamp, order);
  return civilDate(
    { year, month, day, hour: hourOf(stamp), minute, second: stamp.secondOfMinute ?? 0 },
    null,
  );
}

function calendarOf({ first, second, third }: Stamp, order: DateOrder): [number, number, number] {
  const [a, b, c] = [Number(first), numberOfMonth(second), Number(third)];
  if (first.length > 2 || a > 31) return [fullYear(a), b, c];
  const monthFirst = order === 'month' ? a <= 12 : b > 12;
  return monthFirst ? [fullYear(c), a, b] : [fullYear(c), b, a];
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The number of a month that is written as digits or as `Oct`; 0 for none. */
export function numberOfMonth(text: string): number {
  return /^\d/.test(text) ? Number(text) : months.indexOf(text) + 1;
}

/** Thailand counts from 543 years earlier. */
function fullYear(year: number): number {
  if (year < 100) return 2000 + year;
  return year >= 2400 && year < 2700 ? year - 543 : year;
}

function hourOf({ hour, half }: Stamp): number {
  if (/^(?:p|오후|下午|午後|晚上|中午|م)/i.test(half)) return hour < 12 ? hour + 12 : hour;
  return /^(?:a|오전|上午|午前|凌晨|早上|ص)/i.test(half) && hour === 12 ? 0 : hour;
}

/** Which part is the day, by dates that can be read in one way only, by their order, or by their looks. */
export function inferOrder(stamps: readonly Stamp[]): OrderFound {
  const yearLast = stamps.filter(({ first, second }) => Number(first) <= 31 && /^\d/.test(second));
  if (yearLast.length === 0) {
    return { order: 'day', evidence: 'dates with the year first or the month in letters' };
  }
  const dayFirst = yearLast.filter(({ first }) => Number(first) > 12).length;
  const monthFirst = yearLast.filter(({ second }) => Number(second) > 12).length;
  const certain = orderBeyond12(dayFirst, monthFirst);
  if (certain !== null) return certain;
  const falls = descents(yearLast, 'month') - descents(yearLast, 'day');
  if (falls !== 0) return foundOrder(falls > 0 ? 'day' : 'month', 'seen from the order of messages');
  const american = yearLast.filter(({ separator, half }) => separator === '/' && /^[AP]M/.test(half)).length;
  return foundOrder(american * 2 <= yearLast.length ? 'day' : 'month', 'assumed');
}

/** How often a message would be older than the one before. */
function descents(stamps: readonly Stamp[], order: DateOrder): number {
  const seconds = stamps.map((stamp) => stampDate(stamp, order)?.seconds ?? 0);
  return seconds.filter((second, at) => at > 0 && second < (seconds[at - 1] ?? 0)).length;
}
