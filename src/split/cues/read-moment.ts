/** Reads the date and time in a header of any form: `Anna (30.05.2025 10:00):`, `# 2025-05-30T10:00:00+03:00`. */
import { isoDate } from '../../dates/post-date.js';
import type { PostDate } from '../../model.js';
import { stampDate } from './read-stamp.js';

const ISO = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d)?(?: ?(?:Z|UTC|[+-]\d\d:?\d\d))?/u;

/** The line from its date on, where that is written in numbers; else all of it. */
export function momentIn(line: string): string {
  return line.slice(Math.max(0, line.search(/\d{1,4}[./-]\d{1,2}[./-]\d/u)));
}

/** The moment in a line, or null. */
export function readMoment(line: string, dayIsFirst: boolean): PostDate | null {
  const moment = momentIn(line);
  const [iso] = ISO.exec(moment) ?? [];
  return (iso === undefined ? undefined : isoDate(iso)) ?? stampDate(moment, dayIsFirst);
}
