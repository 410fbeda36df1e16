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
  const { from } = rows;
  let start = rows.from;
  for (let row = from; row < rows.end; row++) {
    const mark = marks.at(row - from);
    if (mark & Mark.between) {
      if (row > start) yield trim(marks, from, start, row);
      start = row + 1;
      continue;
    }
    if (mark & Mark.starts && row > start) {
      yield trim(marks, from, start, row);
      start = row;
    }
    // Several footers in a row end one post, not one each.
    const more = mark & Mark.footer && row + 1 < rows.end && marks.at(row + 1 - from) & Mark.footer;
    if (mark & Mark.ends && !more) {
      yield trim(marks, from, start, row + 1);
      start = row + 1;
    }
  }
  if (start < rows.end) yield trim(marks, from, start, rows.end);
}

function trim(marks: Column, from: number, start: number, end: number): Section {
  let bodyFrom = start;
  while (bodyFrom < end && marks.at(bodyFrom - from) & Mark.chrome) bodyFrom += 1;
  let bodyEnd = end;
  while (bodyEnd > bodyFrom && marks.at(bodyEnd - 1 - from) & Mark.chrome) bodyEnd -= 1;
  return { start, bodyFrom, bodyEnd, end };
}

/** Whether a placeholder ends the section's post: then lines printed once right before it are one post. */
export function closedByPlaceholder(lines: LineTable, section: Section): boolean {
  return section.bodyEnd < section.end && lines.cue.at(section.bodyEnd) === Cue.placeholderAfter;
}
