/** Marked rows → sections: what stands between two boundaries, with the chrome before and behind its text. */
import { type Column, Cue, type LineTable } from '../model.js';
import { Mark } from './mark-boundaries.js';

/** Rows `[start, end)`; the text is within `[bodyFrom, bodyEnd)`, empty where there is only chrome. */
export interface Section {
  readonly start: number;
  readonly bodyFrom: number;
  readonly bodyEnd: number;
  readonly end: number;
}

/** The sections of rows `from` to `end`, in order; separators and the client's news are in none. */
export function* findSections(marks: Column, rows: { from: number; end: number }): Generator<Section> {
  const markOf = (row: number) => marks.at(row - rows.from);
  let start = rows.from;
  for (let row = rows.from; row < rows.end; row++) {
    const mark = markOf(row);
    if (mark & Mark.between) {
      if (row > start) yield trim(markOf, start, row);
      start = row + 1;
      continue;
    }
    if (mark & Mark.starts && row > start) {
      yield trim(markOf, start, row);
      start = row;
    }
    // Several footers in a row end one post, not one each.
    const more = mark & Mark.footer && row + 1 < rows.end && markOf(row + 1) & Mark.footer;
    if (mark & Mark.ends && !more) {
      yield trim(markOf, start, row + 1);
      start = row + 1;
    }
  }
  if (start < rows.end) yield trim(markOf, start, rows.end);
}

function trim(markOf: (row: number) => number, start: number, end: number): Section {
  let bodyFrom = start;
  while (bodyFrom < end && markOf(bodyFrom) & Mark.chrome) bodyFrom += 1;
  let bodyEnd = end;
  while (bodyEnd > bodyFrom && markOf(bodyEnd - 1) & Mark.chrome) bodyEnd -= 1;
  return { start, bodyFrom, bodyEnd, end };
}

/** Whether a placeholder ends the section's post: then lines printed once right before it are one post. */
export function closedByPlaceholder(lines: LineTable, section: Section): boolean {
  return section.bodyEnd < section.end && lines.cue.at(section.bodyEnd) === Cue.placeholderAfter;
}
