/** A block's columns → its object: text, rung, every occurrence with its place and role. */
import { fingerprintHex } from '../fingerprint-hex.js';
import { type Column, type Rung, rungs, Skip } from '../model.js';
import { type ComparePosts, orderPosts } from '../order-posts.js';
import type { Lookup } from './lookup.js';
import type { BlockReport, OccurrenceReport } from './report.js';

/** What describing blocks needs beside the lookup. */
export interface BlockWords {
  readonly lookup: Lookup;
  /** 1 + the index in {@link rungs} by block, as verified. */
  readonly rung: Column;
  /** The lowest rung at which texts are equal, or null. */
  readonly lowestRung: (texts: readonly string[]) => Rung | null;
  /** XXH64 of bytes, as hex. */
  readonly hashHex: (bytes: Uint8Array) => string;
}

/** A run of paragraphs of one post. */
interface Occurrence {
  readonly first: number;
  readonly last: number;
  readonly post: number;
}

/** The occurrences of a block, the origin first, then in order of time. */
function occurrencesOf(lookup: Lookup, block: number, compare: ComparePosts): Occurrence[] {
  const { blocks } = lookup.analysis.matches;
  const { post } = lookup.analysis.posts.paragraphs;
  const found: Occurrence[] = [];
  for (let at = blocks.firstOccurrence[block] ?? 0; at < (blocks.firstOccurrence[block + 1] ?? 0); at++) {
    const first = blocks.first[at] ?? 0;
    found.push({ first, last: blocks.last[at] ?? 0, post: post[first] ?? 0 });
  }
  return found.sort((a, b) => compare(a.post, b.post) || a.first - b.first);
}

/** Describes the repost numbered `block`. */
export function describeBlock(words: BlockWords, block: number): BlockReport {
  const { lookup } = words;
  const occurrences = occurrencesOf(lookup, block, orderPosts(lookup.analysis.posts.table));
  const origin = occurrences[0] ?? { first: 0, last: 0, post: 0 };
  return {
    id: blockId(words, origin),
    kind: 'repost',
    rung: rungs[(words.rung[block] ?? 1) - 1] ?? 'exact',
    ...textOfRows(lookup, rowsOfRun(lookup, origin), lookup.analysis.posts.table.dump[origin.post] ?? 0),
    paragraphs: countTexts(lookup, origin),
    occurrences: occurrences.map((occurrence, at) => describeOccurrence(lookup, occurrence, at === 0)),
  };
}

function describeOccurrence(lookup: Lookup, occurrence: Occurrence, isOrigin: boolean): OccurrenceReport {
  const { post } = occurrence;
  const forwardedFrom = lookup.forwardedFrom(post);
  const rows = printedRows(lookup, occurrence);
  return {
    ...lookup.placeOf(post),
    source: lookup.sourceOf(post),
    date: lookup.dateOf(post),
    ...lookup.spanOf(rows[0] ?? 0, (rows.at(-1) ?? 0) + 1),
    role: isOrigin ? 'origin' : forwardedFrom === null ? 'copy' : 'forward',
    forwardedFrom,
  };
}

function rowsOfRun(lookup: Lookup, run: Occurrence): number[] {
  const { row } = lookup.analysis.posts.paragraphs;
  return Array.from({ length: run.last - run.first + 1 }, (_, at) => row[run.first + at] ?? 0);
}

/** The rows in the first print of the post, ascending; where only the second print has them, those. */
function printedRows(lookup: Lookup, run: Occurrence): number[] {
  const rows = rowsOfRun(lookup, run);
  const { echoRow, echoEnd } = lookup.analysis.posts.table;
  const inEcho = (row: number) => row >= (echoRow[run.post] ?? 0) && row < (echoEnd[run.post] ?? 0);
  const printed = rows.filter((row) => !inEcho(row));
  return printed.length > 0 ? printed : rows;
}

/** The text of some rows of a dump, a line each, and how many characters it has. */
export function textOfRows(
  lookup: Lookup,
  rows: readonly number[],
  dump: number,
): { text: string; characters: number } {
  const { characters } = lookup.analysis.lines;
  return {
    text: rows.map((row) => lookup.textOf(dump, row)).join('\n'),
    characters: rows.reduce((sum, row) => sum + (characters[row] ?? 0), 0),
  };
}

function countTexts({ analysis }: Lookup, run: Occurrence): number {
  let count = 0;
  for (let at = run.first; at <= run.last; at++) count += analysis.matches.skip[at] === Skip.empty ? 0 : 1;
  return count;
}

/** See {@link BlockReport.id}; lines of emoji alone are not part of it. */
function blockId({ lookup, hashHex }: BlockWords, run: Occurrence): string {
  const { lines, matches, posts } = lookup.analysis;
  const texts: number[] = [];
  for (let at = run.first; at <= run.last; at++) {
    if (matches.skip[at] !== Skip.empty) texts.push(posts.paragraphs.row[at] ?? 0);
  }
  const [only = 0] = texts;
  if (texts.length === 1) return fingerprintHex(lines.low[only] ?? 0, lines.high[only] ?? 0);
  return hashHex(fingerprintBytes(texts, lines));
}

/** Fingerprints end to end, big-endian: what the id of several paragraphs is the hash of. */
export function fingerprintBytes(rows: readonly number[], lines: { low: Column; high: Column }): Uint8Array {
  const bytes = new DataView(new ArrayBuffer(rows.length * 8));
  rows.forEach((row, at) => {
    bytes.setUint32(at * 8, lines.high[row] ?? 0);
    bytes.setUint32(at * 8 + 4, lines.low[row] ?? 0);
  });
  return new Uint8Array(bytes.buffer);
}
