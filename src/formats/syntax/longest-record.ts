/** The bound on what is held in memory of one record. */

/** A longer record is left out: no post is so long, and the buffer must not grow with what a dump holds. */
export const LONGEST_RECORD = 64 * 1024 * 1024;

/** The reason that is told. */
export function tooLong(what: string): string {
  return `expected ${what} of at most ${LONGEST_RECORD / 1024 / 1024} MiB, found a longer one`;
}
