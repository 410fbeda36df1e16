/** What an index knew of the paragraphs at hand → runs of them, the most characters first. */

import { formatDate } from '../../dates/post-date.js';
import { fingerprintHex } from '../../model/fingerprint-hex.js';
import { firstNewParagraph } from '../../model/first-new-paragraph.js';
import { type SeenRuns, type SeenTable, Skip } from '../../model.js';
import type { PostPlace } from '../findings.js';
import type { SeenReport, SeenSummary } from '../seen.js';
import { createSequence, type Sequence } from '../sequence.js';
import { linesOfRun, type Run, runOf } from './describe-occurrences.js';
import type { Lookup } from './lookup.js';
import { round } from './shares.js';

/** Everything there is to tell of what was seen before. */
export interface SeenDescription {
  readonly runs: Sequence<SeenReport>;
  readonly summary: SeenSummary;
}

/** Finds the runs, counts them, and describes them when they are walked. */
export function describeSeen(lookup: Lookup, seen: SeenTable): SeenDescription {
  const { runs } = seen;
  const order = Uint32Array.from({ length: runs.rows }, (_, run) => run).sort(
    (a, b) => runs.characters.at(b) - runs.characters.at(a) || a - b,
  );
  return {
    summary: summarizeRuns(lookup, runs),
    runs: createSequence(runs.rows, function* () {
      for (const run of order) yield describeRun(lookup, seen, run);
    }),
  };
}

function summarizeRuns({ analysis }: Lookup, runs: SeenRuns): SeenSummary {
  const { posts, lines } = analysis;
  const { post, row, rows } = posts.paragraphs;
  let [held, lastPost, paragraphs, characters, all] = [0, -1, 0, 0, 0];
  for (let run = 0; run < runs.rows; run++) {
    const owner = post.at(runs.first.at(run));
    held += owner === lastPost ? 0 : 1;
    lastPost = owner;
    paragraphs += runs.paragraphs.at(run);
    characters += runs.characters.at(run);
  }
  for (let at = firstNewParagraph(posts); at < rows; at++) all += lines.characters.at(row.at(at));
  return { posts: held, paragraphs, characters, share: all === 0 ? 0 : round(characters / all) };
}

/** Describes the run in row `at` of the runs. */
function describeRun(lookup: Lookup, seen: SeenTable, at: number): SeenReport {
  const { lines, posts } = lookup.analysis;
  const { paragraphs, characters, isSameMessage } = seen.runs;
  const run = seenRunAt(lookup, seen, at);
  const row = posts.paragraphs.row.at(run.first);
  return {
    ...lookup.placeOf(run.post),
    lines: linesOfRun(lookup, run),
    evidence: 'fingerprint',
    fingerprint: fingerprintHex(lines.low.at(row), lines.high.at(row)),
    paragraphs: paragraphs.at(at),
    characters: characters.at(at),
    share: shareOfPost(lookup, run.post, characters.at(at)),
    knownPosts: mostKnown(lookup, seen, run),
    first: describeFirst(lookup, seen, [run]),
    isEarlier: isEarlier(seen, run, posts.table.seconds.at(run.post)),
    isSameMessage: isSameMessage.at(at) === 1,
  };
}

function shareOfPost({ analysis }: Lookup, post: number, characters: number): number {
  const { table, paragraphs } = analysis.posts;
  let all = 0;
  for (let at = table.firstParagraph.at(post); at < table.firstParagraph.at(post + 1); at++) {
    all += analysis.lines.characters.at(paragraphs.row.at(at));
  }
  return all === 0 ? 0 : round(characters / all);
}

function mostKnown({ analysis }: Lookup, { posts }: SeenTable, run: Run): number {
  let most = 0;
  for (let at = run.first; at <= run.last; at++) {
    if (analysis.matches.skip.at(at) === Skip.none) most = Math.max(most, posts.at(at));
  }
  return most;
}

/** A run, by its number, as one of a block. */
export function seenRunAt(lookup: Lookup, { runs }: SeenTable, run: number): Run {
  return runOf(lookup, runs.first.at(run), runs.last.at(run));
}

/** Where runs of one known post were seen first. The lines are theirs where the index knows them, else those of the post. */
export function describeFirst(
  { analysis }: Lookup,
  seen: SeenTable,
  runs: readonly { readonly first: number; readonly last: number }[],
): PostPlace {
  const { places } = seen;
  const at = seen.place.at(runs[0]?.first ?? 0) - 1;
  let [from, to] = [Number.POSITIVE_INFINITY, 0];
  for (const { first, last } of runs) {
    for (let paragraph = first; paragraph <= last; paragraph++) {
      if (analysis.matches.skip.at(paragraph) !== Skip.none) continue;
      from = Math.min(from, seen.line.at(paragraph));
      to = Math.max(to, seen.line.at(paragraph));
    }
  }
  const seconds = places.seconds.at(at);
  return {
    dump: places.paths[places.dump.at(at)] ?? '',
    post: places.post.at(at),
    lines: from > 0 ? [from, to] : [places.firstLine.at(at), places.lastLine.at(at)],
    id: places.id[at] ?? null,
    source: places.source[at]?.name ?? '',
    date: seconds === 0 ? null : formatDate({ seconds, utc: places.utc.at(at) === 1 }),
  };
}

function isEarlier({ place, places }: SeenTable, run: Run, seconds: number): boolean | null {
  const known = places.seconds.at(place.at(run.first) - 1);
  return known === 0 || seconds === 0 ? null : known < seconds;
}
