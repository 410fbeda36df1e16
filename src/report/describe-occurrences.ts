/** The places where a block stands, described while they are walked: a block may have millions. */
import { orderPosts, originOf } from '../order-posts.js';
import type { Lookup } from './lookup.js';
import type { OccurrenceReport, Range } from './report.js';
import { createSequence, type Sequence } from './sequence.js';

/** A run of paragraphs of one post, `first` to `last`. */
export interface Run {
  readonly first: number;
  readonly last: number;
  readonly post: number;
}

/** Where the block numbered `block` stood first. */
export function originRun(lookup: Lookup, block: number): Run {
  const { posts, matches } = lookup.analysis;
  return runAt(lookup, originOf({ posts, blocks: matches.blocks }, block, orderPosts(posts.table)));
}

/** The occurrence of each block that was first, by its number. */
export function* originsOf({ analysis }: Lookup, blockNumbers: Iterable<number>): Generator<number> {
  const { posts, matches } = analysis;
  const compare = orderPosts(posts.table);
  for (const block of blockNumbers) yield originOf({ posts, blocks: matches.blocks }, block, compare);
}

/** The occurrences of a block, the origin first, then in order of time. */
export function describeOccurrences(lookup: Lookup, block: number): Sequence<OccurrenceReport> {
  const { firstOccurrence } = lookup.analysis.matches.blocks;
  const start = firstOccurrence.at(block);
  const end = firstOccurrence.at(block + 1);
  return createSequence(end - start, function* () {
    let role: 'origin' | null = 'origin';
    for (const at of inOrderOfTime(lookup, start, end)) {
      yield describeOccurrence(lookup, runAt(lookup, at), role);
      role = null;
    }
  });
}

/** The occurrences `[start, end)`, sorted as numbers, and only where they are not sorted as they stand. */
function* inOrderOfTime(lookup: Lookup, start: number, end: number): Generator<number> {
  const { posts, matches } = lookup.analysis;
  const comparePosts = orderPosts(posts.table);
  const postAt = (at: number) => posts.paragraphs.post.at(matches.blocks.first.at(at));
  const compare = (a: number, b: number) => comparePosts(postAt(a), postAt(b)) || a - b;
  let sorted = true;
  for (let at = start + 1; at < end && sorted; at++) sorted = compare(at - 1, at) < 0;
  if (sorted) {
    for (let at = start; at < end; at++) yield at;
    return;
  }
  const occurrences = new Uint32Array(end - start);
  for (let at = start; at < end; at++) occurrences[at - start] = at;
  yield* occurrences.sort(compare);
}

/** An occurrence by its number. */
export function runAt({ analysis }: Lookup, occurrence: number): Run {
  const { blocks } = analysis.matches;
  const first = blocks.first.at(occurrence);
  return { first, last: blocks.last.at(occurrence), post: analysis.posts.paragraphs.post.at(first) };
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
