/** Dates that wait for the rest of their dump, to tell whether the day or the month stands first in them. */
import type { DateOrder, PostDate } from '../../model.js';

const UTC = 1;
const OPEN = 2;

/** What the table has of a date beside its seconds: 1 for UTC, and until it is settled 2 for an open one. */
export function dateFlags(date: PostDate | undefined): number {
  return (date?.utc === true ? UTC : 0) + (date?.first === 'unknown' ? OPEN : 0);
}

/** An open date by `order`, with 0 seconds where that is not known; null for one that is not open. */
export function settledDate(seconds: number, flags: number, order: DateOrder | null): PostDate | null {
  if (flags < OPEN) return null;
  if (order === null) return { seconds: 0, utc: false };
  return { seconds: order === 'day' ? seconds : monthFirst(seconds), utc: flags === OPEN + UTC };
}

/** What was read with the day first, read with the month first. */
function monthFirst(seconds: number): number {
  const date = new Date(seconds * 1000);
  return date.setUTCMonth(date.getUTCDate() - 1, date.getUTCMonth() + 1) / 1000;
}
