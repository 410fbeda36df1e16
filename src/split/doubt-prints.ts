/**
 * What speaks against taking lines for one post printed twice. A post that is posted again right after itself looks
 * like one, too: under the line before them, which serves as first line, the post and its repost are two equal
 * prints. What tells them apart is that an echo lacks the first line, which a repost has.
 */
import type { EchoKind } from '../model.js';
import type { Prints } from './align-prints.js';
import type { CompareLines } from './compare-lines.js';
import type { Copies } from './find-copies.js';

/** What is known of a run that is folded from its end to its beginning; all but `lines` by row, `from` on. */
export interface Folding {
  readonly lines: CompareLines;
  readonly kind: EchoKind;
  readonly from: number;
  readonly copies: Copies;
  /** The best post that begins at each row, and its echo; undefined for rows not reached yet. */
  readonly chosen: readonly ({ readonly echo: number; readonly end: number } | undefined)[];
}

/**
 * What it costs, in lines, that a first print holds a line that is itself in an echo there. In all it is then described
 * twice: a little dearer than two posts with an echo each are, unless one of them must begin by a line of its own.
 */
const ECHO_WITHIN = 1.9;
/** The first line may stand in the post once more, but a repost explains it, too. */
const FIRST_LINE_WITHIN = 0.2;

/** What `prints` of a post that begins at `start` cost on top of their deviations; infinite where they are a repost. */
export function doubtPrints(folding: Folding, start: number, prints: Prints): number {
  const within = ECHO_WITHIN * echoedWithin(folding, prints);
  if (folding.kind === 'whole') return within;
  if (opensBoth(folding.lines, start, prints)) return Number.POSITIVE_INFINITY;
  return within + (isInEcho(folding, start, prints) ? FIRST_LINE_WITHIN : 0);
}

/** Whether the first line opens the second print as well, and not because the post has it there once more. */
function opensBoth(lines: CompareLines, start: number, { second, end }: Prints): boolean {
  if (lines.same(start, second)) return !lines.same(start + 1, second);
  return lines.same(start, second - 1) && !lines.same(start, end - 1);
}

/** Whether the first line stands in the second print. */
function isInEcho({ copies, from }: Folding, start: number, { second, end }: Prints): boolean {
  let row = start;
  while (row < second) {
    const ahead = copies.same[row - from] ?? 0;
    if (ahead === 0) return false;
    row += ahead;
  }
  return row < end;
}

/** How many lines of the first print are in echoes, were it read as posts. */
function echoedWithin({ chosen, from }: Folding, { common, second }: Prints): number {
  let echoed = 0;
  let row = common;
  while (row < second) {
    const post = chosen[row - from];
    if (post === undefined || post.end > second) break;
    echoed += post.end - post.echo;
    row = post.end;
  }
  return echoed;
}
