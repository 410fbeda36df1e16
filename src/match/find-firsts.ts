/**
 * The first paragraph with each fingerprint. Fingerprints are parted by their upper bits first: a table of one part stays
 * in the processor's cache, where one of them all would not.
 */
import type { Columns, LineTable, ParagraphTable, WritableColumn } from '../model.js';
import { createFirstTable, type FirstTable } from './first-table.js';
import { planRounds, type Round, startsOf } from './plan-rounds.js';
import { type Fingerprints, readFingerprints } from './read-fingerprints.js';

/** Fingerprints of a part, about: their table takes 128 KB or so. */
const PART = 1 << 13;
/** More parts than these are written to slower than tables beyond the cache are read. */
const MOST_PARTS = 1 << 11;
/** Numbers that a fingerprint takes in a round: its halves, and its paragraph. */
const PARTED = 3;

/** For each paragraph the first one with its fingerprint; equal are those of which all 64 bits are. */
export function findFirsts(columns: Columns, lines: LineTable, paragraphs: ParagraphTable): WritableColumn {
  const { rows } = paragraphs;
  const parts = 2 ** Math.ceil(Math.log2(Math.min(MOST_PARTS, Math.max(2, rows / PART))));
  const of: Parting = {
    /** Of the upper half. */
    shift: 32 - Math.log2(parts),
    walk: () => readFingerprints(lines, paragraphs),
    table: createFirstTable(),
    firsts: columns.uint32(rows),
  };
  const sizes = new Uint32Array(parts);
  for (const { high } of of.walk()) {
    for (let at = 0; at < high.length; at++) {
      const part = (high[at] ?? 0) >>> of.shift;
      sizes[part] = (sizes[part] ?? 0) + 1;
    }
  }
  const most = Math.min(rows, Math.floor(columns.workBytes / PARTED / Uint32Array.BYTES_PER_ELEMENT));
  const parted = columns.work(most * PARTED);
  for (const round of planRounds(sizes, most)) {
    // One part, and too large for its round: most of it must be alike, and only what differs takes room.
    if (round.rows > most) findOneByOne(of, round);
    else findByParts(of, round, { sizes, parted: parted.values });
  }
  parted.release();
  return of.firsts;
}

interface Parting {
  readonly shift: number;
  readonly walk: () => Generator<Fingerprints>;
  readonly table: FirstTable;
  readonly firsts: WritableColumn;
}

function findOneByOne({ shift, walk, table, firsts }: Parting, round: Round): void {
  table.clear();
  for (const { from, low, high } of walk()) {
    for (let at = 0; at < high.length; at++) {
      const upper = high[at] ?? 0;
      const part = upper >>> shift;
      // Empty parts may stand before the one that is not.
      if (part < round.from || part >= round.end) continue;
      firsts.set(from + at, table.firstOf(low[at] ?? 0, upper, from + at));
    }
  }
}

/** `parted` gets the round's fingerprints, part after part; in a part they stand in order of reading. */
function findByParts(
  { shift, walk, table, firsts }: Parting,
  round: Round,
  { sizes, parted }: { sizes: Uint32Array; parted: Uint32Array },
): void {
  const parts = round.end - round.from;
  const places = startsOf(sizes, round);
  for (const { from, low, high } of walk()) {
    for (let at = 0; at < high.length; at++) {
      const part = ((high[at] ?? 0) >>> shift) - round.from;
      if (part < 0 || part >= parts) continue;
      const place = places[part] ?? 0;
      places[part] = place + 1;
      parted[PARTED * place] = low[at] ?? 0;
      parted[PARTED * place + 1] = high[at] ?? 0;
      parted[PARTED * place + 2] = from + at;
    }
  }
  findFirstsOfParts(parted, places, table);
  // Back in order of reading: a column is written row after row, as it may not stand in memory.
  places.set(startsOf(sizes, round));
  for (const { from, high } of walk()) {
    for (let at = 0; at < high.length; at++) {
      const part = ((high[at] ?? 0) >>> shift) - round.from;
      if (part < 0 || part >= parts) continue;
      const place = places[part] ?? 0;
      places[part] = place + 1;
      firsts.set(from + at, parted[PARTED * place + 2] ?? 0);
    }
  }
}

/** Part `p` of `parted` ends at `ends[p]`, where the next starts. Each paragraph becomes the first one of its fingerprint. */
function findFirstsOfParts(parted: Uint32Array, ends: Uint32Array, table: FirstTable): void {
  let start = 0;
  for (const end of ends) {
    table.clear();
    for (let at = PARTED * start; at < PARTED * end; at += PARTED) {
      parted[at + 2] = table.firstOf(parted[at] ?? 0, parted[at + 1] ?? 0, parted[at + 2] ?? 0);
    }
    start = end;
  }
}
