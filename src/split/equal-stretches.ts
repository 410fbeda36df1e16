/**
 * How far two prints go on being equal. Folding asks it again and again of nearly the same rows, as each line of a
 * post is tried as the first of one; what was walked once is remembered, so that long prints cost no square.
 */
import type { CompareLines } from './compare-lines.js';

/** Stretches of equal lines. */
export interface Stretches {
  /** How many rows from `a` on are each the same as those from `b` on, at most `most`; `b` is behind `a`. */
  equalAhead(a: number, b: number, most: number): number;
  /** Whether one of `count` rows from `from` on is heavy. */
  heavyAmong(from: number, count: number): boolean;
}

/** Stretches walked anew each time: for a single alignment. */
export function walkStretches(lines: CompareLines): Stretches {
  return {
    equalAhead(a, b, most) {
      let length = 0;
      while (length < most && lines.same(a + length, b + length)) length += 1;
      return length;
    },
    heavyAmong(from, count) {
      for (let row = from; row < from + count; row++) if (lines.isHeavy(row)) return true;
      return false;
    },
  };
}

/**
 * More rows than any print has (fold-echoes.ts), so that no question reaches beyond what a walk from a row before it
 * has seen.
 */
const RING = 1024;
const MASK = RING - 1;

/** So many rows are walked sooner than looked up. */
const NEAR = 8;

/** For one distance between two rows, by the first of them modulo the ring: which row it is, and its stretch. */
interface Distance {
  readonly row: Int32Array;
  readonly length: Uint16Array;
}

/** Remembers the stretches of a run of rows; to be asked from the run's end to its beginning. */
export function rememberStretches(lines: CompareLines, run: { from: number; end: number }): Stretches {
  const nextHeavy = findHeavy(lines, run);
  const walking = walkStretches(lines);
  const walked: (Distance | undefined)[] = [];

  /** Walks from `a` to the first difference or to what is known, and notes it for every row on the way. */
  const walk = (known: Distance, a: number, b: number): number => {
    let ahead = 0;
    while (ahead < MASK && known.row[(a + ahead) & MASK] !== a + ahead && lines.same(a + ahead, b + ahead))
      ahead += 1;
    const met = (a + ahead) & MASK;
    const beyond = known.row[met] === a + ahead ? (known.length[met] ?? 0) : 0;
    for (let back = ahead; back >= 0; back--) {
      const at = (a + back) & MASK;
      known.row[at] = a + back;
      known.length[at] = Math.min(MASK, ahead - back + beyond);
    }
    return Math.min(MASK, ahead + beyond);
  };

  return {
    equalAhead(a, b, most) {
      const near = walking.equalAhead(a, b, Math.min(most, NEAR));
      if (near < NEAR || near === most) return near;
      const known = walked[b - a] ?? {
        row: new Int32Array(RING).fill(-1),
        length: new Uint16Array(RING),
      };
      walked[b - a] = known;
      const at = a & MASK;
      const length = known.row[at] === a ? (known.length[at] ?? 0) : walk(known, a, b);
      return Math.min(length, most);
    },
    heavyAmong: (from, count) => (nextHeavy[from - run.from] ?? 0) < from + count,
  };
}

/** By row of the run, the first heavy row from there on. */
function findHeavy(lines: CompareLines, run: { from: number; end: number }): Float64Array {
  const next = new Float64Array(run.end - run.from);
  let heavy = Number.POSITIVE_INFINITY;
  for (let row = run.end - 1; row >= run.from; row--) {
    if (lines.isHeavy(row)) heavy = row;
    next[row - run.from] = heavy;
  }
  return next;
}
