/**
 * Dates as people and spreadsheets write them: `2024/12/31`, `31.12.2024 10:00`, `Dec 31, 2024, 10:00 PM`,
 * `31 December 2024`. What figures with the year last mean (`05/06/2024`) may be left open.
 */

import { civilDate, namedZoneMinutes, zoneMinutes } from '../../dates/post-date.js';
import { type CivilDay, readNamedDay } from '../../dates/read-named-date.js';
import type { DateOrder, PostDate } from '../../model.js';

/** Nothing longer is a date. */
const LONGEST = 100;

const ZONE = '(Z|UT|[+-]\\d{2}(?::?\\d{2})?|(?:UTC|GMT)(?:[+-]\\d{1,2}(?::?\\d{2})?)?|[A-Z]{3,5})';
/** A day, then perhaps a time: groups for hour, minute, second, half and zone. */
const MOMENT = new RegExp(
  `^(.{6,}?)(?:(?:T|,? (?:\\p{L}{1,6}\\.? )?)(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d+)?)?(?: ?([AP])\\.? ?M\\b\\.?)?(?: ?${ZONE})?(?: \\([^()]+\\))?)?$`,
  'iu',
);

/** `Tue Dec 31 10:00:00 +0000 2024`, as C and X write it: the year behind the time. */
const YEAR_LAST = /^(\p{L}{3} \p{L}{3} +\d{1,2}) (\d{2}:\d{2}:\d{2})( [A-Z\d:+-]+)? (\d{4})$/u;

/** Undefined where it is none, and where the name of its zone is not known for sure. */
export function writtenDate(text: string): PostDate | undefined {
  if (text.length > LONGEST) return undefined;
  const tidy = text.replace(/[\s\u00a0\u2000-\u200a\u202f]+/gu, ' ').replace(YEAR_LAST, '$1 $4 $2$3');
  const found = MOMENT.exec(tidy);
  const day = found === null ? null : dayIn(found[1] ?? '');
  if (found === null || day === null) return undefined;
  const [hour = '0', minute, second, half, zoneName] = found.slice(2);
  const zone = eastOf(zoneName);
  if (zone === undefined) return undefined;
  // The other reading of a day is another day of the zone as well.
  if (day.first === 'unknown' && zone) return undefined;
  const { year, month, day: ofMonth, first } = day;
  const time = { hour: hourOf(Number(hour), half), minute: Number(minute ?? 0), second: Number(second ?? 0) };
  const date = civilDate({ year, month, day: ofMonth, ...time }, zone);
  return date === undefined || first === undefined ? date : { ...date, first };
}

function hourOf(hour: number, half: string | undefined): number {
  return half === undefined ? hour : (hour % 12) + (/p/i.test(half) ? 12 : 0);
}

/** Minutes; null where there is no zone, as in `10:00 Uhr`, undefined where nobody knows which it is. */
function eastOf(zone: string | undefined): number | null | undefined {
  const [, utc, sign, hours = '', minutes = '00'] =
    /^(Z|UTC|GMT)?(?:([+-])(\d{1,2}?):?(\d{2})?)?$/i.exec(zone ?? '') ?? [];
  if (zone === undefined) return null;
  if (utc === undefined && sign === undefined) return /^[A-Z]+$/.test(zone) ? namedZoneMinutes(zone) : null;
  return sign === undefined ? 0 : zoneMinutes(`${sign}${hours.padStart(2, '0')}${minutes}`);
}

/** A day, and what stands first in it where that is a question. */
type Day = CivilDay & Pick<PostDate, 'first'>;

function dayIn(text: string): Day | null {
  return dayInFigures(text) ?? readNamedDay(text);
}

/** Where dots stand between, the day comes first, unless the year does. */
function dayInFigures(text: string): Day | null {
  const [, year, , ...ofYear] = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})\.?$/.exec(text) ?? [];
  if (year !== undefined) return { year: Number(year), month: Number(ofYear[0]), day: Number(ofYear[1]) };
  const [, one, mark, other, last] = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})\.?$/.exec(text) ?? [];
  if (one === undefined) return null;
  return dayOf(Number(last), [Number(one), Number(other)], mark === '.');
}

function dayOf(year: number, [one, other]: readonly [number, number], isDotted: boolean): Day {
  const first = isDotted || one === other ? undefined : firstOf(one, other);
  const date = first === 'month' ? { year, month: one, day: other } : { year, month: other, day: one };
  return first === undefined ? date : { ...date, first };
}

function firstOf(one: number, other: number): DateOrder | 'unknown' {
  if (one > 12) return 'day';
  return other > 12 ? 'month' : 'unknown';
}
