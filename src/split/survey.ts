/** Counts what the lines of one dump say about their shape: the evidence that choosing a plan rests on. */
import { Cue, type LineTable } from '../model.js';
import { PartCue } from './cues/part-cue.js';
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
/** Rows that are looked at in one go: loops over arrays are much faster than calls. */
const AT_ONCE = 4096;

/** Where so many times as many lines stand behind blank ones as do not, each stands alone. */
const ALONE = 4;

/** Surveys the rows of one dump. */
export function survey(lines: LineTable, from: number, end: number): Survey {
  const cues = new Uint32Array(CODES);
  const gaps: [number, number, number] = [0, 0, 0];
  const rules = new Map<number, number>();
  const codes = new Uint8Array(AT_ONCE);
  const blanks = new Uint8Array(AT_ONCE);
  for (let row = from; row < end; row += AT_ONCE) {
    const count = Math.min(AT_ONCE, end - row);
    countCues(lines, { row, end, codes: lines.cue.read(row, codes.subarray(0, count)) }, { cues, rules });
    countGaps(lines.gap.read(row, blanks.subarray(0, count)), row === from ? 1 : 0, gaps);
  }
  const startsWithStamp = end > from && lines.cue.at(from) === Cue.stamp;
  return { rows: end - from, cues, gaps, startsWithStamp, rules };
}

/**
 * So many blank lines may part posts: where there are gaps of two lengths, the longer ones; where each line stands alone, no
 * number does.
 */
export function partingGap({ gaps: [together, single, more] }: Survey): number {
  if (single > 0 && more > 0) return 2;
  return together * ALONE > single + more ? 1 : Number.POSITIVE_INFINITY;
}

/** How many lines carry one of the cues. */
export function countOf(found: Survey, ...cues: readonly number[]): number {
  return cues.reduce((count, cue) => count + (found.cues[cue] ?? 0), 0);
}

/** Counts the cues of rows from `row` on, whose codes are given; no footer goes beyond `end`. */
function countCues(
  lines: LineTable,
  { row, end, codes }: { row: number; end: number; codes: Uint8Array },
  { cues, rules }: { cues: Uint32Array; rules: Map<number, number> },
): void {
  for (let at = 0; at < codes.length; at++) {
    let cue = codes[at] ?? 0;
    if (cue === PartCue.count && footerEnd(lines, row + at, end) > row + at) cue = Cue.views;
    cues[cue] = (cues[cue] ?? 0) + 1;
    if (cue !== Cue.separator) continue;
    const head = lines.head.at(row + at);
    rules.set(head, (rules.get(head) ?? 0) + 1);
  }
}

function countGaps(blanks: Uint8Array, from: number, gaps: [number, number, number]): void {
  for (let at = from; at < blanks.length; at++) {
    const gap = blanks[at] ?? 0;
    if (gap === 0) gaps[0] += 1;
    else if (gap === 1) gaps[1] += 1;
    else gaps[2] += 1;
  }
}
