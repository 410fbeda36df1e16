/**
 * The first paragraph with each fingerprint that may repeat. Where there are many, most stand once, which a filter
 * tells at a few bits each; the others are put into a table. Both are worked with in rounds.
 */
import type { Columns, LineTable, ParagraphTable, WritableColumn } from '../model.js';
import { createFirstTable } from './first-table.js';
import { MOST_AT_ONCE } from './read-fingerprints.js';
import { pick, planRounds } from './rounds.js';
import { siftFingerprints, takeFingerprints } from './sift-fingerprints.js';

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
  const sifted = rounds.areSifted
    ? siftFingerprints(columns, { lines, paragraphs, spend }, rounds)
    : takeFingerprints({ lines, paragraphs, spend });
  const firsts = columns.uint32(paragraphs.rows);
  const table = createFirstTable(columns, rounds.tabled);
  const at = new Uint32Array(MOST_AT_ONCE);
  for (let round = 0; round < 2 ** rounds.bits; round++) {
    for (const some of sifted.walk()) {
      table.takeFirsts(some, at, pick(some.high, rounds, round, at), firsts);
    }
    table.clear();
  }
  for (const used of [sifted, table]) used.release();
  return firsts;
}
