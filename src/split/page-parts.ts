/** What a page adds in several lines, known by how they stand together: each of the lines alone would be text. */
import { Cue, type LineTable } from '../model.js';
import { PartCue } from './cues/part-cue.js';

/** A count, the word, an author with what follows his name, a time. */
const LONGEST_FOOTER = 5;

/**
 * Where the footer ends whose first line is `row`: `12.3K`, `views`, then maybe an author, `edited` and the time.
 * `row` itself where none begins; never beyond `stop`.
 */
export function footerEnd(lines: LineTable, row: number, stop: number): number {
  if (row + 1 >= stop || lines.cue.at(row) !== PartCue.count || lines.cue.at(row + 1) !== PartCue.viewsWord)
    return row;
  const end = row + 2;
  const cueAt = (at: number) => (at < stop ? lines.cue.at(at) : Cue.none);
  // Between the word and the time: nothing, a mark, or a name and a mark.
  for (let marks = 0; marks <= 2; marks++) {
    if (cueAt(end + marks) !== PartCue.time) continue;
    return marks === 0 || cueAt(end + marks - 1) === PartCue.edited ? end + marks + 1 : end;
  }
  return end;
}

/** Whether a footer of several lines stands right before `row`; rows before `from` are not looked at. */
export function isBehindFooter(lines: LineTable, row: number, from: number): boolean {
  for (let start = Math.max(from, row - LONGEST_FOOTER); start < row - 1; start++) {
    if (footerEnd(lines, start, row) === row) return true;
  }
  return false;
}
