/** Where posts begin and end by the cues of a plan, and which lines are no text: one mark a row. */
import { Cue, type LineTable } from '../model.js';
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

/** Marks rows `from` to `end`; the result is indexed by `row - from`. */
export function markBoundaries(
  lines: LineTable,
  rows: { from: number; end: number },
  plan: Plan,
): Uint8Array {
  const marks = new Uint8Array(rows.end - rows.from);
  for (let row = rows.from; row < rows.end; row++) {
    marks[row - rows.from] = markRow(lines, row, { plan, first: row === rows.from });
  }
  if (plan.shape.format === 'flat-text') guessBoundaries(lines, rows, marks);
  return marks;
}

function markRow(lines: LineTable, row: number, at: { plan: Plan; first: boolean }): number {
  const { plan, first } = at;
  const before = first ? Cue.none : (lines.cue[row - 1] ?? 0);
  const next = lines.cue[row + 1] ?? 0;
  const { format } = plan.shape;
  // Every line a post, or the user's own boundaries: nothing else parts, and nothing is taken away.
  if (format === 'line-text') return Mark.starts;
  if (format === 'custom-text') return userMarks.get(lines.cue[row] ?? 0) ?? 0;
  const page = telegramText.has(format);
  const headed = before === Cue.forward || before === Cue.forwardName || before === Cue.forwardAlone;
  // A blank line between a header and its text parts nothing.
  const parted = plan.gap > 0 && !headed && (lines.gap[row] ?? 0) >= plan.gap ? Mark.starts : 0;
  switch (lines.cue[row]) {
    case Cue.forward:
    case Cue.forwardAlone:
      return Mark.chrome | parted | (headersStart.has(format) ? Mark.starts : 0);
    case Cue.forwardName:
      return Mark.chrome;
    case Cue.placeholderBefore:
      return Mark.chrome | parted | (page && !headed ? Mark.starts : 0);
    case Cue.placeholderAfter:
      return Mark.chrome | parted | (page && next !== Cue.placeholderLink ? Mark.ends : 0);
    case Cue.placeholderLink:
      return Mark.chrome | (page && before !== Cue.placeholderBefore ? Mark.ends : 0);
    case Cue.views:
    case Cue.reactions:
      return page ? Mark.chrome | Mark.ends | Mark.footer : parted;
    case Cue.day:
      return format === 'telegram-views-text' ? Mark.chrome | Mark.between : parted;
    case Cue.service:
      return page ? Mark.chrome | Mark.between : parted;
    case Cue.separator:
      return plan.separator === lines.head[row] ? Mark.chrome | Mark.between : parted;
    case Cue.stamp:
      return format === 'telegram-desktop-text' ? Mark.chrome | Mark.starts : parted;
    default:
      return parted;
  }
}

const userMarks: ReadonlyMap<number, number> = new Map([
  [Cue.userStart, Mark.starts],
  [Cue.userEnd, Mark.ends],
  [Cue.userSeparator, Mark.chrome | Mark.between],
]);

const telegramText: ReadonlySet<string> = new Set(['telegram-page-text', 'telegram-views-text', 'flat-text']);
/** In other shapes a forward header stands inside the post that a stronger cue has begun. */
const headersStart: ReadonlySet<string> = new Set(['telegram-page-text', 'blank-line-text', 'flat-text']);

/** Fewer guessed ends than one in so many lines are no guess at all: then each line is a post. */
const LEAST_GUESSED = 40;

/**
 * Text with nothing between its posts: a line that recurs at a rhythm (a footer), hashtags and bare links tend
 * to end a post. Recurring lines are counted in a small table; that two may share a slot only blurs the guess.
 */
function guessBoundaries(lines: LineTable, rows: { from: number; end: number }, marks: Uint8Array): void {
  const slots = new Uint32Array(1 << 16);
  const count = rows.end - rows.from;
  for (let row = rows.from; row < rows.end; row++) {
    const slot = (lines.low[row] ?? 0) & 0xffff;
    slots[slot] = (slots[slot] ?? 0) + 1;
  }
  const often = Math.max(3, count / LEAST_GUESSED / 4);
  let guessed = 0;
  for (let row = rows.from; row < rows.end; row++) {
    const footer = (slots[(lines.low[row] ?? 0) & 0xffff] ?? 0) >= often && isShort(lines, row);
    const cue = lines.cue[row];
    if (!footer && cue !== Cue.link && cue !== Cue.hashtags) continue;
    marks[row - rows.from] = (marks[row - rows.from] ?? 0) | Mark.ends | Mark.footer;
    guessed += 1;
  }
  if (guessed >= count / LEAST_GUESSED) return;
  for (let at = 0; at < count; at++) marks[at] = (marks[at] ?? 0) | Mark.starts;
}

/** At most 60 letters, and at least some. */
function isShort(lines: LineTable, row: number): boolean {
  const weight = lines.weight[row] ?? 0;
  return weight > 0 && weight <= 120;
}
