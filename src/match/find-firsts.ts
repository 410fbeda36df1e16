/**
 * The first paragraph with each fingerprint. Fingerprints are parted by their upper bits first: a table of one part stays
 * in the processor's cache, where one of them all would not.
 */
import type { Columns, LineTable, ParagraphTable, WritableColumn } from '../model.js';
import { createFirstTable, type FirstTable } from './first-table.js';

/** Fingerprints of a part, about: their table takes 128 KB or so. */
const PART = 1 << 13;
/** More parts than these are written to slower than tables beyond the cache are read. */
const MOST_PARTS = 1 << 11;
/** What a fingerprint takes in a round: parts are worked on in rounds, each of as many as there is room for. */
const PARTED_BYTES = 12;

/** For each paragraph the first one with its fingerprint; equal are those of which all 64 bits are. */
export function findFirsts(
  columns: Columns,
  lines: LineTable,
  { row, rows }: ParagraphTable,
): WritableColumn {
  const parts = 2 ** Math.ceil(Math.log2(Math.min(MOST_PARTS, Math.max(2, rows / PART))));
  const highOf = (paragraph: number) => lines.high.at(row.at(paragraph));
  const lowOf = (paragraph: number) => lines.low.at(row.at(paragraph));
  const placer = createPlacer(parts);
  for (let paragraph = 0; paragraph < rows; paragraph++) placer.count(highOf(paragraph));
  const most = Math.min(rows, Math.floor(columns.workBytes / PARTED_BYTES));
  const parted = createParted(most);
  const table = createFirstTable();
  const firsts = columns.uint32(rows);
  const findOneByOne = (): void => {
    table.clear();
    for (let paragraph = 0; paragraph < rows; paragraph++) {
      const high = highOf(paragraph);
      if (placer.place(high) >= 0) firsts.set(paragraph, table.firstOf(lowOf(paragraph), high, paragraph));
    }
  };
  const findByParts = (round: Round): void => {
    for (let paragraph = 0; paragraph < rows; paragraph++) {
      const high = highOf(paragraph);
      const place = placer.place(high);
      if (place < 0) continue;
      parted.low[place] = lowOf(paragraph);
      parted.high[place] = high;
      parted.paragraph[place] = paragraph;
    }
    findFirstsOfParts(parted, placer.places, table);
    // Back in order of reading: a column is written row after row, as it may not stand in memory.
    placer.begin(round);
    for (let paragraph = 0; paragraph < rows; paragraph++) {
      const place = placer.place(highOf(paragraph));
      if (place >= 0) firsts.set(paragraph, parted.paragraph[place] ?? 0);
    }
  };
  for (const round of planRounds(placer.sizes, most)) {
    placer.begin(round);
    // One part, and too large for its round: most of it must be alike, and only what differs takes room.
    if (round.rows > most) findOneByOne();
    else findByParts(round);
  }
  return firsts;
}

/** Gives fingerprints their places in a round, part after part: asked in the same order, the same ones again. */
interface Placer {
  /** How many fingerprints each part has, as far as they were counted. */
  readonly sizes: Uint32Array;
  count(high: number): void;
  begin(round: Round): void;
  /** -1 for a fingerprint of another round. */
  place(high: number): number;
  /** By part of the round, the place that would be next. */
  readonly places: Uint32Array;
}

function createPlacer(parts: number): Placer {
  const sizes = new Uint32Array(parts);
  /** Fingerprints are parted by their upper bits. */
  const shift = 32 - Math.log2(parts);
  let places = new Uint32Array(0);
  let from = 0;
  return {
    sizes,
    get places() {
      return places;
    },
    count(high) {
      const part = high >>> shift;
      sizes[part] = (sizes[part] ?? 0) + 1;
    },
    begin(round) {
      places = startsOf(sizes, round);
      from = round.from;
    },
    place(high) {
      const part = (high >>> shift) - from;
      if (part < 0 || part >= places.length) return -1;
      const place = places[part] ?? 0;
      places[part] = place + 1;
      return place;
    },
  };
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

/** Rounds of as many parts as hold `most` fingerprints together; a part that holds more is a round of its own. */
function planRounds(sizes: Uint32Array, most: number): Round[] {
  const rounds: Round[] = [];
  let from = 0;
  let rows = 0;
  sizes.forEach((size, part) => {
    if (rows > 0 && rows + size > most) {
      rounds.push({ from, end: part, rows });
      from = part;
      rows = 0;
    }
    rows += size;
  });
  rounds.push({ from, end: sizes.length, rows });
  return rounds;
}

/** Where each part of a round begins. */
function startsOf(sizes: Uint32Array, { from, end }: Round): Uint32Array<ArrayBuffer> {
  let start = 0;
  return sizes.slice(from, end).map((size) => {
    start += size;
    return start - size;
  });
}

/** Part `p` of `parted` ends at `end[p]`, where the next starts. Each `paragraph` becomes the first one of its fingerprint. */
function findFirstsOfParts({ low, high, paragraph }: Parted, ends: Uint32Array, table: FirstTable): void {
  let start = 0;
  for (const end of ends) {
    table.clear();
    for (let at = start; at < end; at++) {
      paragraph[at] = table.firstOf(low[at] ?? 0, high[at] ?? 0, paragraph[at] ?? 0);
    }
    start = end;
  }
}
