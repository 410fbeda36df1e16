/** Counts what the lines of one dump say about their shape: the evidence that choosing a plan rests on. */
import { Cue, type LineTable } from '../model.js';

/** The counts of rows `from` to `end`. */
export interface Survey {
  readonly rows: number;
  /** How many lines carry each {@link Cue}, by its code. */
  readonly cues: readonly number[];
  /** Lines with no, one, and more blank lines before them; the first line of the dump is not counted. */
  readonly gaps: readonly [number, number, number];
  readonly startsWithStamp: boolean;
  /** The rule that stands most often, by its `head`, and how often. */
  readonly separator: { readonly head: number; readonly count: number };
}

/** Surveys the rows of one dump. */
export function survey(lines: LineTable, from: number, end: number): Survey {
  const cues = new Array<number>(Object.keys(Cue).length).fill(0);
  const gaps: [number, number, number] = [0, 0, 0];
  const rules = new Map<number, number>();
  for (let row = from; row < end; row++) {
    const cue = lines.cue[row] ?? 0;
    cues[cue] = (cues[cue] ?? 0) + 1;
    if (row > from) countGap(gaps, lines.gap[row] ?? 0);
    if (cue === Cue.separator) countRule(rules, lines.head[row] ?? 0);
  }
  return {
    rows: end - from,
    cues,
    gaps,
    startsWithStamp: end > from && lines.cue[from] === Cue.stamp,
    separator: mostFrequent(rules),
  };
}

function countGap(gaps: [number, number, number], gap: number): void {
  if (gap === 0) gaps[0] += 1;
  else if (gap === 1) gaps[1] += 1;
  else gaps[2] += 1;
}

function countRule(rules: Map<number, number>, head: number): void {
  rules.set(head, (rules.get(head) ?? 0) + 1);
}

function mostFrequent(rules: ReadonlyMap<number, number>): { head: number; count: number } {
  let best = { head: 0, count: 0 };
  for (const [head, count] of rules) {
    if (count > best.count) best = { head, count };
  }
  return best;
}
