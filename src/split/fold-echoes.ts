/**
 * Cuts a run of lines into posts by their echoes. Of all ways to cut the run, the one is taken that describes
 * it in the fewest lines (minimum description length): a line printed for the first time costs 1, a line that
 * an echo explains costs nothing, beginning a post costs half a line, a deviation between the prints costs what
 * align-prints.ts says, and what looks like a repost costs what doubt-prints.ts says. Dynamic programming from the
 * end; linear in the lines, whatever they hold.
 */
import type { EchoKind } from '../model.js';
import { alignPrints, type Prints } from './align-prints.js';
import type { CompareLines } from './compare-lines.js';
import { doubtPrints } from './doubt-prints.js';
import { type Copies, findCopies } from './find-copies.js';

/** A post found: rows `[start, end)`, the second print `[echo, end)`; `echo` equals `end` when printed once. */
export interface FoldedPost {
  readonly start: number;
  readonly echo: number;
  readonly end: number;
  /** Printed twice without any deviation: what no footer that recurs at a rhythm can fake. */
  readonly clean: boolean;
  /** What it takes to describe it, in lines, doubts aside. */
  readonly cost: number;
}

/** A run of lines without chrome. */
export interface Run {
  readonly from: number;
  readonly end: number;
  /** A placeholder follows, so that an unrepeated run right before it is one post, not one a line. */
  readonly closed: boolean;
  /** Posts of one line are rare here, so that several single lines behind an echo are a quotation. */
  readonly quotations: boolean;
}

const BEGIN_POST = 0.5;
/** Telegram allows 4,096 characters a post: hundreds of lines at the most. No first print is longer. */
export const LONGEST_PRINT = 600;
/** How many later copies of a line are tried as the start of the second print. */
const COPIES_TRIED = 3;
/** How far from the start of either print the first line both have may stand. */
const FIRST_MATCH = 4;
/** Runs are cut in windows, so that memory and time do not grow with the run. */
const WINDOW = 1 << 16;

/** The posts of `run`, in order, covering it. */
export function* foldEchoes(lines: CompareLines, run: Run, kind: EchoKind): Generator<FoldedPost> {
  let from = run.from;
  while (from < run.end) {
    const end = Math.min(run.end, from + WINDOW);
    const last = end === run.end;
    // Decisions near the end of a window lack sight of what follows; the next window takes them again.
    const trusted = last ? end : end - 2 * LONGEST_PRINT;
    for (const post of foldWindow(lines, { ...run, from, end, closed: last && run.closed }, kind)) {
      if (post.start >= trusted) break;
      yield post;
      from = post.end;
    }
  }
}

function* foldWindow(lines: CompareLines, run: Run, kind: EchoKind): Generator<FoldedPost> {
  const length = run.end - run.from;
  const copies = findCopies(lines, run);
  const cost = new Float64Array(length + 1);
  const chosen = new Array<FoldedPost | undefined>(length);
  const folding = { lines, kind, from: run.from, copies, chosen };
  for (let at = length - 1; at >= 0; at--) {
    const start = run.from + at;
    let least = BEGIN_POST + 1 + (cost[at + 1] ?? 0);
    chosen[at] = once(start, start + 1);
    const allOnce = BEGIN_POST + length - at;
    if (run.closed && allOnce < least) {
      least = allOnce;
      chosen[at] = once(start, run.end);
    }
    for (const prints of findPrints(lines, copies, { start, run, kind })) {
      const own = BEGIN_POST + (prints.second - start) + prints.cost;
      let total = own + (cost[prints.end - run.from] ?? 0);
      // Most are too dear without any doubt.
      if (total < least) total += doubtPrints(folding, start, prints);
      if (total >= least) continue;
      least = total;
      chosen[at] = { start, echo: prints.second, end: prints.end, clean: prints.cost === 0, cost: own };
    }
    cost[at] = least;
  }
  for (let at = 0; at < length; ) {
    const post = chosen[at];
    if (post === undefined) return;
    yield post;
    at = post.end - run.from;
  }
}

/** A post of the rows `[start, end)`, printed once. */
function once(start: number, end: number): FoldedPost {
  return { start, echo: end, end, clean: false, cost: BEGIN_POST + end - start };
}

/** Every way in which the post that begins at `start` may have been printed twice. */
function* findPrints(
  lines: CompareLines,
  copies: Copies,
  at: { start: number; run: Run; kind: EchoKind },
): Generator<Prints> {
  const { start, run } = at;
  const tail = at.kind === 'tail' ? start + 1 : start;
  const tried = new Set<number>();
  for (let skipped = 0; skipped < FIRST_MATCH && tail + skipped < run.end; skipped++) {
    for (const copy of copiesOf(copies, tail + skipped, { start, run })) {
      for (let before = 0; before < FIRST_MATCH; before++) {
        // Lines lost from one print, or from the other, or as many changed in both; not some of each.
        if (skipped > 0 && before > 0 && before !== skipped) continue;
        const second = copy - before;
        if (second <= tail + skipped || tried.has(second)) continue;
        tried.add(second);
        const rows = { tail, second, stop: run.end, quotations: run.quotations };
        yield* alignPrints(lines, rows, null, copies.stretches);
      }
    }
  }
}

/** The rows that may be the second print of `row`, the nearest first. */
function* copiesOf(copies: Copies, row: number, at: { start: number; run: Run }): Generator<number> {
  const cut = copies.cut[row - at.run.from] ?? 0;
  if (cut !== 0 && row + cut - at.start <= LONGEST_PRINT) yield row + cut;
  let copy = row;
  for (let tried = 0; tried < COPIES_TRIED; tried++) {
    const ahead = copies.same[copy - at.run.from] ?? 0;
    copy += ahead;
    if (ahead === 0 || copy - at.start > LONGEST_PRINT) return;
    yield copy;
  }
}
