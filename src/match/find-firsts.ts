/**
 * The first paragraph with each fingerprint that may repeat. Most stand once, which a filter tells at a few bits each; the
 * others are put into a table. Both are worked with in rounds.
 */
import type { Columns, LineTable, ParagraphTable, WritableColumn } from '../model.js';
import { createFirstTable, type FirstTable } from './first-table.js';
import { MOST_AT_ONCE } from './read-fingerprints.js';
import { pick, planRounds } from './rounds.js';
import { type SiftedFingerprints, siftFingerprints } from './sift-fingerprints.js';

/**
 * For each paragraph 1 + the first one with its fingerprint, 0 for those of which it is plain that no other has it; equal are
 * fingerprints of which all 64 bits are. Those of `lines` are given back as soon as they are read, where `spend` says so.
 */
export function findFirsts(
  columns: Columns,
  lines: LineTable,
  paragraphs: ParagraphTable,
  spend: boolean,
): WritableColumn {
  const rounds = planRounds(paragraphs.rows, columns.workBytes);
  const sifted = siftFingerprints(columns, { lines, paragraphs, spend }, rounds);
  const firsts = columns.uint32(paragraphs.rows);
  const table = createFirstTable(columns, rounds.repeating);
  const at = new Uint32Array(MOST_AT_ONCE);
  for (let round = 0; round < 2 ** rounds.bits; round++) {
    for (const some of sifted.walk()) {
      takeFirsts({ table, firsts }, some, { at, count: pick(some.high, rounds, round, at) });
    }
    table.clear();
  }
  for (const used of [sifted, table]) used.release();
  return firsts;
}

/** Rows are written in order of reading: a column may not stand in memory. */
function takeFirsts(
  { table, firsts }: { table: FirstTable; firsts: WritableColumn },
  { paragraph, low, high }: SiftedFingerprints,
  { at, count }: { at: Uint32Array; count: number },
): void {
  for (let next = 0; next < count; next++) {
    const place = at[next] ?? 0;
    const own = paragraph[place] ?? 0;
    firsts.set(own, 1 + table.firstOf(low[place] ?? 0, high[place] ?? 0, own));
  }
}
