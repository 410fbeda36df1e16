/** Where the lines of a run stand again in it: the places where a second print may begin. */
import type { CompareLines } from './compare-lines.js';
import { rememberStretches, type Stretches } from './equal-stretches.js';

/** For each row of a run, how far ahead its next copy stands, whole or cut short (0: none); and how long both go on. */
export interface Copies {
  readonly same: Uint32Array;
  readonly cut: Uint32Array;
  readonly stretches: Stretches;
}

/** Finds the copies within rows `from` to `end`. */
export function findCopies(lines: CompareLines, run: { from: number; end: number }): Copies {
  return {
    same: nextCopies(run, lines.keyOf, lines.same),
    cut: nextCopies(run, lines.headOf, lines.cutShort),
    stretches: rememberStretches(lines, run),
  };
}

/** Finds the next row that `isCopy` of each, among rows with the same non-zero `keyOf`. */
function nextCopies(
  run: { from: number; end: number },
  keyOf: (row: number) => number,
  isCopy: (row: number, later: number) => boolean,
): Uint32Array {
  const next = new Uint32Array(run.end - run.from);
  const seen = new Map<number, number>();
  for (let row = run.end - 1; row >= run.from; row--) {
    const key = keyOf(row);
    if (key === 0) continue;
    const later = seen.get(key);
    if (later !== undefined && isCopy(row, later)) next[row - run.from] = later - row;
    seen.set(key, row);
  }
  return next;
}
