/**
 * A post that an extractor printed twice, `L1 L2 … Ln  L2 … Ln`, laid side by side: which line of the second
 * print is which of the first, which line only one of them has. Real prints differ: a custom emoji line is lost
 * from the second, a quote from the first, a line is cut short. Lines are compared by their fingerprints.
 */
import type { CompareLines } from './compare-lines.js';
import { type Stretches, walkStretches } from './equal-stretches.js';

/** The rows of a post in two prints: the first is `[first, second)`, the echo `[second, end)`. */
export interface Prints {
  /** The first row that the echo has again. */
  readonly common: number;
  readonly second: number;
  readonly end: number;
  /** What the deviations between the prints cost; 0 for a clean echo. */
  readonly cost: number;
}

/**
 * What a deviation costs, in lines, where a post of its own costs half a line more than its lines
 * (fold-echoes.ts). A line that only the first print has costs less than that within the post, where nothing
 * else explains it; right under the first line it costs more, as that line may be a post of one line; and at the
 * end a little more, as it may be the next post's first.
 */
const ONLY_FIRST = { leading: 0.8, within: 0.45, trailing: 0.55 };
const ONLY_SECOND = 1.7;
const CUT_SHORT = 0.3;
/**
 * A quotation that ends a post is only in its second print, and looks like posts of one line each. One such line
 * is a post; several in a row are a quotation, where posts of one line are rare.
 */
const QUOTATION = { opens: 0.95, lines: [2, 3] };
/** Chance can make two short lines equal; one match of a heavy line or two matches are no chance. */
const CHANCE = 0.4;
/** Prints that differ more than so, with a third of a line for each that is equal, are two texts, not one. */
const TOLERANCE = 8;
/** The longest run of lines that only one of the prints has. */
const LONGEST_DEVIATION = 4;

/** What happened at each step of an alignment; `row` numbers as in the line table, -1 for none. */
export type Visit = (first: number, second: number) => void;

/**
 * Aligns the first print's tail `[tail, second)` with what stands from `second` on, never beyond `stop`. Yields
 * every place where the second print may end: after all of the tail, and before each deviation, as what deviates
 * may as well be the next post.
 */
export function* alignPrints(
  lines: CompareLines,
  rows: { tail: number; second: number; stop: number; quotations: boolean },
  visit: Visit | null = null,
  stretches: Stretches = walkStretches(lines),
): Generator<Prints> {
  const { tail, second, stop } = rows;
  let a = tail;
  let b = second;
  let cost = 0;
  let matched = 0;
  let equal = 0;
  let heavy = false;
  let common = tail;
  const endHere = (): Prints => ({
    common,
    second,
    end: b,
    cost: cost + ONLY_FIRST.trailing * (second - a) + (heavy || matched > 1 ? 0 : CHANCE),
  });
  while (a < second && b < stop && cost <= TOLERANCE + equal / 3) {
    const same = stretches.equalAhead(a, b, Math.min(second - a, stop - b));
    if (same > 0 || lines.cutShort(a, b)) {
      const step = Math.max(1, same);
      for (let at = 0; visit !== null && at < step; at++) visit(a + at, b + at);
      if (matched === 0) common = a;
      matched += step;
      equal += same;
      if (same === 0) cost += CUT_SHORT;
      heavy ||= stretches.heavyAmong(a, step);
      a += step;
      b += step;
      continue;
    }
    const jump = resync(lines, { a, b, second, stop });
    if (jump === null) break;
    if (matched > 0 && second - a <= LONGEST_DEVIATION) yield endHere();
    const onlyFirst = matched === 0 ? ONLY_FIRST.leading : ONLY_FIRST.within;
    for (; a < jump.a; a++, cost += onlyFirst) visit?.(a, -1);
    for (; b < jump.b; b++, cost += ONLY_SECOND) visit?.(-1, b);
  }
  if (matched === 0 || second - a > LONGEST_DEVIATION) return;
  yield endHere();
  if (rows.quotations) yield* withQuotation(endHere(), stop);
  if (visit === null) return;
  for (; a < second; a++) visit(a, -1);
  for (; b < stop; b++) visit(-1, b);
}

/** The same second print, with a quotation behind it. */
function* withQuotation(prints: Prints, stop: number): Generator<Prints> {
  for (const lines of QUOTATION.lines) {
    const end = prints.end + lines;
    if (end <= stop) yield { ...prints, end, cost: prints.cost + lines + QUOTATION.opens };
  }
}

/** The nearest pair of equal lines ahead, fewest lines skipped first. */
function resync(
  lines: CompareLines,
  at: { a: number; b: number; second: number; stop: number },
): { a: number; b: number } | null {
  for (let skipped = 1; skipped <= 2 * LONGEST_DEVIATION; skipped++) {
    for (let ahead = Math.min(skipped, LONGEST_DEVIATION); ahead >= 0; ahead--) {
      const a = at.a + ahead;
      const b = at.b + skipped - ahead;
      if (skipped - ahead > LONGEST_DEVIATION || a >= at.second || b >= at.stop) continue;
      if (lines.same(a, b)) return { a, b };
    }
  }
  return null;
}
