/** Puts spans in order of place. */
import { sortKeys } from '../../columns/sort-keys.js';

/** What is ordered. */
export interface SpanPlaces {
  readonly rows: number;
  readonly dump: Uint32Array;
  readonly start: Float64Array;
}

/** The rows by dump and start; those of one place in the order in which they stand. */
export function orderSpans({ rows, dump, start }: SpanPlaces): Uint32Array {
  const byStart = sortKeys(start, rows);
  // Mostly there is but one dump.
  if (dump.subarray(1, rows).every((one) => one === dump[0])) return byStart;
  const dumps = Float64Array.from(byStart, (row) => dump[row] ?? 0);
  return sortKeys(dumps, rows).map((at) => byStart[at] ?? 0);
}
