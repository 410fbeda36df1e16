/** Reads dates that name their month: `30 мая 2025 г., 10:00`, `May 30, 2025 at 10:00 AM`, `2025年5月30日 10:00`. */

import { fullMonth, monthOf } from './month-names.js';
import type { CivilTime } from './post-date.js';

const WEEKDAY = '(?:\\p{L}{2,12}\\.?,? )?';
const WORD = '[\\p{L}\\p{M}]{3,12}';
const YEAR = '(\\d{4})(?: ?[гр]\\.)?';
const DAY = '(\\d{1,2})(?:\\.|º|er|st|nd|rd|th)?';
const DAY_FIRST = `${DAY}[ -](?:de |d['’] ?)?(${WORD})\\.?,?(?:[ -]| del? )`;
const MONTH_FIRST = `(${WORD})\\.? ${DAY},? `;
/** Of Hungary (`2025. május 30.`), and of languages that number their months. */
const YEAR_FIRST = `(\\d{4})[.년年]? ?(${WORD}|\\d{1,2}[월月]) ?(\\d{1,2})[.일日]?`;
const HALF = '[AP]M|오전|오후|上午|下午';
const TIME = `(?:,? |(?<=[일日]))(?:(?!${HALF})\\p{L}{1,6}\\.? ){0,2}(${HALF})? ?(\\d{1,2})[:.](\\d{2})(?:[:.](\\d{2}))?(?: ?([AP]\\.? ?M)\\b)?.{0,16}`;

/** Where the groups of each have year, month and day. */
const DATES = [
  { date: `${WEEKDAY}${DAY_FIRST}${YEAR}`, order: [3, 2, 1] },
  { date: `${WEEKDAY}${MONTH_FIRST}${YEAR}`, order: [3, 1, 2] },
  { date: YEAR_FIRST, order: [1, 2, 3] },
] as const;

/** With a time: groups for half, hour, minute, second, half follow; and without. */
const MOMENTS = DATES.map(({ date, order }) => ({ pattern: new RegExp(`^${date}${TIME}$`, 'iu'), order }));
const DAYS = DATES.map(({ date, order }) => ({ pattern: new RegExp(`^${date}$`, 'iu'), order }));

/** A day of the calendar; the month is 0 where its name is in a language that is not known here. */
export type CivilDay = Pick<CivilTime, 'year' | 'month' | 'day'>;

/** The moment in the text, or null where it is written otherwise. */
export function readNamedDate(text: string): CivilTime | null {
  const tidy = text.replace(/[\u00a0\u2000-\u200a\u202f]/gu, ' ').trim();
  for (const { pattern, order } of MOMENTS) {
    const found = pattern.exec(tidy);
    if (found === null) continue;
    const [before, hour, minute, second, after] = found.slice(4);
    const half = before ?? after;
    return {
      ...dayIn(found, order),
      hour:
        half === undefined ? Number(hour) : (Number(hour) % 12) + (/^(?:p|오후|下午)/iu.test(half) ? 12 : 0),
      minute: Number(minute),
      second: Number(second ?? 0),
    };
  }
  return null;
}

/** The day in the text, which has its year and no time: `Dec 31, 2024`, `31 December 2024`; null where it is written otherwise. */
export function readNamedDay(text: string): CivilDay | null {
  for (const { pattern, order } of DAYS) {
    const found = pattern.exec(text);
    if (found !== null) return dayIn(found, order);
  }
  return null;
}

function dayIn(found: RegExpExecArray, order: readonly [number, number, number]): CivilDay {
  const [year = '', word = '', day = ''] = order.map((at) => found[at]);
  return { year: Number(year), month: Number.parseInt(word, 10) || monthOf(word), day: Number(day) };
}

const ENGLISH = 'January|February|March|April|May|June|July|August|September|October|November|December';
const CHIPS = [
  { pattern: new RegExp(`^(\\d{1,2})\\.? (?:de |d['’])?(${WORD})(?:,?(?: del?)? ${YEAR})?$`, 'u'), day: 1 },
  { pattern: new RegExp(`^(${ENGLISH}) (\\d{1,2})(?:, ${YEAR})?$`, 'u'), day: 2 },
] as const;

/** A day without a time: `May 30`, `30 мая 2025 г.`; null for any other line. The year is 0 where it is not written. */
export function readDay(line: string): CivilDay | null {
  for (const { pattern, day: at } of CHIPS) {
    const found = pattern.exec(line);
    if (found === null) continue;
    const month = fullMonth(found[3 - at] ?? '');
    const day = Number(found[at]);
    return month === 0 || day < 1 || day > 31 ? null : { year: Number(found[3] ?? 0), month, day };
  }
  return null;
}
