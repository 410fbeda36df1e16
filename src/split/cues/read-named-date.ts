/** Reads dates that name their month: `30 мая 2025 г., 10:00`, `May 30, 2025 at 10:00 AM`, `2025年5月30日 10:00`. */
import type { CivilTime } from '../../post-date.js';
import { fullMonth, monthOf } from './month-names.js';

const WEEKDAY = '(?:\\p{L}{2,12}\\.?,? )?';
const WORD = '[\\p{L}\\p{M}]{3,12}';
const YEAR = '(\\d{4})(?: ?[гр]\\.)?';
const DAY = '(\\d{1,2})(?:\\.|º|er|st|nd|rd|th)?';
const DAY_FIRST = `${DAY}[ -](?:de |d[e'’] ?)?(${WORD})\\.?,?(?:[ -]| del? )`;
const MONTH_FIRST = `(${WORD})\\.? ${DAY},? `;
/** Of Hungary (`2025. május 30.`), and of languages that number their months. */
const YEAR_FIRST = `(\\d{4})[.년年]? ?(${WORD}|\\d{1,2}[월月]) ?(\\d{1,2})[.일日]?`;
const HALF = '[AP]M|오전|오후|上午|下午';
const TIME = `(?:,? |(?<=[일日]))(?:(?!${HALF})\\p{L}{1,6}\\.? ){0,2}(${HALF})? ?(\\d{1,2})[:.](\\d{2})(?:[:.](\\d{2}))?(?: ?([AP]\\.? ?M)\\b)?.{0,16}`;

/** The groups of each: year, month, day by their place, then half, hour, minute, second, half. */
const MOMENTS = [
  { pattern: new RegExp(`^${WEEKDAY}${DAY_FIRST}${YEAR}${TIME}$`, 'iu'), order: [3, 2, 1] },
  { pattern: new RegExp(`^${WEEKDAY}${MONTH_FIRST}${YEAR}${TIME}$`, 'iu'), order: [3, 1, 2] },
  { pattern: new RegExp(`^${YEAR_FIRST}${TIME}$`, 'iu'), order: [1, 2, 3] },
] as const;

/**
 * The moment in the text, or null where it is written otherwise. The month is 0 where its name is in a language that
 * is not known here.
 */
export function readNamedDate(text: string): CivilTime | null {
  const tidy = text.replace(/[\u00a0\u2000-\u200a\u202f]/gu, ' ').trim();
  for (const { pattern, order } of MOMENTS) {
    const found = pattern.exec(tidy);
    if (found === null) continue;
    const [year = '', word = '', day = ''] = order.map((at) => found[at]);
    const [before, hour, minute, second, after] = found.slice(4);
    const half = before ?? after;
    return {
      year: Number(year),
      month: Number.parseInt(word, 10) || monthOf(word),
      day: Number(day),
      hour:
        half === undefined ? Number(hour) : (Number(hour) % 12) + (/^(?:p|오후|下午)/iu.test(half) ? 12 : 0),
      minute: Number(minute),
      second: Number(second ?? 0),
    };
  }
  return null;
}

const ENGLISH = 'January|February|March|April|May|June|July|August|September|October|November|December';
const CHIPS = [
  { pattern: new RegExp(`^(\\d{1,2})\\.? (?:de |d['’])?(${WORD})(?:,?(?: del?)? ${YEAR})?$`, 'u'), day: 1 },
  { pattern: new RegExp(`^(${ENGLISH}) (\\d{1,2})(?:, ${YEAR})?$`, 'u'), day: 2 },
] as const;

/** A day without a time: `May 30`, `30 мая 2025 г.`; null for any other line. The year is 0 where it is not written. */
export function readDay(line: string): { year: number; month: number; day: number } | null {
  for (const { pattern, day: at } of CHIPS) {
    const found = pattern.exec(line);
    if (found === null) continue;
    const month = fullMonth(found[3 - at] ?? '');
    const day = Number(found[at]);
    return month === 0 || day < 1 || day > 31 ? null : { year: Number(found[3] ?? 0), month, day };
  }
  return null;
}
