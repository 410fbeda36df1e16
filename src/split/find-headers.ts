/**
 * Headers that no list knows: short lines of one form, numbered or dated in order, with text between them:
 * `--- Post 12 ---`, `2025-05-30 10:00`, `Anna (30.05.2025 10:00):`. What stands over and under nearly each of them
 * (a name, `Views: 12`, a rule) is no text either.
 */
import type { PostDate } from '../model.js';
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
/** Lines of more letters and digits, by their weight, are text; so are those of more bytes. */
const HEAVIEST = 80;
const LONGEST = 240;
/** Of so many headers, one may stand right over another: a post without text. */
const TOGETHER = 8;
/** The form of a line that is a day: it may stand over all posts of that day. */
const DAY = /^[^\p{L}\p{N}]*(?:0[-./]0[-./]0|0\.? m\.?(?: 0)?|m\.? 0(?:, 0)?)[^\p{L}\p{N}]*$/u;
const WORD = /\p{L}[^ ]*/gu;
/** `Post`, or the name of a channel and a word. */
const MOST_WORDS = 3;
/** A word and a number may count the posts of a series, between which stand others. */
const SERIES = /^#?\p{L}[\p{L}_ ]*0[.:]?$/u;
/** So many lines on either side of a header are looked at. */
const AROUND = 5;
/** What stands at so many headers belongs to them. */
const NEARLY_ALL = 0.8;

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

/** The text of a row that is short enough for a header; else nothing. */
function shortText({ lines, compare }: Rows, row: number): string {
  return lines.weight.at(row) > HEAVIEST || lines.bytes.at(row) > LONGEST ? '' : compare.textOf(row);
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

/**
 * How many of the lines over headers belong to them: up to a blank line; where there are none, as many as stand over the
 * first header of the dump, above which is no post.
 */
function heightOf({ lines, from }: Rows, of: readonly number[], around: ReadonlyMap<number, string>): number {
  const parted = (place: number) => of.filter((row) => lines.gap.at(row + place) > 0).length * 2 > of.length;
  let height = 0;
  while (around.has(-height - 1) && !parted(-height)) height += 1;
  const above = (of[0] ?? 0) - from;
  return parted(-height) ? height : Math.min(height, above <= height ? above : 1);
}

/** Posts begin behind blank lines: what has them below, and not above, ends posts. */
function standUnder({ lines, from, end }: Rows, of: readonly number[], height: number): boolean {
  const above = of.filter((row) => row - height <= from || lines.gap.at(row - height) > 0).length;
  const below = of.filter((row) => row + 1 < end && lines.gap.at(row + 1) > 0).length;
  return above * 2 < of.length && below >= NEARLY_ALL * (of.length - 1);
}

function formsAround(rows: Rows, of: readonly number[]): ReadonlyMap<number, string> {
  const places = Array.from({ length: 2 * AROUND + 1 }, (_, at) => at - AROUND).filter(
    (place) => place !== 0,
  );
  return new Map(
    places.flatMap((place) => {
      const form = commonForm(rows, of, place);
      return form === null ? [] : [[place, form] as const];
    }),
  );
}

/** Whether a rule stands under each header, with no text between. */
function isRuled(around: ReadonlyMap<number, string>): boolean {
  let place = 1;
  while (around.has(place) && !isRule(around.get(place) ?? '')) place += 1;
  return around.has(place);
}

/** Whether a word and a number are all that tells a header. */
function countsSeries(form: string, around: ReadonlyMap<number, string>): boolean {
  return SERIES.test(form) && [...around.values()].every(isRule);
}

function isRule(form: string): boolean {
  return !/[\p{L}\p{N}]/u.test(form);
}

/** The form of nearly all lines in one place, between a header and the next one; null where there is none. */
function commonForm(rows: Rows, of: readonly number[], place: number): string | null {
  const counts = new Map<string, number>();
  for (const [at, header] of of.entries()) {
    const row = header + place;
    const [before, behind] = [of[at - 1] ?? rows.from - 1, of[at + 1] ?? rows.end];
    const form = row > before && row < behind ? formBeside(rows, row) : '';
    if (form !== '') counts.set(form, (counts.get(form) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  // Over the first header, and under the last one, there may be nothing.
  return most !== undefined && most[1] >= Math.max(FEW - 1, NEARLY_ALL * (of.length - 1)) ? most[0] : null;
}

/** A line that is long enough to be compared, and gives no date, is text, however often it stands there. */
function formBeside(rows: Rows, row: number): string {
  const text = shortText(rows, row);
  return rows.compare.isHeavy(row) && readMoment(text, true) === null ? '' : lineForm(text);
}
