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
  /** Rows that belong to what is taken for boundaries: an edge among them parts no posts. */
  readonly beside: ReadonlySet<number>;
}

/** So many are no chance. */
const MANY = 8;
const NEARLY_ALL = 0.8;
const NEARLY_NONE = 0.05;
/** So many other edges for one may stand within posts. */
const OTHERS = 0.25;
/** Where edges stand between fewer, they do not part what these part. */
const PARTED = 0.75;

/** How well what is taken for the tops of posts agrees with edges. */
export type Fit = 'sure' | 'likely' | 'unlike';

/**
 * Whether posts may well begin at the rows `tops`, and at no others: nearly all stand behind edges, and few other lines do; or
 * nearly none, so that edges stand within posts, and no text is before the first. Where there is, as the dump's beginning is
 * lost, that is but likely, and only where edges do not stand between all of them. What stands behind some edges is within
 * posts, or within parts of them.
 */
export function fitOf(rows: Rows, tops: readonly number[], parting: Parting): Fit {
  const inner = tops.filter((row) => row > rows.from && row < rows.end);
  const share = inner.filter((row) => isBehindEdge(rows, row, parting)).length / Math.max(1, inner.length);
  const whole = inner.length < tops.length;
  if (share <= NEARLY_NONE) return whole ? 'sure' : areParted(rows, inner, parting) ? 'unlike' : 'likely';
  if (share < NEARLY_ALL) return 'unlike';
  const known = new Set(tops);
  let others = 0;
  let bodies = 0;
  for (const row of edgesIn(rows, { ...parting, gap: parting.wide })) {
    if (known.has(row) || parting.beside.has(row)) continue;
    if (parting.beside.has(row - 1)) bodies += 1;
    else others += 1;
  }
  // Texts begin behind edges of their own where nearly all do.
  if (bodies < NEARLY_ALL * tops.length) others += bodies;
  return (whole || tops.length >= MANY) && others <= OTHERS * tops.length ? 'sure' : 'unlike';
}

/** Whether edges stand between nearly all of the rows `tops`: then there may be one for each post. */
function areParted(rows: Rows, tops: readonly number[], parting: Parting): boolean {
  let parted = 0;
  let behind = 0;
  let last = 0;
  for (const edge of edgesIn(rows, parting)) {
    while ((tops[behind] ?? rows.end) <= edge) behind += 1;
    if (behind > last) parted += 1;
    last = behind;
  }
  return parted > PARTED * tops.length;
}

function* edgesIn(rows: Rows, parting: Parting): Generator<number> {
  for (const { from, end } of windows(rows)) {
    for (let row = from + 1; row < end; row++) if (isBehindEdge(rows, row, parting)) yield row;
  }
}

function isBehindEdge({ lines }: Rows, row: number, { gap, rules }: Parting): boolean {
  if (lines.cue.at(row) === Cue.separator) return false;
  return lines.gap.at(row) >= gap || (rules && lines.cue.at(row - 1) === Cue.separator);
}
