/** What stands round headers, and belongs to them: a name over each, a rule, `Views: 12` under the post before. */
import { readMoment } from './cues/read-moment.js';
import { lineForm } from './line-form.js';
import type { Rows } from './windows.js';

const FEW = 3;
/** Lines of more letters and digits, by their weight, are text; so are those of more bytes. */
const HEAVIEST = 80;
const LONGEST = 240;
/** So many lines on either side of a header are looked at. */
const AROUND = 5;
/** What stands at so many headers belongs to them. */
const NEARLY_ALL = 0.8;

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
 * How many of the lines over headers belong to them: up to a blank line; where there are none, as many as stand over the
 * first header of the dump, above which is no post.
 */
export function heightOf(
  { lines, from }: Rows,
  of: readonly number[],
  around: ReadonlyMap<number, string>,
): number {
  const parted = (place: number) => of.filter((row) => lines.gap.at(row + place) > 0).length * 2 > of.length;
  let height = 0;
  while (around.has(-height - 1) && !parted(-height)) height += 1;
  const above = (of[0] ?? 0) - from;
  return parted(-height) ? height : Math.min(height, above <= height ? above : 1);
}

/** Posts begin behind blank lines: what has them below, and not above, ends posts. */
export function standUnder({ lines, from, end }: Rows, of: readonly number[], height: number): boolean {
  const above = of.filter((row) => row - height <= from || lines.gap.at(row - height) > 0).length;
  const below = of.filter((row) => row + 1 < end && lines.gap.at(row + 1) > 0).length;
  return above * 2 < of.length && below >= NEARLY_ALL * (of.length - 1);
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
