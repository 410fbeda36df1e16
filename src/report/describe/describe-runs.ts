/** Runs of one post that are told as one: where they stand, and their text. */

import type { PostPlace } from '../findings.js';
import type { Sequence } from '../sequence.js';
import { printedRows, type Run } from './describe-occurrences.js';
import type { Lookup } from './lookup.js';

/** The lines from the first to the last of them. */
export function placeOfRuns(lookup: Lookup, runs: readonly Run[]): PostPlace {
  const post = runs[0]?.post ?? 0;
  let [first, last] = [Number.POSITIVE_INFINITY, 0];
  for (const row of rowsOfRuns(lookup, runs)) {
    first = Math.min(first, row);
    last = Math.max(last, row);
  }
  const { lines } = lookup.spanOf(post, first, last + 1);
  return { ...lookup.placeOf(post), lines };
}

/** Their texts, read when they are walked. */
export function textsOfRuns(lookup: Lookup, runs: readonly Run[]): Sequence<string> {
  return lookup.textsOf(runs[0]?.post ?? 0, rowsOfRuns(lookup, runs));
}

/** Their rows, one run after the other. */
export function rowsOfRuns(lookup: Lookup, runs: readonly Run[]): number[] {
  return runs.flatMap((run) => printedRows(lookup, run));
}
