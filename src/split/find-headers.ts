/**
 * Headers that no list knows: short lines of one form, numbered or dated in order, with text between them:
 * `--- Post 12 ---`, `2025-05-30 10:00`, `Anna (30.05.2025 10:00):`. What stands over and under nearly each of them
 * (a name, `Views: 12`, a rule) is no text either. Where there are none, lines that come back all through the dump: marks of a
 * program's, or several together, as an app copies them.
 */
import type { PostDate } from '../model.js';
import { type Around, formsAround, heightOf, shortText, standUnder, topOf } from './around-headers.js';
import { momentIn, readMoment } from './cues/read-moment.js';
import { dayFirst } from './cues/read-stamp.js';
import type { Fit } from './edges.js';
import { fitOfForm } from './fit-of-form.js';
import type { FormSeen } from './header-forms.js';
import { isTimed, lineForm } from './line-form.js';
import { type Rows, windows } from './windows.js';

/** Header lines of a dump. */
export interface Headers {
  /** How many were seen where the dump was looked at. */
  readonly count: number;
  /** Whether their numbers rise or fall. Lines that only come back are text, too: so is a line that a source puts under its posts. */
  readonly ordered: boolean;
  /** Whether they stand where posts begin by all else that is seen. */
  readonly fit: Fit;
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
  /** The first of the lines over a header that belong to it; the header where none does. */
  topOf(row: number): number;
  /** Whether a row is of a form. */
  isOf(row: number, form: string): boolean;
  /** The date that a header gives, or null. */
  dateOf(row: number): PostDate | null;
}

/** What stands at headers, and in so many times as many places, stands at headers of other forms, too. */
const MORE = 1.25;

/**
 * The headers of the rows, or null: of several forms the one that agrees best with what else parts posts. `gap` blank lines may
 * part posts.
 */
export function findHeaders(rows: Rows, forms: readonly FormSeen[], gap: number): Headers | null {
  const readAll = (isOrdered: boolean) =>
    forms.filter(({ ordered }) => ordered === isOrdered).flatMap((seen) => headersOf(rows, gap, seen) ?? []);
  const ordered = readAll(true);
  return (
    bestOf(ordered.filter((headers) => !missPosts(headers, forms))) ??
    bestOf(readAll(false)) ??
    ordered[0] ??
    null
  );
}

/** The first that surely fit, else the first that are likely to. */
function bestOf(found: readonly Headers[]): Headers | undefined {
  return found.find(({ fit }) => fit === 'sure') ?? found.find(({ fit }) => fit === 'likely');
}

/** Whether a name or the like, which stands at each of the headers, stands in many more places. */
function missPosts({ count, around }: Headers, forms: readonly FormSeen[]): boolean {
  const names = new Set(around.values());
  return forms.some(({ form, rows }) => names.has(form) && !form.includes('0') && rows.length > MORE * count);
}

function headersOf(rows: Rows, gap: number, seen: FormSeen): Headers | null {
  const { form, rows: of, ordered } = seen;
  const around = formsAround(rows, of);
  const isOf = createFormTest(rows, of, new Map([[0, form], ...around]));
  const beside = { around, height: heightOf(rows, of, around), isOf };
  if (!leavesText(rows, of, beside)) return null;
  const under = standUnder(rows, of, beside);
  const dayIsFirst = dayFirst(of.map((row) => momentIn(rows.compare.textOf(row))));
  return {
    ...beside,
    count: of.length,
    ordered,
    fit: fitOfForm(rows, gap, seen, { ...beside, under }),
    timed: isTimed(form),
    under,
    isHeader: (row) => isOf(row, form),
    topOf: (row) => topOf(rows, row, beside),
    dateOf: (row) => readMoment(rows.compare.textOf(row), dayIsFirst),
  };
}

/** A test whether a row is of a form; most that are not of one without numbers are told apart without their text. */
function createFormTest(
  rows: Rows,
  of: readonly number[],
  forms: ReadonlyMap<number, string>,
): (row: number, form: string) => boolean {
  const { from, end, compare } = rows;
  const hasForm = (row: number, form: string) => lineForm(shortText(rows, row)) === form;
  const inDump = (row: number) => row >= from && row < end;
  const samples = new Map(
    [...forms]
      .filter(([, form]) => !form.includes('0'))
      .map(([place, form]) => {
        const beside = of.map((row) => row + place).filter(inDump);
        return [form, beside.find((row) => hasForm(row, form))];
      }),
  );
  return (row, form) => {
    if (!inDump(row)) return false;
    const sample = samples.get(form);
    return (sample === undefined || compare.same(row, sample)) && hasForm(row, form);
  };
}

/** Whether there are as many lines of text between headers, and what belongs to them, as there are posts. */
function leavesText(rows: Rows, of: readonly number[], { around, isOf }: Around): boolean {
  const [first = 0, last = 0] = [of[0], of.at(-1)];
  const taken = new Set(of);
  for (const row of of) {
    for (const [place, form] of around) if (isOf(row + place, form)) taken.add(row + place);
  }
  const between = [...taken].filter((row) => row >= first && row <= last).length;
  const seen = windows(rows).map(({ from, end }) =>
    Math.max(0, Math.min(end, last + 1) - Math.max(from, first)),
  );
  return seen.reduce((sum, length) => sum + length, 0) - between >= of.length - 1;
}
