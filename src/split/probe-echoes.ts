/**
 * How much of a dump is printed twice in a row: a few windows spread over it are folded as if it were a channel
 * page. Enough to know its shape, cheap on a dump that has none.
 */
import type { EchoKind } from '../model.js';
import type { CompareLines } from './compare-lines.js';
import { closedByPlaceholder, findSections, type Section } from './find-sections.js';
import { foldEchoes } from './fold-echoes.js';
import { markBoundaries } from './mark-boundaries.js';
import type { Plan } from './plan.js';
import { type Rows, windows } from './windows.js';

/**
 * What was found in the windows: all rows, those of text, those of posts printed twice, and those of clean echoes alone; what it
 * takes to describe all of them, in lines; posts, those printed twice, and `sure` ones: clean, with a line of some length
 * that stands in these two prints and nowhere else, so that no refrain, log or footer makes one.
 */
export interface Probed {
  readonly lines: number;
  readonly rows: number;
  readonly echoed: number;
  readonly clean: number;
  readonly cost: number;
  readonly posts: number;
  readonly echoes: number;
  readonly sure: number;
  /** Posts printed twice whose second print stands behind a blank line. */
  readonly parted: number;
}

/** Probes for echoes of one kind; `plan` says which cues bound a post. */
export function probeEchoes(rows: Rows, kind: EchoKind, plan: Plan): Probed {
  const probed = { lines: 0, rows: 0, echoed: 0, clean: 0, cost: 0, posts: 0, echoes: 0, sure: 0, parted: 0 };
  for (const window of windows(rows)) {
    const counts = countLines(rows.compare, window);
    probed.lines += window.end - window.from;
    for (const section of sectionsOf(rows, window, plan)) {
      const closed = closedByPlaceholder(rows.lines, section);
      const run = { from: section.bodyFrom, end: section.bodyEnd, closed, quotations: false };
      probed.rows += run.end - run.from;
      for (const post of foldEchoes(rows.compare, run, kind)) {
        probed.posts += 1;
        probed.cost += post.cost;
        if (post.echo === post.end) continue;
        probed.echoes += 1;
        probed.echoed += post.end - post.start;
        if (rows.lines.gap.at(post.echo) > 0) probed.parted += 1;
        if (!post.clean) continue;
        probed.clean += post.end - post.start;
        if (isSure(rows.compare, counts, post)) probed.sure += 1;
      }
    }
  }
  return probed;
}

/** The sections of a window. */
export function* sectionsOf(
  rows: Rows,
  window: { from: number; end: number },
  plan: Plan,
): Generator<Section> {
  const marks = markBoundaries(rows.columns, rows.lines, window, plan);
  yield* findSections(marks, window);
  marks.release();
}

function countLines(
  compare: CompareLines,
  { from, end }: { from: number; end: number },
): Map<number, number> {
  const counts = new Map<number, number>();
  for (let row = from; row < end; row++) {
    const key = compare.keyOf(row);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

function isSure(
  compare: CompareLines,
  counts: ReadonlyMap<number, number>,
  post: { echo: number; end: number },
): boolean {
  for (let row = post.echo; row < post.end; row++) {
    if (compare.isHeavy(row) && counts.get(compare.keyOf(row)) === 2) return true;
  }
  return false;
}
