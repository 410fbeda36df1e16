/** Whether a dump may be printed twice in a row, told by counting: what tells it surely, probe-echoes.ts, takes ten times as long. */
import type { CompareLines } from './compare-lines.js';
import type { Section } from './find-sections.js';
import { LONGEST_PRINT } from './fold-echoes.js';
import type { Plan } from './plan.js';
import { sectionsOf } from './probe-echoes.js';
import { type Rows, windows } from './windows.js';

/** A clean echo of one line is printed in three at the most, of which one has an equal line before it. */
const CLEAN_PER_COPY = 3;

/** Lines share a slot with a line of another text now and then, and seem to be copies of it. */
const SLOTS = 1 << 16;

/**
 * Whether clean echoes may have so large a `share` of the rows of text, as far as counting tells how many lines have a copy
 * where their first print would stand: most dumps have too few, and need not be folded to know it.
 */
export function mayBeEchoed(rows: Rows, share: number, plan: Plan): boolean {
  /** By slot, 1 + the last row of it. */
  const last = new Uint32Array(SLOTS);
  let text = 0;
  let copies = 0;
  for (const window of windows(rows)) {
    for (const section of sectionsOf(rows, window, plan)) {
      text += section.bodyEnd - section.bodyFrom;
      copies += countCopies(rows.compare, section, last);
    }
  }
  return copies * CLEAN_PER_COPY >= share * text;
}

/** The lines of a section that have a copy before them in it, no farther than prints are long, and some that have none. */
function countCopies(compare: CompareLines, { bodyFrom, bodyEnd }: Section, last: Uint32Array): number {
  let copies = 0;
  for (let row = bodyFrom; row < bodyEnd; row++) {
    const slot = compare.keyOf(row) % SLOTS;
    if ((last[slot] ?? 0) > Math.max(bodyFrom, row - LONGEST_PRINT)) copies += 1;
    last[slot] = row + 1;
  }
  return copies;
}
