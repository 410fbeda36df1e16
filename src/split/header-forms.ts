/** The forms of lines that may be headers, and where lines of each were seen. */
import { Cue } from '../model.js';
import { shortText } from './around-headers.js';
import { isInOrder, isTimed, lineForm } from './line-form.js';
import { type Rows, windows } from './windows.js';

/** Lines of one form. */
export interface FormSeen {
  readonly form: string;
  readonly rows: readonly number[];
  /** Whether their numbers rise or fall; else the line only comes back all through the dump. */
  readonly ordered: boolean;
}

/** So many rows of a dump are looked at first. */
const BEGINNING = 400;
const FEW = 3;
/** Fewer lines that are in no order are chance. */
const MANY = 8;
/** Fewer headers than one in so many lines are chance. */
const RARE = 60;
/** Of so many headers, one may stand right over another: a post without text. */
const TOGETHER = 8;
/** So many forms are tried. */
const TRIED = 4;
/** The form of a line that is a day: it may stand over all posts of that day. */
const DAY = /^[^\p{L}\p{N}]*(?:0[-./]0[-./]0|0\.? m\.?(?: 0)?|m\.? 0(?:, 0)?)[^\p{L}\p{N}]*$/u;
const WORD = /\p{L}[^ ]*/gu;
/** `Post`, or the name of a channel and a word. */
const MOST_WORDS = 3;

/** The forms that may be headers; most dumps have none, which their beginning tells. */
export function headerForms(rows: Rows): FormSeen[] {
  const beginning = { ...rows, end: Math.min(rows.end, rows.from + BEGINNING) };
  return formsIn(beginning).length === 0 ? [] : formsIn(rows);
}

/** The forms that stand over most of the rows, with text between them: those in order first, then the most frequent. */
function formsIn(rows: Rows): FormSeen[] {
  const { forms, seen } = rowsByForm(rows);
  const often = [...forms]
    .filter(([, of]) => of.length >= Math.max(FEW, seen / RARE) && areSpread(rows, of))
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([form, of]) => ({
      form,
      rows: of,
      ordered: isNumbered(form) && isInOrder(of.map(rows.compare.textOf)),
    }));
  const ordered = often.filter((found) => found.ordered);
  const others = often.filter((found) => !found.ordered && found.rows.length >= MANY);
  return [...ordered.slice(0, TRIED), ...others.slice(0, TRIED)];
}

/** The short lines that are no prose, by form. */
function rowsByForm(rows: Rows): { forms: Map<string, number[]>; seen: number } {
  const forms = new Map<string, number[]>();
  let seen = 0;
  for (const { from, end } of windows(rows)) {
    seen += end - from;
    for (let row = from; row < end; row++) {
      const form = lineForm(shortText(rows, row));
      if (form === '' || DAY.test(form) || isProse(form) || rows.lines.cue.at(row) === Cue.separator)
        continue;
      const same = forms.get(form);
      if (same === undefined) forms.set(form, [row]);
      else same.push(row);
    }
  }
  return { forms, seen };
}

function isNumbered(form: string): boolean {
  return form.includes('0');
}

/** More words than a name for what is numbered, and no time beside them. */
function isProse(form: string): boolean {
  return !isTimed(form) && (form.match(WORD)?.length ?? 0) > MOST_WORDS;
}

/** Whether lines of one form stand over most of the dump, with text between them. */
function areSpread({ from, end }: Rows, of: readonly number[]): boolean {
  const [first = 0, last = 0] = [of[0], of.at(-1)];
  const together = of.filter((row, at) => of[at + 1] === row + 1).length;
  return (last - first) * 2 >= end - from && together * TOGETHER <= of.length;
}

/** Whether most lines of a form stand between blank lines, with nothing beside them. */
export function standAlone({ lines, end }: Rows, { rows: of }: FormSeen): boolean {
  const alone = of.filter((row) => lines.gap.at(row) > 0 && (row + 1 === end || lines.gap.at(row + 1) > 0));
  return alone.length * 2 > of.length;
}
