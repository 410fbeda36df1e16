/** Dates as files of no fixed kind write them, in any way that can be read in one way only. */

import { civilDate, isoDate, namedZoneMinutes, unixDate, zoneMinutes } from '../../dates/post-date.js';
import type { PostDate, PostRecord } from '../../model.js';
import { isObject, type Json } from './json.js';
import { writtenDate } from './written-date.js';

/** An ISO date or a number of seconds, as exports of no fixed kind have them, or a date that can be read in one way. */
export function anyDate(value: unknown): PostDate | undefined {
  const date = possibleDate(value);
  return date?.first === 'unknown' ? undefined : date;
}

/** The date of a post, and how it is written where that is not enough to know it; nothing where there is none. */
export function datedBy(value: Json): Pick<PostRecord, 'date' | 'dateText'> {
  const date = possibleDate(value);
  return date === undefined || date.first === 'unknown' ? { date, dateText: textOf(value) } : { date };
}

/** Undefined where it says that there is none, and where it is of another kind. */
function textOf(value: Json): string | undefined {
  if (isObject(value) && Object.keys(value).length > 0) return JSON.stringify(value);
  return typeof value === 'number' || (typeof value === 'string' && value.trim() !== '')
    ? String(value).trim()
    : undefined;
}

function possibleDate(value: unknown): PostDate | undefined {
  const written = typeof value === 'number' || typeof value === 'string' ? String(value).trim() : '';
  const text = written.replace(NAMED_OFFSET, '$1');
  return compactDate(text) ?? unixDate(value) ?? isoDate(text) ?? writtenDate(text) ?? mailDate(text);
}

/** The name of a zone behind an offset says nothing new: `+02:00[Europe/Berlin]`, `+0200 CEST`. No repetition is unbounded. */
const NAMED_OFFSET =
  /^(.{6,40}?\d:\d{2}.{0,20}?(?:Z|[+-]\d{2}:?\d{2}))(?: ?(?:\[[^[\]]{1,64}\]){1,4}| [A-Z]{3,5})$/;

/** `20250530`, `20250530T100000Z`, `20250530100000`. */
function compactDate(text: string): PostDate | undefined {
  const [, year, month, day, hour = '00', minute = '00', second = '00', zone = ''] =
    /^((?:19|20)\d\d)(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?)?(Z|[+-]\d{4})?$/.exec(text) ?? [];
  return year === undefined
    ? undefined
    : isoDate(`${year}-${month}-${day} ${hour}:${minute}:${second}${zone}`);
}

const months = 'janfebmaraprmayjunjulaugsepoctnovdec';

/** As RFC 5322 has it; undefined, too, where the name of its zone is not known for sure. */
export function mailDate(value: string | undefined): PostDate | undefined {
  const [, day, name = '', year = '', hour, minute, second, zone] =
    /(\d{1,2})\s+([A-Za-z]{3})[a-z]*\s+(\d{2,4})\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([+-]\d{4}|[A-Z]+\b)?/.exec(
      value ?? '',
    ) ?? [];
  const at = months.indexOf(name.toLowerCase());
  if (day === undefined || at % 3 !== 0) return undefined;
  const full = year.length > 2 ? Number(year) : Number(year) + (Number(year) < 70 ? 2000 : 1900);
  const time = {
    year: full,
    month: at / 3 + 1,
    day: Number(day),
    hour: Number(hour),
    minute: Number(minute),
  };
  const east = zone !== undefined && /^[A-Z]/.test(zone) ? namedZoneMinutes(zone) : zoneMinutes(zone);
  return east === undefined ? undefined : civilDate({ ...time, second: Number(second ?? 0) }, east);
}
