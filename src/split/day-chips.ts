/**
 * Whether the lines of a dump that are a day and nothing else (`May 30`) are the chips of a page saved from a browser.
 * A post may hold such a line, or a programme of several; a page has one for each day, in order, from its
 * beginning to its end.
 */

import { readDay } from '../dates/read-named-date.js';
import { Cue } from '../model.js';
import { countOf, type Survey } from './survey.js';
import type { Rows } from './windows.js';

const FEW = 3;
/** So many tell enough, and a dump may have a day in every other line. */
const LOOKED_AT = 2000;
/** More days than one in so many lines are a calendar. */
const LINES_A_DAY = 3;
/** Of so many days, one may be a line of a post. */
const OUT_OF_ORDER = 10;

/** Whether there are at least three, nearly all later than the one before, over most of the dump. */
export function daysRise(rows: Rows, found: Survey): boolean {
  const days = countOf(found, Cue.day);
  if (days < FEW || days * LINES_A_DAY > found.rows) return false;
  const { lines, from, end, compare } = rows;
  let first = -1;
  let last = -1;
  let seen = 0;
  let fallen = 0;
  let before: ReturnType<typeof readDay> = null;
  for (let row = from; row < end; row++) {
    if (lines.cue.at(row) !== Cue.day) continue;
    if (first < 0) first = row;
    last = row;
    if (seen === LOOKED_AT) continue;
    const day = readDay(compare.textOf(row));
    seen += 1;
    if (before !== null && day !== null && !isLater(before, day)) fallen += 1;
    before = day;
  }
  return fallen * OUT_OF_ORDER <= seen && (last - first) * 2 >= found.rows;
}

type Day = NonNullable<ReturnType<typeof readDay>>;

/** Where the year is not written, a fall by more than half a year is a new one. */
function isLater(before: Day, day: Day): boolean {
  if (before.year !== 0 && day.year !== 0 && before.year !== day.year) return day.year > before.year;
  const rise = (day.month - before.month) * 31 + day.day - before.day;
  return rise > 0 || (rise < -180 && (before.year === 0 || day.year === 0));
}
