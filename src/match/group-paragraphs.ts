/** Paragraphs with the same fingerprint → one group, numbered in order of first appearance. */
import type { Columns, LineTable, ParagraphTable, WritableColumn } from '../model.js';
import { findFirsts } from './find-firsts.js';

/**
 * `of` is the group of each paragraph, 0 for one whose fingerprint no other has; `size` and `first` (its first
 * paragraph) are by group. `size[0]` is 1, and `count` counts 0 too.
 */
export interface Groups {
  readonly count: number;
  readonly of: WritableColumn;
  readonly size: WritableColumn;
  readonly first: WritableColumn;
}

/** Groups by all 64 bits. Gives back the fingerprints of `lines`, where they may be spent. */
export function groupParagraphs(
  columns: Columns,
  lines: LineTable,
  paragraphs: ParagraphTable,
  spend = false,
): Groups {
  return numberGroups(columns, findFirsts(columns, lines, paragraphs, spend), paragraphs.rows);
}

/** Gives back what groups take. */
export function releaseGroups({ of, size, first }: Groups): void {
  of.release();
  size.release();
  first.release();
}

/** Firsts (see findFirsts) to numbers, in place: the first of a group comes before the others. */
function numberGroups(columns: Columns, of: WritableColumn, rows: number): Groups {
  const repeats = columns.uint8(rows);
  let count = 1;
  for (let paragraph = 0; paragraph < rows; paragraph++) {
    const leader = of.at(paragraph) - 1;
    if (leader < 0 || leader === paragraph || repeats.at(leader) === 1) continue;
    repeats.set(leader, 1);
    count += 1;
  }
  const size = columns.uint32(count);
  const first = columns.uint32(count);
  let groups = 0;
  for (let paragraph = 0; paragraph < rows; paragraph++) {
    const leader = of.at(paragraph) - 1;
    if (leader < 0) continue;
    let group = 0;
    if (leader !== paragraph) group = of.at(leader);
    else if (repeats.at(paragraph) === 1) {
      groups += 1;
      group = groups;
      first.set(group, paragraph);
    }
    of.set(paragraph, group);
    size.set(group, size.at(group) + 1);
  }
  size.set(0, 1);
  repeats.release();
  return { count, of, size, first };
}
