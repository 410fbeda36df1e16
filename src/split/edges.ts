/** Whether what is taken for the boundaries of posts agrees with blank lines and rules. */
import { Cue } from '../model.js';
import { type Rows, windows } from './windows.js';

/** What may part posts. */
interface Parting {
  /** So many blank lines, which may part paragraphs, too. */
  readonly gap: number;
  /** So many, which do not. */
  readonly wide: number;
  /** Whether rules do. */
  readonly rules: boolean;
}

/** So many are no chance. */
const MANY = 8;
const NEARLY_ALL = 0.8;
const NEARLY_NONE = 0.05;
/** So many other edges for one may stand within posts. */
const OTHERS = 0.25;

/**
 * Whether posts may well begin at the rows `tops`, and at no others: nearly all stand behind edges, and few other lines do; or
 * nearly none, so that edges stand within posts, and no text is before the first. What stands behind some is within posts, or
 * within parts of them.
 */
export function areSure(rows: Rows, tops: readonly number[], parting: Parting): boolean {
  const inner = tops.filter((row) => row > rows.from && row < rows.end);
  const share = inner.filter((row) => isBehindEdge(rows, row, parting)).length / Math.max(1, inner.length);
  const whole = inner.length < tops.length;
  if (share < NEARLY_ALL) return whole && share <= NEARLY_NONE;
  const others = countEdges(rows, { ...parting, gap: parting.wide }) - inner.length;
  return (whole || tops.length >= MANY) && others <= OTHERS * tops.length;
}

function countEdges(rows: Rows, parting: Parting): number {
  let edges = 0;
  for (const { from, end } of windows(rows)) {
    for (let row = from + 1; row < end; row++) if (isBehindEdge(rows, row, parting)) edges += 1;
  }
  return edges;
}

function isBehindEdge({ lines }: Rows, row: number, { gap, rules }: Parting): boolean {
  if (lines.cue.at(row) === Cue.separator) return false;
  return lines.gap.at(row) >= gap || (rules && lines.cue.at(row - 1) === Cue.separator);
}
