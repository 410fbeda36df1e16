/** Reads `NAME, [30.05.2025 10:00]`, the header that Telegram Desktop puts over each message it copies. */
import type { Header } from '../../model.js';

const STAMP =
  /^(.{1,128}), \[\d{1,4}[./-] ?\d{1,2}[./-] ?\d{1,4}\.?,?[\s\u202f].{0,12}?\d{1,2}[:.]\d{2}.{0,16}\]$/u;

/** A stamp with its date as written, or null. */
export function readStamp(line: string): Header | null {
  const found = STAMP.exec(line.trim());
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

/** The date as ISO 8601 local time, minutes or seconds as given (`2025-05-30T10:00`); null where it is none. */
export function isoDate(date: string, dayIsFirst: boolean): string | null {
  const parts =
    /^(\d{1,4})[./-] ?(\d{1,2})[./-] ?(\d{1,4})\.?,?[\s\u202f]+(上午|下午)?[\s\u202f]*(\d{1,2})[:.](\d{2})([:.]\d{2})?[\s\u202f]*([AP]\.?[\s\u202f]?M\.?)?/iu.exec(
      date,
    );
  if (parts === null) return null;
  const [, a = '', b = '', c = '', before, hour = '', minute = '', second = '', after] = parts;
  const half = before ?? after;
  const seconds = second.replace('.', ':');
  const yearFirst = a.length === 4;
  const [day, month] = yearFirst ? [c, b] : dayIsFirst ? [a, b] : [b, a];
  const year = yearFirst ? a : c.length === 2 ? `20${c}` : c;
  if (Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > 31) return null;
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (/p|下午/iu.test(half) ? 12 : 0);
  if (hours > 23 || Number(minute) > 59) return null;
  return `${year}-${two(month)}-${two(day)}T${two(String(hours))}:${minute}${seconds}`;
}

function two(digits: string): string {
  return digits.padStart(2, '0');
}
