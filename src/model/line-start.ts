/** Where a line starts in its dump: the column holds 32 bits, and a dump may be larger. */
import type { LineTable } from './lines.js';

const SPAN = 2 ** 32;

/** The byte offset of a row, in what is read again for its dump. */
export function lineStart({ start, spans }: Pick<LineTable, 'start' | 'spans'>, row: number): number {
  return start.at(row) + spanOf(spans, row) * SPAN;
}

/** The span of the last change at or before `row`; there are few, and mostly none. */
function spanOf(spans: LineTable['spans'], row: number): number {
  let span = 0;
  for (const change of spans) {
    if (change.row > row) break;
    span = change.span;
  }
  return span;
}
