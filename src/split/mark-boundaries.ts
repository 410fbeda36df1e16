/** Where posts begin and end by the cues of a plan, and which lines are no text: one mark a row. */
import { type Columns, Cue, type LineTable, type WritableColumn } from '../model.js';
import { PartCue } from './cues/part-cue.js';
import type { Headers } from './find-headers.js';
import { guessEnds } from './guess-ends.js';
import { footerEnd } from './page-parts.js';
import type { Plan } from './plan.js';

/** Bits of a mark. */
export const Mark = {
  /** A post begins at this line. */
  starts: 1,
  /** A post ends behind this line. */
  ends: 2,
  /** The line is the client's or the page's, not the post's text. */
  chrome: 4,
  /** The line belongs to no post: a separator, a day chip, the client's own news. */
  between: 8,
  /** The line ends the post before it even where that has already ended: a second footer. */
  footer: 16,
} as const;

/** A line of a footer. */
const FOOTER = Mark.chrome | Mark.ends | Mark.footer;

/** Marks rows `from` to `end`; the result is indexed by `row - from`. */
export function markBoundaries(
  columns: Columns,
  lines: LineTable,
  rows: { from: number; end: number },
  plan: Plan,
): WritableColumn {
  const marks = columns.uint8(rows.end - rows.from);
  const page = telegramText.has(plan.shape.format);
  const marking = { plan, rows };
  for (let row = rows.from; row < rows.end; row++) {
    const behind = page ? footerEnd(lines, row, rows.end) : row;
    if (behind === row) {
      marks.set(row - rows.from, markRow(lines, row, marking));
      continue;
    }
    marks.fill(FOOTER, row - rows.from, behind - rows.from);
    row = behind - 1;
  }
  if (plan.shape.format === 'flat-text') markGuessed(marks, guessEnds(columns, lines, rows));
  if (plan.headers !== null) markHeaders(marks, rows, plan.headers);
  return marks;
}

interface Marking {
  readonly plan: Plan;
  readonly rows: { readonly from: number; readonly end: number };
}

function markRow(lines: LineTable, row: number, marking: Marking): number {
  const { plan, rows } = marking;
  const cue = lines.cue.at(row);
  // Every line a post, or the user's own boundaries: nothing else parts, and nothing is taken away.
  if (plan.shape.format === 'line-text') return Mark.starts;
  if (plan.shape.format === 'custom-text') return userMarks.get(cue) ?? 0;
  // A blank line between a header and its text parts nothing.
  const parted = isParted(lines, row, plan) && !isBehindHeader(lines, row, rows.from) ? Mark.starts : 0;
  if (cue === Cue.none) return parted;
  if (cue === Cue.day || cue === Cue.separator)
    return isBetween(lines, row, marking) ? Mark.chrome | Mark.between : parted;
  return markCue(lines, row, marking, parted);
}

function markCue(lines: LineTable, row: number, marking: Marking, parted: number): number {
  const { plan, rows } = marking;
  const headed = isBehindHeader(lines, row, rows.from);
  const { format } = plan.shape;
  const page = telegramText.has(format);
  const before = row === rows.from ? Cue.none : lines.cue.at(row - 1);
  const next = row + 1 < rows.end ? lines.cue.at(row + 1) : Cue.none;
  switch (lines.cue.at(row)) {
    case Cue.forward:
    case Cue.forwardAlone:
      return Mark.chrome | parted | (headersStart.has(format) && plan.headers === null ? Mark.starts : 0);
    case Cue.forwardName:
      return Mark.chrome;
    case PartCue.replyWords:
      return next === PartCue.replyLink ? markReply(plan, parted) : parted;
    case PartCue.reply:
      return markReply(plan, parted);
    case PartCue.replyLink:
      return before === PartCue.replyWords ? Mark.chrome : parted;
    case Cue.placeholderBefore:
      return Mark.chrome | parted | (page && !headed ? Mark.starts : 0);
    case Cue.placeholderAfter:
      return Mark.chrome | parted | (page && next !== Cue.placeholderLink ? Mark.ends : 0);
    case Cue.placeholderLink:
      return Mark.chrome | (page && before !== Cue.placeholderBefore ? Mark.ends : 0);
    case Cue.views:
    case Cue.reactions:
      return page ? FOOTER : parted;
    case Cue.service:
      return page ? Mark.chrome | Mark.between : parted;
    case PartCue.note:
      return format === 'telegram-desktop-text' ? Mark.chrome : parted;
    case Cue.stamp:
      return format === 'telegram-desktop-text' ? Mark.chrome | Mark.starts : parted;
    default:
      return parted;
  }
}

/** Within the prints of a page it would be text, so there it begins a post. */
function markReply(plan: Plan, parted: number): number {
  return Mark.chrome | parted | (plan.echo !== null ? Mark.starts : 0);
}

/** Whether blank lines part the row from the one before. */
function isParted(lines: LineTable, row: number, plan: Plan): boolean {
  return plan.gap > 0 && lines.gap.at(row) >= plan.gap;
}

/** Whether a rule or a day parts posts: by the plan, or, of a rule, by the blank lines above and below it. */
function isBetween(lines: LineTable, row: number, marking: Marking): boolean {
  const { plan, rows } = marking;
  const above = row === rows.from || isParted(lines, row, plan);
  const below = row + 1 === rows.end || isParted(lines, row + 1, plan);
  const alone = above && below;
  if (lines.cue.at(row) === Cue.separator)
    return plan.rules.has(lines.head.at(row)) || (plan.gap > 0 && alone);
  return plan.shape.format === 'telegram-views-text' || (plan.days && (plan.gap === 0 || alone));
}

/** Whether the row before, if it is not before `from`, is a header. */
function isBehindHeader(lines: LineTable, row: number, from: number): boolean {
  return row > from && isHeader(lines.cue.at(row - 1));
}

/** Headers stand above a post's text; most lines are none, which one look tells. */
function isHeader(cue: number): boolean {
  return cue !== Cue.none && headers.has(cue);
}

const headers: ReadonlySet<number> = new Set([Cue.forward, Cue.forwardName, Cue.forwardAlone, PartCue.reply]);

const userMarks: ReadonlyMap<number, number> = new Map([
  [Cue.userStart, Mark.starts],
  [Cue.userEnd, Mark.ends],
  [Cue.userSeparator, Mark.chrome | Mark.between],
]);

const telegramText: ReadonlySet<string> = new Set(['telegram-page-text', 'telegram-views-text', 'flat-text']);
/** In other shapes a forward header stands inside the post that a stronger cue has begun. */
const headersStart: ReadonlySet<string> = new Set(['telegram-page-text', 'blank-line-text', 'flat-text']);

/** Guessed ends of posts; where there is nothing to guess by, each line is a post. */
function markGuessed(marks: WritableColumn, ends: WritableColumn | null): void {
  for (let at = 0; at < marks.length; at++) {
    const guessed = ends === null ? Mark.starts : ends.at(at) === 1 ? Mark.ends | Mark.footer : 0;
    marks.set(at, marks.at(at) | guessed);
  }
  ends?.release();
}

/** Headers of a form of their own begin posts, or end them; what else stands at nearly each of them is no text. */
function markHeaders(
  marks: WritableColumn,
  { from, end }: { from: number; end: number },
  headers: Headers,
): void {
  const { under, height, around, ordered, isHeader, isOf, topOf } = headers;
  const chrome = ordered ? Mark.chrome : 0;
  const add = (row: number, mark: number) => marks.set(row - from, marks.at(row - from) | mark);
  const markBeside = (row: number, form: string) => {
    if (row >= from && row < end && isOf(row, form)) add(row, chrome);
  };
  for (let row = from; row < end; row++) {
    if (!isHeader(row)) continue;
    for (const [place, form] of around) markBeside(row + place, form);
    add(row, under ? chrome | Mark.ends : chrome);
    if (!under) add(topOf(row), Mark.starts);
  }
  // The last post has no header behind it, but ends as the others do.
  for (const [place, form] of around) if (place < -height) markBeside(end + place + height, form);
}
