/**
 * The first paragraph with each fingerprint that may repeat. Most stand once, which a filter tells at a few bits each; the
 * others are put into a table. Both are worked with in rounds, each of the fingerprints whose upper half begins with the same
 * bits, so that they stay in the processor's cache, where memory for all fingerprints would not.
 */
import type { Columns, LineTable, ParagraphTable, WritableColumn } from '../model.js';
import { bytesOfTable, createFirstTable } from './first-table.js';
import { MOST_AT_ONCE, openFingerprints } from './read-fingerprints.js';
import { bytesOfFilter, createRepeatFilter } from './repeat-filter.js';

/** Fingerprints of a round, about: their filter takes 2 MB, their table 6 or so. */
const ROUND = 1 << 20;
/** More rounds than these read fingerprints more often than the cache is worth; there are more where memory is little. */
const CACHED_BITS = 2;
const MOST_BITS = 10;
/** Of a round's fingerprints, those that may repeat, each counted once. */
const REPEATING = 1 / 4;

/**
 * For each paragraph 1 + the first one with its fingerprint, 0 for those of which it is plain that no other has it; equal are
 * fingerprints of which all 64 bits are.
 */
export function findFirsts(columns: Columns, lines: LineTable, paragraphs: ParagraphTable): WritableColumn {
  const { walk } = openFingerprints(lines, paragraphs);
  const firsts = columns.uint32(paragraphs.rows);
  const bits = planRounds(paragraphs.rows, columns.workBytes);
  const inRound = paragraphs.rows / 2 ** bits;
  const filter = createRepeatFilter(columns, inRound);
  const table = createFirstTable(columns, inRound * REPEATING);
  const at = new Uint32Array(MOST_AT_ONCE);
  for (let number = 0; number < 2 ** bits; number++) {
    const round: Round = { bits, number };
    for (const { low, high } of walk()) filter.add(low, at, pick(high, round, at));
    for (const some of walk()) {
      const kept = filter.keepRepeated(some.low, at, pick(some.high, round, at));
      table.takeFirsts(some, at, kept, firsts);
    }
    for (const used of [filter, table]) used.clear();
  }
  for (const used of [filter, table]) used.release();
  return firsts;
}

/** Of the fingerprints whose upper half begins with these bits, as a number. */
interface Round {
  readonly bits: number;
  readonly number: number;
}

/** The logarithm of the number of rounds, each of which has `bytes` to work with. */
function planRounds(fingerprints: number, bytes: number): number {
  let bits = Math.min(CACHED_BITS, Math.max(0, Math.ceil(Math.log2(fingerprints / ROUND))));
  for (; bits < MOST_BITS; bits++) {
    const inRound = fingerprints / 2 ** bits;
    if (bytesOfFilter(inRound) + bytesOfTable(inRound * REPEATING) <= bytes) break;
  }
  return bits;
}

/**
 * Puts the places of a round's fingerprints into `at`, and returns how many there are. It is done without a branch, as no
 * processor foresees which they are.
 */
function pick(high: Uint32Array, { bits, number }: Round, at: Uint32Array): number {
  // In two steps, as a shift by 32 is one by 0.
  const shift = 31 - bits;
  let count = 0;
  for (let place = 0; place < high.length; place++) {
    at[count] = place;
    count += (((((high[place] ?? 0) >>> 1) >>> shift) ^ number) - 1) >>> 31;
  }
  return count;
}
