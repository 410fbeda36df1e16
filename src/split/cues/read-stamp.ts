/** Reads `NAME, [30.05.2025 10:00]`, the header that Telegram Desktop puts over each message it copies; macOS adds a colon. */

import { civilDate } from '../../dates/post-date.js';
import { readNamedDate } from '../../dates/read-named-date.js';
import type { Header, PostDate } from '../../model.js';

const STAMP =
  /^(.{1,128}), \[\d{1,4}[./-] ?\d{1,2}[./-] ?\d{1,4}\.?,?[\s\u202f].{0,12}?\d{1,2}[:.]\d{2}.{0,16}\]$/u;
/** With a date that names its month. */
const NAMED_STAMP = /^(.{1,128}), \[([^[\]]{8,64})\]$/u;

/** A stamp with its date as written, or null. */
export function readStamp(line: string): Header | null {
  const text = line.trim().replace(/:$/u, '');
  const named = NAMED_STAMP.exec(text);
  const found = STAMP.exec(text) ?? (readNamedDate(named?.[2] ?? '') === null ? null : named);
  if (found?.[1] === undefined) return null;
  return {
    kind: 'stamp',
    name: found[1],
    date: line.slice(line.lastIndexOf('[') + 1, line.lastIndexOf(']')),
  };
}

/** Whether the dates of a dump give the day or the month first: seen from a part above 12, else from `/` with AM. */
export function dayFirst(dates: Iterable<string>): boolean {
  let monthFirst = 0;
  let seen = 0;
  for (const date of dates) {
    const [, first = '', separator, second = ''] = /^(\d{1,4})([./-])(\d{1,2})/u.exec(date) ?? [];
    if (first.length > 2) continue;
    if (Number(first) > 12) return true;
    if (Number(second) > 12) return false;
    seen += 1;
    if (separator === '/' && /[AP]M/iu.test(date)) monthFirst += 1;
  }
  return monthFirst === 0 || monthFirst * 2 < seen;
}

/** The date, in the local time of who copied it; null where it is none. */
export function stampDate(date: string, dayIsFirst: boolean): PostDate | null {
  const parts =
    /^(\d{1,4})[./-] ?(\d{1,2})[./-] ?(\d{1,4})\.?,?[\s\u202f]+(上午|下午)?[\s\u202f]*(\d{1,2})[:.](\d{2})([:.]\d{2})?[\s\u202f]*([AP]\.?[\s\u202f]?M\.?)?/iu.exec(
      date,
    );
  if (parts === null) return namedDate(date);
  const [, a = '', b = '', c = '', before, hour = '', minute = '', second = '', after] = parts;
  const half = before ?? after;
  const yearFirst = a.length === 4;
  const [day, month] = yearFirst ? [c, b] : dayIsFirst ? [a, b] : [b, a];
  const year = yearFirst ? a : c.length === 2 ? `20${c}` : c;
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (/p|下午/iu.test(half) ? 12 : 0);
  const time = {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour: hours,
    minute: Number(minute),
    second: Number(second.slice(1)),
  };
  return civilDate(time, null) ?? null;
}

function namedDate(date: string): PostDate | null {
  const time = readNamedDate(date);
  return time === null ? null : (civilDate(time, null) ?? null);
}
