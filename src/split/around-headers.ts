/** What stands round headers, and belongs to them: a name over each, a rule, `Views: 12` under the post before. */
import { readMoment } from './cues/read-moment.js';
import { lineForm } from './line-form.js';
import type { Rows } from './windows.js';

const FEW = 3;
/** Lines of more letters and digits, by their weight, are text; so are those of more bytes. */
const HEAVIEST = 96;
const LONGEST = 240;
/** So many lines on either side of a header are looked at. */
const AROUND = 5;
/** What stands at so many headers belongs to them. */
const NEARLY_ALL = 0.8;
const HALF = 0.5;

/** The forms of the lines that stand at nearly all headers, by their place: -1 is right over them. */
export function formsAround(rows: Rows, of: readonly number[]): ReadonlyMap<number, string> {
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

/** The text of a row that is short enough for a header; else nothing. */
export function shortText({ lines, compare }: Rows, row: number): string {
  return lines.weight.at(row) > HEAVIEST || lines.bytes.at(row) > LONGEST ? '' : compare.textOf(row);
}

/**
 * How many of the lines over headers belong to them: those of known forms, up to a blank line; or whatever stands between one
 * and them; where there are none, as many as stand over the first header of the dump, above which is no post.
 */
export function heightOf(
  { lines, from }: Rows,
  of: readonly number[],
  around: ReadonlyMap<number, string>,
): number {
  const parted = (place: number, share: number) =>
    of.filter((row) => row + place <= from || lines.gap.at(row + place) > 0).length > share * of.length;
  let height = 0;
  while (around.has(-height - 1) && !parted(-height, HALF)) height += 1;
  if (parted(-height, HALF)) return height;
  const above = (of[0] ?? 0) - from;
  // Lines of any form, as names and titles are, with which the dump begins, too.
  let title = height + 1;
  while (title < AROUND && !parted(-title, HALF)) title += 1;
  if (title === above && parted(-title, NEARLY_ALL)) return title;
  return Math.min(height, above <= height ? above : 1);
}

/** What belongs to headers, and how to know it. */
export interface Around {
  readonly around: ReadonlyMap<number, string>;
  readonly height: number;
  isOf(row: number, form: string): boolean;
}

/** The first of the lines over `header` that belong to it: up to a blank line, whatever they say, else those of known forms. */
export function topOf({ lines, from }: Rows, header: number, { around, height, isOf }: Around): number {
  const top = header - height;
  if (top === from || (top > from && lines.gap.at(top) > 0)) return top;
  const places = [...around.keys()].filter((place) => place < 0 && place >= -height);
  return header + Math.min(0, ...places.filter((place) => isOf(header + place, around.get(place) ?? '')));
}

/**
 * Posts begin behind blank lines: what has them below, with what belongs to it, and not above, ends posts. Where they do not
 * tell, what ends the dump does, if no such thing begins it.
 */
export function standUnder(rows: Rows, of: readonly number[], beside: Around): boolean {
  const { lines, from, end } = rows;
  let feet = of;
  for (let place = 1; beside.around.has(place) && !standOverGaps(rows, feet); place++)
    feet = of.map((row) => row + place);
  const below = standOverGaps(rows, feet);
  const [first = from, last = end] = [of[0], of.at(-1)];
  const top = (row: number) => row - beside.height;
  const above = of.filter((row) => top(row) <= from || lines.gap.at(top(row)) > 0).length >= HALF * of.length;
  if (above !== below) return below;
  return !areBeside(first, [from, first], beside) && areBeside(last, [last + 1, end], beside);
}

/** Whether blank lines stand right below nearly all of the rows. */
export function standOverGaps({ lines, end }: Rows, of: readonly number[]): boolean {
  const over = of.filter((row) => row + 1 < end && lines.gap.at(row + 1) > 0);
  return over.length >= NEARLY_ALL * (of.length - 1);
}

/** A header, and the rows that belong to it with no text between. */
export function blockOf(header: number, { around, height, isOf }: Around): number[] {
  const block = Array.from({ length: height + 1 }, (_, at) => header - at);
  const add = (first: number, step: number) => {
    for (let place = first; around.has(place); place += step) {
      if (!isOf(header + place, around.get(place) ?? '')) return;
      block.push(header + place);
    }
  };
  add(-height - 1, -1);
  add(1, 1);
  return block;
}

/** Whether lines of any form stand over headers, and belong to them. */
export function isTitled({ around, height }: Around): boolean {
  return Array.from({ length: height }, (_, at) => -1 - at).some((place) => !around.has(place));
}

/** Whether all rows from one to another, which is not among them, belong to `header`. */
function areBeside(
  header: number,
  [from, end]: readonly [number, number],
  { around, isOf }: Around,
): boolean {
  for (let row = from; row < end; row++) {
    const form = around.get(row - header);
    if (form === undefined || !isOf(row, form)) return false;
  }
  return true;
}

/** Whether a rule stands under each header, with no text between. */
export function isRuled(around: ReadonlyMap<number, string>): boolean {
  let place = 1;
  while (around.has(place) && !isRule(around.get(place) ?? '')) place += 1;
  return around.has(place);
}

/** Whether lines of the form have neither letters nor digits. */
export function isRule(form: string): boolean {
  return !/[\p{L}\p{N}]/u.test(form);
}
