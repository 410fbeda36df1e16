/** How well lines of one form agree, as headers of posts, with what else parts posts, and with what people write. */
import { type Around, blockOf, isRule, isRuled, isTitled, standOverGaps } from './around-headers.js';
import { type Fit, fitOf } from './edges.js';
import { type FormSeen, standAlone } from './header-forms.js';
import { isTimed } from './line-form.js';
import type { Rows } from './windows.js';

/** Words and a number, or a day, may count the posts of a series, between which stand others. */
const SERIES = /^#?\p{L}[\p{L}_ ]*0(?:[-./]0[-./]0)?[.:]?(?: \p{L}+)*$/u;
/** `◆◇◆`, where pictures are what people write. */
const ORNAMENT = /^[^\p{L}\p{N}\p{Extended_Pictographic}`]{3,}$/u;
/** `[SEP]`, `### END ###`, `<|endoftext|>`: a mark of a program's, not what people write, as `[Music]` and `**Note**`. */
const MARK = /^(?:[-=#*~_|<[{]{3,}.+[-=#*~_|>\]}]{3,}|<\|.+\|>|[<[]\p{Lu}+[\]>])$/u;

/** The fit of lines of a form; `gap` blank lines may part posts. */
export function fitOfForm(
  rows: Rows,
  gap: number,
  seen: FormSeen,
  beside: Around & { readonly under: boolean },
): Fit {
  if (!mayHead(seen, beside)) return 'unlike';
  const { height, under, around } = beside;
  return fitOf(
    rows,
    seen.rows.map((row) => (under ? row + 1 : row - height)),
    {
      gap,
      wide: countsOthers(rows, seen, beside) ? gap : Math.max(gap, 2),
      rules: !isRuled(around),
      beside: new Set(seen.rows.flatMap((row) => blockOf(row, beside))),
    },
  );
}

/** Whether lines of the form, with what is beside them, are not what people write in posts. */
function mayHead({ form, ordered }: FormSeen, beside: Around): boolean {
  const { around } = beside;
  // One line that only comes back is a signature or who speaks; an app copies several together.
  if (!ordered && !isMark(form) && !around.has(-1) && !around.has(1)) return false;
  // What stands over a header may be any first line of a post: `Opens on 12.05.2025` is its second.
  return !isTitled(beside) || (ordered && !countsSeries(form, around));
}

/** Whether blank lines at which no header stands tell against them, even where those may part paragraphs. */
function countsOthers(rows: Rows, seen: FormSeen, beside: Around): boolean {
  const { form, ordered, rows: of } = seen;
  if (!ordered) return !isMark(form) || !standAlone(rows, seen);
  const partsTitles = isTimed(form) && standOverGaps(rows, of);
  return countsSeries(form, beside.around) || (isTitled(beside) && !partsTitles);
}

function isMark(form: string): boolean {
  return MARK.test(form) || ORNAMENT.test(form);
}

/** Whether words and a number, or a day, are all that tells a header. */
function countsSeries(form: string, around: ReadonlyMap<number, string>): boolean {
  return SERIES.test(form) && [...around.values()].every(isRule);
}
