/** Paragraphs with the same fingerprint → one group, numbered in order of first appearance. */
import type { Column, LineTable, ParagraphTable } from '../model.js';

/** `of` is the group of each paragraph; `size` and `first` (its first paragraph) are by group. */
export interface Groups {
  readonly count: number;
  readonly of: Column;
  readonly size: Column;
  readonly first: Column;
}

/** Groups by all 64 bits, in an open-addressing table of paragraph numbers: 4 bytes a slot, nothing boxed. */
export function groupParagraphs(lines: LineTable, paragraphs: ParagraphTable): Groups {
  const { low, high } = lines;
  const { row, rows } = paragraphs;
  const mask = tableSize(rows) - 1;
  const slots = new Uint32Array(mask + 1);
  const of = new Uint32Array(rows);
  const size = new Uint32Array(rows);
  const first = new Uint32Array(rows);
  let count = 0;
  for (let paragraph = 0; paragraph < rows; paragraph++) {
    const line = row[paragraph] ?? 0;
    const lineLow = low[line] ?? 0;
    // The high half picks the slot, as lines with the same low half are rare but not impossible.
    let slot = (lineLow ^ (high[line] ?? 0)) & mask;
    for (;;) {
      const taken = slots[slot] ?? 0;
      if (taken === 0) {
        slots[slot] = count + 1;
        first[count] = paragraph;
        of[paragraph] = count;
        size[count] = 1;
        count += 1;
        break;
      }
      const other = row[first[taken - 1] ?? 0] ?? 0;
      if (low[other] === lineLow && high[other] === high[line]) {
        of[paragraph] = taken - 1;
        size[taken - 1] = (size[taken - 1] ?? 0) + 1;
        break;
      }
      slot = (slot + 1) & mask;
    }
  }
  return { count, of, size, first };
}

/** A power of two with room for `rows` at a load of at most two thirds. */
function tableSize(rows: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(16, rows * 1.5)));
}
