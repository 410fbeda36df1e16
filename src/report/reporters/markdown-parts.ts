/** A report in Markdown stays below the 65,536 characters of a comment on GitHub, cut between parts, and says where it was cut. */
import { count } from './text-words.js';

/** UTF-16 units; what is left of the 65,536 is for the line that tells of the cut, and for whoever posts the comment. */
const MOST_UNITS = 64_000;

/** What is shown whole or not at all. */
export interface Part {
  readonly text: string;
  /** Whether it is one of those that are counted where the report is cut. */
  readonly isCounted: boolean;
}

/** A part that is not counted. */
export function uncounted(text: string): Part {
  return { text, isCounted: false };
}

/** Yields the parts, as far as there is room; of `all` that are counted, each `what`, it is said how many there is no room for. */
export function* keepToComment(
  parts: Iterable<Part>,
  { all, what }: { readonly all: number; readonly what: string },
): Generator<string> {
  let room = MOST_UNITS;
  let shown = 0;
  for (const { text, isCounted } of parts) {
    if (text.length > room) {
      yield `\n**Cut here**, to fit into a comment: ${all - shown} of ${count(all, what)} not shown, and nothing of what would follow.\n`;
      return;
    }
    room -= text.length;
    shown += isCounted ? 1 : 0;
    yield text;
  }
}
