/**
 * Text with nothing between its posts: a line that recurs at a rhythm (a footer), hashtags and bare links tend
 * to end a post. Recurring lines are counted in a small table; that two may share a slot only blurs the guess.
 */
import { type Columns, Cue, type LineTable, type WritableColumn } from '../model.js';

/** Fewer guessed ends than one in so many lines are no guess at all. */
const LEAST_GUESSED = 40;

/** By row of `rows`, 1 where a post may end; null where too few do. */
export function guessEnds(
  columns: Columns,
  lines: LineTable,
  rows: { readonly from: number; readonly end: number },
): WritableColumn | null {
  const slots = new Uint32Array(1 << 16);
  const count = rows.end - rows.from;
  for (let row = rows.from; row < rows.end; row++) {
    const slot = lines.low.at(row) & 0xffff;
    slots[slot] = (slots[slot] ?? 0) + 1;
  }
  const often = Math.max(3, count / LEAST_GUESSED / 4);
  const ends = columns.uint8(count);
  let guessed = 0;
  for (let row = rows.from; row < rows.end; row++) {
    const footer = (slots[lines.low.at(row) & 0xffff] ?? 0) >= often && isShort(lines, row);
    const cue = lines.cue.at(row);
    if (!footer && cue !== Cue.link && cue !== Cue.hashtags) continue;
    ends.set(row - rows.from, 1);
    guessed += 1;
  }
  return guessed >= count / LEAST_GUESSED ? ends : null;
}

/** At most 60 letters, and at least some. */
function isShort(lines: LineTable, row: number): boolean {
  const weight = lines.weight.at(row);
  return weight > 0 && weight <= 120;
}
