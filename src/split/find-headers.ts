/**
 * Headers that no list knows: short lines of one form, numbered or dated in order, with text between them:
 * `--- Post 12 ---`, `2025-05-30 10:00`, `Anna (30.05.2025 10:00):`. What stands over and under nearly each of them
 * (a name, `Views: 12`, a rule) is no text either.
 */
import type { PostDate } from '../model.js';
import { formsAround, heightOf, isRule, isRuled, shortText, standUnder } from './around-headers.js';
import { momentIn, readMoment } from './cues/read-moment.js';
import { dayFirst } from './cues/read-stamp.js';
import { areSure } from './edges.js';
import { isInOrder, isTimed, lineForm } from './line-form.js';
import { type Rows, windows } from './windows.js';

/** Header lines of a dump. */
export interface Headers {
  /** How many were seen where the dump was looked at. */
  readonly count: number;
  /** Whether they stand where posts begin by all else that is seen. */
  readonly sure: boolean;
  /** Whether each gives a time of the day. */
  readonly timed: boolean;
  /** Whether they stand under the posts: then each ends one. */
  readonly under: boolean;
  /** So many of the lines over a header belong to it; what is no text above them ends the post before. */
  readonly height: number;
  /** The forms of other lines that are no text, by their place: -1 is right over the header. */
  readonly around: ReadonlyMap<number, string>;
  /** Whether a row is a header. */
  isHeader(row: number): boolean;
  /** Whether a row is of a form. */
  isOf(row: number, form: string): boolean;
  /** The date that a header gives, or null. */
  dateOf(row: number): PostDate | null;
}

const FEW = 3;
/** So many rows of a dump are looked at first. */
const BEGINNING = 400;
/** Fewer headers than one in so many lines are chance. */
const RARE = 60;
/** Of so many headers, one may stand right over another: a post without text. */
const TOGETHER = 8;
/** The form of a line that is a day: it may stand over all posts of that day. */
const DAY = /^[^\p{L}\p{N}]*(?:0[-./]0[-./]0|0\.? m\.?(?: 0)?|m\.? 0(?:, 0)?)[^\p{L}\p{N}]*$/u;
const WORD = /\p{L}[^ ]*/gu;
/** `Post`, or the name of a channel and a word. */
const MOST_WORDS = 3;
/** A word and a number may count the posts of a series, between which stand others. */
const SERIES = /^#?\p{L}[\p{L}_ ]*0[.:]?$/u;

/** The headers of the rows, or null. Most dumps have none, which their beginning tells. `gap` blank lines may part posts. */
export function findHeaders(rows: Rows, gap: number): Headers | null {
  if (headerRows({ ...rows, end: Math.min(rows.end, rows.from + BEGINNING) }) === null) return null;
  const found = headerRows(rows);
  if (found === null) return null;
  const headers = headersOf(rows, gap, ...found);
  return leavesText(headers, found[1]) ? headers : null;
}

/** The form of headers, and the rows that were seen of it. */
function headerRows(rows: Rows): [string, number[]] | null {
  const { forms, seen } = rowsByForm(rows);
  const needed = Math.max(FEW, seen / RARE);
  const often = [...forms]
    .filter(([, of]) => of.length >= needed)
    .sort(([, a], [, b]) => b.length - a.length);
  return often.find(([, of]) => areHeaders(rows, of)) ?? null;
}

/** Whether there are as many lines of text between headers, and what belongs to them, as there are posts. */
function leavesText({ around, isOf }: Headers, of: readonly number[]): boolean {
  const [first = 0, last = 0] = [of[0], of.at(-1)];
  const taken = new Set(of);
  for (const row of of) {
    for (const [place, form] of around) if (isOf(row + place, form)) taken.add(row + place);
  }
  const between = [...taken].filter((row) => row >= first && row <= last).length;
  return last - first + 1 - between >= of.length - 1;
}

/** The short lines with a number, by form. */
function rowsByForm(rows: Rows): { forms: Map<string, number[]>; seen: number } {
  const forms = new Map<string, number[]>();
  let seen = 0;
  for (const { from, end } of windows(rows)) {
    seen += end - from;
    for (let row = from; row < end; row++) {
      const form = lineForm(shortText(rows, row));
      if (!form.includes('0') || DAY.test(form) || isProse(form)) continue;
      const same = forms.get(form);
      if (same === undefined) forms.set(form, [row]);
      else same.push(row);
    }
  }
  return { forms, seen };
}

/** More words than a name for what is numbered, and no time beside them. */
function isProse(form: string): boolean {
  return !isTimed(form) && (form.match(WORD)?.length ?? 0) > MOST_WORDS;
}

/** Whether lines of one form stand over most of the dump, with text between them, and their numbers rise or fall. */
function areHeaders({ from, end, compare }: Rows, of: readonly number[]): boolean {
  const [first = 0, last = 0] = [of[0], of.at(-1)];
  const together = of.filter((row, at) => of[at + 1] === row + 1).length;
  if ((last - first) * 2 < end - from || together * TOGETHER > of.length) return false;
  return isInOrder(of.map((row) => compare.textOf(row)));
}

function headersOf(rows: Rows, gap: number, form: string, of: readonly number[]): Headers {
  const isOf = (row: number, asked: string) =>
    row >= rows.from && row < rows.end && lineForm(shortText(rows, row)) === asked;
  const around = formsAround(rows, of);
  const height = heightOf(rows, of, around);
  const under = standUnder(rows, of, height);
  const dayIsFirst = dayFirst(of.map((row) => momentIn(rows.compare.textOf(row))));
  return {
    count: of.length,
    sure: areSure(
      rows,
      of.map((row) => (under ? row + 1 : row - height)),
      { gap, wide: countsSeries(form, around) ? gap : Math.max(gap, 2), rules: !isRuled(around) },
    ),
    timed: isTimed(form),
    under,
    height,
    around,
    isHeader: (row) => isOf(row, form),
    isOf,
    dateOf: (row) => readMoment(rows.compare.textOf(row), dayIsFirst),
  };
}

/** Whether a word and a number are all that tells a header. */
function countsSeries(form: string, around: ReadonlyMap<number, string>): boolean {
  return SERIES.test(form) && [...around.values()].every(isRule);
}
