/**
 * Headers that no list knows: short lines of one form, numbered or dated in order, with text between them:
 * `--- Post 12 ---`, `2025-05-30 10:00`, `Anna (30.05.2025 10:00):`. What stands over and under nearly each of them
 * (a name, `Views: 12`, a rule) is no text either. Where there are none, lines that come back all through the dump: marks of a
 * program's, or several together, as an app copies them.
 */
import type { PostDate } from '../model.js';
import {
  type Around,
  blockOf,
  formsAround,
  heightOf,
  isRule,
  isRuled,
  isTitled,
  shortText,
  standOverGaps,
  standUnder,
  topOf,
} from './around-headers.js';
import { momentIn, readMoment } from './cues/read-moment.js';
import { dayFirst } from './cues/read-stamp.js';
import { type Fit, fitOf } from './edges.js';
import { type FormSeen, standAlone } from './header-forms.js';
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
/** Words and a number, or a day, may count the posts of a series, between which stand others. */
const SERIES = /^#?\p{L}[\p{L}_ ]*0(?:[-./]0[-./]0)?[.:]?(?: \p{L}+)*$/u;
/** `◆◇◆`, where pictures are what people write. */
const ORNAMENT = /^[^\p{L}\p{N}\p{Extended_Pictographic}`]{3,}$/u;
/** `[SEP]`, `### END ###`, `<|endoftext|>`: a mark of a program's, not what people write, as `[Music]` and `**Note**`. */
const MARK = /^(?:[-=#*~_|<[{]{3,}.+[-=#*~_|>\]}]{3,}|<\|.+\|>|[<[]\p{Lu}+[\]>])$/u;

/**
 * The headers of the rows, or null: of several forms the one that agrees best with what else parts posts. `gap` blank lines may
 * part posts.
 */
export function findHeaders(rows: Rows, forms: readonly FormSeen[], gap: number): Headers | null {
  const [ordered, others] = [forms.filter((seen) => seen.ordered), forms.filter((seen) => !seen.ordered)];
  const read = (seen: FormSeen) => headersOf(rows, gap, seen);
  const readAll = (seen: FormSeen) => {
    const headers = read(seen);
    return headers !== null && missPosts(headers, forms) ? null : headers;
  };
  return bestOf(ordered, readAll) ?? bestOf(others, read) ?? firstOf(ordered, read);
}

/** Headers of the first form that surely fits, else of the first that is likely to. */
function bestOf(forms: readonly FormSeen[], read: (seen: FormSeen) => Headers | null): Headers | null {
  let likely: Headers | null = null;
  for (const seen of forms) {
    const headers = read(seen);
    if (headers?.fit === 'sure') return headers;
    if (headers?.fit === 'likely') likely ??= headers;
  }
  return likely;
}

/** Headers of the first form of which there are any. */
function firstOf(forms: readonly FormSeen[], read: (seen: FormSeen) => Headers | null): Headers | null {
  for (const seen of forms) {
    const headers = read(seen);
    if (headers !== null) return headers;
  }
  return null;
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

/** How well lines of a form agree with what else parts posts. Those in no order are headers only where something tells of them. */
function fitOfForm(
  rows: Rows,
  gap: number,
  seen: FormSeen,
  beside: Around & { readonly under: boolean },
): Fit {
  const { form, rows: of, ordered } = seen;
  const { around, height, under } = beside;
  const isMark = MARK.test(form) || ORNAMENT.test(form);
  if (!ordered && !isMark && !around.has(-1) && !around.has(1)) return 'unlike';
  const isSeries = countsSeries(form, around);
  const titled = isTitled(beside);
  // `Opens on 12.05.2025` in the second line of posts is what they say.
  if (titled && (isSeries || !ordered)) return 'unlike';
  const countsOthers =
    !(ordered || (isMark && standAlone(rows, seen))) ||
    isSeries ||
    (titled && !(isTimed(form) && standOverGaps(rows, of)));
  return fitOf(
    rows,
    of.map((row) => (under ? row + 1 : row - height)),
    {
      gap,
      wide: countsOthers ? gap : Math.max(gap, 2),
      rules: !isRuled(around),
      beside: new Set(of.flatMap((row) => blockOf(row, beside))),
    },
  );
}

/** Whether words and a number, or a day, are all that tells a header. */
function countsSeries(form: string, around: ReadonlyMap<number, string>): boolean {
  return SERIES.test(form) && [...around.values()].every(isRule);
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
