/** Whether what is taken for the boundaries of posts agrees with blank lines and rules. */
import { Cue } from '../model.js';
import type { Rows } from './windows.js';

/** So many are no chance. */
const MANY = 8;
const NEARLY_ALL = 0.8;
const NEARLY_NONE = 0.05;

/**
 * Whether posts may well begin at the rows `tops`, and at no others: nearly all stand behind `gap` blank lines or rules; or nearly
 * none, so that these stand within posts, and no text is before the first. What stands behind some is within posts, or within
 * parts of them.
 */
export function areSure(rows: Rows, tops: readonly number[], gap: number): boolean {
  const inner = tops.filter((row) => row > rows.from && row < rows.end);
  const share = inner.filter((row) => isBehindEdge(rows, row, gap)).length / Math.max(1, inner.length);
  const whole = inner.length < tops.length;
  return share >= NEARLY_ALL ? whole || tops.length >= MANY : whole && share <= NEARLY_NONE;
}

function isBehindEdge({ lines }: Rows, row: number, gap: number): boolean {
  return lines.gap.at(row) >= gap || lines.cue.at(row - 1) === Cue.separator;
}
