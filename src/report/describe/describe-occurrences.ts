/** The places where a block stands, described while they are walked: a block may have millions. */

import { creditOf } from '../../model/credit-of.js';
import type { OccurrenceReport, Range, ToldOccurrence } from '../report.js';
import { createSequence, type Sequence } from '../sequence.js';
import type { Lookup } from './lookup.js';

/** A run of paragraphs of one post, `first` to `last`. */
export interface Run {
  readonly first: number;
  readonly last: number;
  readonly post: number;
}

/** Where the block numbered `block` stood first. */
export function originRun(lookup: Lookup, block: number): Run {
  return runAt(lookup, lookup.analysis.matches.blocks.origin.at(block));
}

/** The occurrence of each block that was first, by its number. */
export function* originsOf({ analysis }: Lookup, blocks: Iterable<number>): Generator<number> {
  for (const block of blocks) yield analysis.matches.blocks.origin.at(block);
}

/** The occurrences of a block, the origin first, then in order of time. */
export function describeOccurrences(lookup: Lookup, block: number): Sequence<OccurrenceReport> {
  const { firstOccurrence } = lookup.analysis.matches.blocks;
  const start = firstOccurrence.at(block);
  const end = firstOccurrence.at(block + 1);
  return createSequence(end - start, () => walkOccurrences(lookup, start, end));
}

function* walkOccurrences(lookup: Lookup, start: number, end: number): Generator<OccurrenceReport> {
  const runInOrder = runsInOrder(lookup, start, end);
  for (let at = start; at < end; at++) {
    yield describeOccurrence(lookup, runInOrder(at), at === start ? 'origin' : null);
  }
}

/**
 * The same for people, who want to know whether each post credits the origin. A walk of its own: one that is handed what to make of
 * each occurrence costs the complete JSON of 1 GB 85 MB of memory.
 */
export function tellOccurrences(lookup: Lookup, block: number, isSeen: boolean): Sequence<ToldOccurrence> {
  const { matches, posts } = lookup.analysis;
  const start = matches.blocks.firstOccurrence.at(block);
  const end = matches.blocks.firstOccurrence.at(block + 1);
  return createSequence(end - start, function* () {
    const runInOrder = runsInOrder(lookup, start, end);
    const origin = runInOrder(start).post;
    const isAsked = (post: number) => post !== origin && post >= posts.table.firstNew && !isSeen;
    for (let at = start; at < end; at++) {
      const run = runInOrder(at);
      const credit = isAsked(run.post) ? creditOf(posts.table, run.post, origin) : null;
      yield { ...describeOccurrence(lookup, run, at === start ? 'origin' : null), credit };
    }
  });
}

function runsInOrder(lookup: Lookup, start: number, end: number): (at: number) => Run {
  const ordered = inOrderOfTime(lookup, start, end);
  return (at) => runAt(lookup, ordered?.[at - start] ?? at);
}

/** The occurrences `[start, end)` as they are to be told; null where that is as they stand. */
function inOrderOfTime({ analysis, comparePosts }: Lookup, start: number, end: number): Uint32Array | null {
  const { posts, matches } = analysis;
  // They stand in order of reading.
  if (!posts.table.dated) return null;
  const postAt = (at: number) => posts.paragraphs.post.at(matches.blocks.first.at(at));
  const compare = (a: number, b: number) => comparePosts(postAt(a), postAt(b)) || a - b;
  let at = start + 1;
  while (at < end && compare(at - 1, at) < 0) at += 1;
  return at >= end ? null : Uint32Array.from({ length: end - start }, (_, row) => start + row).sort(compare);
}

/** An occurrence by its number. */
export function runAt(lookup: Lookup, occurrence: number): Run {
  const { first, last } = lookup.analysis.matches.blocks;
  return runOf(lookup, first.at(occurrence), last.at(occurrence));
}

/** The paragraphs `first` to `last`, which stand in one post. */
export function runOf({ analysis }: Lookup, first: number, last: number): Run {
  return { first, last, post: analysis.posts.paragraphs.post.at(first) };
}

function describeOccurrence(lookup: Lookup, run: Run, role: 'origin' | null): OccurrenceReport {
  const { post } = run;
  const forwardedFrom = lookup.forwardedFrom(post);
  const printed = printedEnds(lookup, run);
  const { lines, bytes } = lookup.spanOf(post, printed.first, printed.last + 1);
  // Spelled out: spreading both into it would take longer than all the rest, and there may be millions.
  return {
    dump: lookup.pathOf(post),
    post: lookup.numberOf(post),
    lines,
    id: lookup.idOf(post),
    source: lookup.sourceOf(post),
    date: lookup.dateOf(post),
    bytes,
    role: role ?? (forwardedFrom === null ? 'copy' : 'forward'),
    forwardedFrom,
  };
}

/** The rows of a run, in order of its paragraphs. */
export function rowsOfRun({ analysis }: Lookup, run: Run): number[] {
  const { row } = analysis.posts.paragraphs;
  const rows: number[] = [];
  for (let at = run.first; at <= run.last; at++) rows.push(row.at(at));
  return rows;
}

/** Code points of some rows. */
export function charactersOf({ analysis }: Lookup, rows: readonly number[]): number {
  const { characters } = analysis.lines;
  let sum = 0;
  for (const row of rows) sum += characters.at(row);
  return sum;
}

/** The lines of a run, as its occurrence has them. */
export function linesOfRun(lookup: Lookup, run: Run): Range {
  const printed = printedEnds(lookup, run);
  return lookup.spanOf(run.post, printed.first, printed.last + 1).lines;
}

/** The rows in the first print of the post, ascending; where only the second print has them, those. */
export function printedRows(lookup: Lookup, run: Run): number[] {
  const { first, last } = printedEnds(lookup, run);
  return rowsOfRun(lookup, run).filter((row) => row >= first && row <= last);
}

/** The first and the last of them. */
function printedEnds(lookup: Lookup, run: Run): { first: number; last: number } {
  const { row } = lookup.analysis.posts.paragraphs;
  if (!lookup.hasEchoes) return { first: row.at(run.first), last: row.at(run.last) };
  const { echoRow, echoEnd } = lookup.analysis.posts.table;
  const from = echoRow.at(run.post);
  const end = echoEnd.at(run.post);
  const inEcho = (paragraph: number) => row.at(paragraph) >= from && row.at(paragraph) < end;
  let { first, last } = run;
  while (first < last && inEcho(first)) first++;
  while (last > first && inEcho(last)) last--;
  if (inEcho(first)) ({ first, last } = run);
  return { first: row.at(first), last: row.at(last) };
}
