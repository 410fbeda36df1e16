/**
 * Paragraphs with the same fingerprint → one group, numbered in order of first appearance. Fingerprints are parted
 * by their upper bits first: a table of one part stays in the processor's cache, where one of them all would not.
 */
import type { Column, LineTable, ParagraphTable } from '../model.js';

/** `of` is the group of each paragraph; `size` and `first` (its first paragraph) are by group. */
export interface Groups {
  readonly count: number;
  readonly of: Column;
  readonly size: Column;
  readonly first: Column;
}

/** Groups by all 64 bits. */
export function groupParagraphs(lines: LineTable, paragraphs: ParagraphTable): Groups {
  const parted = partFingerprints(lines, paragraphs);
  return numberGroups(findFirsts(parted, paragraphs.rows));
}

/** Fingerprints part after part; in a part in order of reading. Part `p` ends at `end[p]`, where the next starts. */
interface Parted {
  readonly low: Uint32Array;
  readonly high: Uint32Array;
  readonly paragraph: Uint32Array;
  readonly end: Uint32Array;
}

/** Fingerprints of a part, about: their table takes 128 KB or so. */
const PART = 1 << 13;
/** More parts than these are written to slower than tables beyond the cache are read. */
const MOST_PARTS = 1 << 11;

function partFingerprints(lines: LineTable, { row, rows }: ParagraphTable): Parted {
  const parts = 2 ** Math.ceil(Math.log2(Math.min(MOST_PARTS, Math.max(1, rows / PART))));
  const partOf = (high: number): number => Math.floor(high * (parts / 2 ** 32));
  const end = new Uint32Array(parts);
  for (let paragraph = 0; paragraph < rows; paragraph++) {
    const part = partOf(lines.high[row[paragraph] ?? 0] ?? 0);
    end[part] = (end[part] ?? 0) + 1;
  }
  for (let part = 0, start = 0; part < parts; part++) {
    const size = end[part] ?? 0;
    end[part] = start;
    start += size;
  }
  const low = new Uint32Array(rows);
  const high = new Uint32Array(rows);
  const paragraphOf = new Uint32Array(rows);
  for (let paragraph = 0; paragraph < rows; paragraph++) {
    const line = row[paragraph] ?? 0;
    const lineHigh = lines.high[line] ?? 0;
    const part = partOf(lineHigh);
    const to = end[part] ?? 0;
    end[part] = to + 1;
    low[to] = lines.low[line] ?? 0;
    high[to] = lineHigh;
    paragraphOf[to] = paragraph;
  }
  return { low, high, paragraph: paragraphOf, end };
}

/** For each paragraph the first one with its fingerprint. */
function findFirsts(parted: Parted, rows: number): Uint32Array {
  const firsts = new Uint32Array(rows);
  let start = 0;
  let slots = new Uint32Array(0);
  for (const end of parted.end) {
    const size = tableSize(end - start);
    if (slots.length < size) slots = new Uint32Array(size);
    else slots.fill(0, 0, size);
    findFirstsOfPart(parted, { start, end }, slots.subarray(0, size), firsts);
    start = end;
  }
  return firsts;
}

/** An open-addressing table of places in the part. */
function findFirstsOfPart(
  { low, high, paragraph }: Parted,
  part: { start: number; end: number },
  slots: Uint32Array,
  firsts: Uint32Array,
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
    firsts[paragraph[at] ?? 0] = paragraph[known === 0 ? at : known - 1] ?? 0;
  }
}

/** Firsts to numbers, in place: the first of a group comes before the others. */
function numberGroups(of: Uint32Array): Groups {
  const size = new Uint32Array(of.length);
  const first = new Uint32Array(of.length);
  let count = 0;
  for (let paragraph = 0; paragraph < of.length; paragraph++) {
    const leader = of[paragraph] ?? 0;
    const isFirst = leader === paragraph;
    const group = isFirst ? count : (of[leader] ?? 0);
    of[paragraph] = group;
    size[group] = (size[group] ?? 0) + 1;
    if (!isFirst) continue;
    first[group] = paragraph;
    count += 1;
  }
  return { count, of, size, first };
}

/** A power of two with room for `rows` at a load of at most two thirds. */
function tableSize(rows: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(16, rows * 1.5)));
}
