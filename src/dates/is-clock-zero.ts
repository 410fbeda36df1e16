/** The zero of clocks: what programs write that know no date. */
import { isoDate } from './post-date.js';

/** Whether `text` says 1970-01-01T00:00:00, as a date or as a count of seconds. */
export function isClockZero(text: string): boolean {
  return isoDate(text)?.seconds === 0 || Number(text) === 0;
}
