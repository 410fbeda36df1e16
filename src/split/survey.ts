/** Counts what the lines of one dump say about their shape: the evidence that choosing a plan rests on. */
import { Cue, type LineTable } from '../model.js';
import { footerEnd } from './page-parts.js';

/** The counts of rows `from` to `end`. */
export interface Survey {
  readonly rows: number;
  /** How many lines carry each cue, by its code; a footer of several lines is one. */
  readonly cues: Uint32Array;
  /** Lines with no, one, and more blank lines before them; the first line of the dump is not counted. */
  readonly gaps: readonly [number, number, number];
  readonly startsWithStamp: boolean;
  /** Each rule, by its `head`, and how often it stands. */
  readonly rules: ReadonlyMap<number, number>;
}

/** More than any code of a cue. */
const CODES = 256;

/** Surveys the rows of one dump. */
export function survey(lines: LineTable, from: number, end: number): Survey {
  const cues = new Uint32Array(CODES);
  const gaps: [number, number, number] = [0, 0, 0];
  const rules = new Map<number, number>();
  for (let row = from; row < end; row++) {
    const cue = footerEnd(lines, row, end) > row ? Cue.views : lines.cue.at(row);
    cues[cue] = (cues[cue] ?? 0) + 1;
    if (row > from) countGap(gaps, lines.gap.at(row));
    if (cue === Cue.separator) countRule(rules, lines.head.at(row));
  }
  const startsWithStamp = end > from && lines.cue.at(from) === Cue.stamp;
  return { rows: end - from, cues, gaps, startsWithStamp, rules };
}

/** How many lines carry one of the cues. */
export function countOf(found: Survey, ...cues: readonly number[]): number {
  return cues.reduce((count, cue) => count + (found.cues[cue] ?? 0), 0);
}

function countGap(gaps: [number, number, number], gap: number): void {
  if (gap === 0) gaps[0] += 1;
  else if (gap === 1) gaps[1] += 1;
  else gaps[2] += 1;
}

function countRule(rules: Map<number, number>, head: number): void {
  rules.set(head, (rules.get(head) ?? 0) + 1);
}
