/**
 * Paragraphs with the same fingerprint → one group, numbered in order of first appearance. Fingerprints are parted
 * by their upper bits first: a table of one part stays in the processor's cache, where one of them all would not.
 */
import type { Columns, LineTable, ParagraphTable, WritableColumn } from '../model.js';

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

/** Groups by all 64 bits. */
export function groupParagraphs(columns: Columns, lines: LineTable, paragraphs: ParagraphTable): Groups {
  return numberGroups(columns, findFirsts(columns, lines, paragraphs), paragraphs.rows);
}

/** Gives back what groups take. */
export function releaseGroups({ of, size, first }: Groups): void {
  of.release();
  size.release();
  first.release();
}

/** Fingerprints of a part, about: their table takes 128 KB or so. */
const PART = 1 << 13;
/** More parts than these are written to slower than tables beyond the cache are read. */
const MOST_PARTS = 1 << 11;
/** Parts are worked on in so many rounds: each reads all fingerprints again, and takes a share of the memory. */
const ROUNDS = 4;
/** What a fingerprint takes in a round. */
const PARTED_BYTES = 12;

/** For each paragraph the first one with its fingerprint. */
function findFirsts(columns: Columns, lines: LineTable, { row, rows }: ParagraphTable): WritableColumn {
  const parts = 2 ** Math.ceil(Math.log2(Math.min(MOST_PARTS, Math.max(1, rows / PART))));
  const partOf = (high: number): number => Math.floor(high * (parts / 2 ** 32));
  const sizes = new Uint32Array(parts);
  for (let paragraph = 0; paragraph < rows; paragraph++) {
    const part = partOf(lines.high.at(row.at(paragraph)));
    sizes[part] = (sizes[part] ?? 0) + 1;
  }
  const rounds = planRounds(sizes, Math.min(rows / ROUNDS, columns.workBytes / PARTED_BYTES));
  const parted = createParted(Math.max(...rounds.map(({ rows: inRound }) => inRound)));
  const firsts = columns.uint32(rows);
  const slots = new Uint32Array(tableSize(sizes.reduce((most, size) => Math.max(most, size), 0)));
  for (const round of rounds) {
    const end = startsOf(sizes, round);
    for (let paragraph = 0; paragraph < rows; paragraph++) {
      const line = row.at(paragraph);
      const high = lines.high.at(line);
      const part = partOf(high) - round.from;
      if (part < 0 || part >= end.length) continue;
      const to = end[part] ?? 0;
      end[part] = to + 1;
      parted.low[to] = lines.low.at(line);
      parted.high[to] = high;
      parted.paragraph[to] = paragraph;
    }
    findFirstsOfParts(parted, end, slots, firsts);
  }
  return firsts;
}

/** Fingerprints of the parts of a round, part after part; in a part in order of reading. */
interface Parted {
  readonly low: Uint32Array;
  readonly high: Uint32Array;
  readonly paragraph: Uint32Array;
}

function createParted(rows: number): Parted {
  return { low: new Uint32Array(rows), high: new Uint32Array(rows), paragraph: new Uint32Array(rows) };
}

/** The parts `[from, end)`, which hold `rows` fingerprints. */
interface Round {
  readonly from: number;
  readonly end: number;
  readonly rows: number;
}

/** Rounds of as many parts as hold about `wanted` fingerprints, and at least one. */
function planRounds(sizes: Uint32Array, wanted: number): Round[] {
  const rounds: Round[] = [];
  let from = 0;
  let rows = 0;
  sizes.forEach((size, part) => {
    rows += size;
    if (rows < wanted && part + 1 < sizes.length) return;
    rounds.push({ from, end: part + 1, rows });
    from = part + 1;
    rows = 0;
  });
  return rounds;
}

/** Where each part of a round begins. */
function startsOf(sizes: Uint32Array, { from, end }: Round): Uint32Array {
  let start = 0;
  return sizes.slice(from, end).map((size) => {
    start += size;
    return start - size;
  });
}

/** Part `p` of `parted` ends at `end[p]`, where the next starts. */
function findFirstsOfParts(
  parted: Parted,
  ends: Uint32Array,
  slots: Uint32Array,
  firsts: WritableColumn,
): void {
  let start = 0;
  for (const end of ends) {
    const table = slots.subarray(0, tableSize(end - start)).fill(0);
    findFirstsOfPart(parted, { start, end }, table, firsts);
    start = end;
  }
}

/** An open-addressing table of places in the part. */
function findFirstsOfPart(
  { low, high, paragraph }: Parted,
  part: { start: number; end: number },
  slots: Uint32Array,
  firsts: WritableColumn,
): void {
  const mask = slots.length - 1;
  for (let at = part.start; at < part.end; at++) {
    const lowHere = low[at] ?? 0;
    const highHere = high[at] ?? 0;
    // Both halves pick the slot, as lines with the same low half are rare but not impossible.
    let slot = (lowHere ^ highHere) & mask;
    let known = slots[slot] ?? 0;
    while (known !== 0 && (low[known - 1] !== lowHere || high[known - 1] !== highHere)) {
      slot = (slot + 1) & mask;
      known = slots[slot] ?? 0;
    }
    if (known === 0) slots[slot] = at + 1;
    firsts.set(paragraph[at] ?? 0, paragraph[known === 0 ? at : known - 1] ?? 0);
  }
}

/** Firsts to numbers, in place: the first of a group comes before the others. */
function numberGroups(columns: Columns, of: WritableColumn, rows: number): Groups {
  const repeats = columns.uint8(rows);
  let count = 1;
  for (let paragraph = 0; paragraph < rows; paragraph++) {
    const leader = of.at(paragraph);
    if (leader === paragraph || repeats.at(leader) === 1) continue;
    repeats.set(leader, 1);
    count += 1;
  }
  const size = columns.uint32(count);
  const first = columns.uint32(count);
  let groups = 0;
  for (let paragraph = 0; paragraph < rows; paragraph++) {
    const leader = of.at(paragraph);
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

/** A power of two with room for `rows` at a load of at most two thirds. */
function tableSize(rows: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(16, rows * 1.5)));
}
