/** What an index knew of the paragraphs at hand → runs of them, the most characters first. */
import { fingerprintHex } from '../fingerprint-hex.js';
import { firstNewParagraph } from '../first-new-paragraph.js';
import { type SeenRuns, type SeenTable, Skip } from '../model.js';
import { formatDate } from '../post-date.js';
import { printedRows } from './describe-occurrences.js';
import type { Lookup } from './lookup.js';
import type { KnownPlaceReport, SeenReport, SeenSummary } from './seen.js';
import { createSequence, type Sequence } from './sequence.js';
import { round } from './summarize.js';

/** Everything there is to tell of what was seen before. */
export interface SeenFindings {
  readonly runs: Sequence<SeenReport>;
  readonly summary: SeenSummary;
}

/** Finds the runs, counts them, and describes them when they are walked. */
export function describeSeen(lookup: Lookup, seen: SeenTable): SeenFindings {
  const { runs } = seen;
  const order = Uint32Array.from({ length: runs.rows }, (_, run) => run).sort(
    (a, b) => (runs.characters[b] ?? 0) - (runs.characters[a] ?? 0) || a - b,
  );
  return {
    summary: summarizeRuns(lookup, runs),
    runs: createSequence(runs.rows, function* () {
      for (const run of order) yield describeRun(lookup, seen, rangeOf(runs, run));
    }),
  };
}

type RunRange = { readonly [Name in 'first' | 'last' | 'paragraphs' | 'characters']: number };

function rangeOf(runs: SeenRuns, run: number): RunRange {
  return {
    first: runs.first[run] ?? 0,
    last: runs.last[run] ?? 0,
    paragraphs: runs.paragraphs[run] ?? 0,
    characters: runs.characters[run] ?? 0,
  };
}

function summarizeRuns({ analysis }: Lookup, runs: SeenRuns): SeenSummary {
  const { posts, lines } = analysis;
  const { post, row, rows } = posts.paragraphs;
  let [held, lastPost, paragraphs, characters, all] = [0, -1, 0, 0, 0];
  for (let run = 0; run < runs.rows; run++) {
    const owner = post[runs.first[run] ?? 0] ?? 0;
    held += owner === lastPost ? 0 : 1;
    lastPost = owner;
    paragraphs += runs.paragraphs[run] ?? 0;
    characters += runs.characters[run] ?? 0;
  }
  for (let at = firstNewParagraph(posts); at < rows; at++) all += lines.characters[row[at] ?? 0] ?? 0;
  return { posts: held, paragraphs, characters, share: all === 0 ? 0 : round(characters / all) };
}

function describeRun(lookup: Lookup, seen: SeenTable, run: RunRange): SeenReport {
  const { lines, posts } = lookup.analysis;
  const post = posts.paragraphs.post[run.first] ?? 0;
  const row = posts.paragraphs.row[run.first] ?? 0;
  const rows = printedRows(lookup, { first: run.first, last: run.last, post });
  const place = lookup.placeOf(post);
  const source = lookup.sourceOf(post);
  const first = describeFirst(lookup, seen, run);
  return {
    dump: place.dump,
    post: place.post,
    lines: lookup.spanOf(post, rows[0] ?? 0, (rows.at(-1) ?? 0) + 1).lines,
    id: place.id,
    source,
    date: lookup.dateOf(post),
    evidence: 'fingerprint',
    fingerprint: fingerprintHex(lines.low[row] ?? 0, lines.high[row] ?? 0),
    paragraphs: run.paragraphs,
    characters: run.characters,
    share: shareOfPost(lookup, post, run.characters),
    knownPosts: mostKnown(lookup, seen, run),
    first,
    isEarlier: isEarlier(seen, run, posts.table.seconds[post] ?? 0),
    isSameMessage: place.id !== null && place.id === first.id && source === first.source,
  };
}

function shareOfPost({ analysis }: Lookup, post: number, characters: number): number {
  const { table, paragraphs } = analysis.posts;
  let all = 0;
  for (let at = table.firstParagraph[post] ?? 0; at < (table.firstParagraph[post + 1] ?? 0); at++) {
    all += analysis.lines.characters[paragraphs.row[at] ?? 0] ?? 0;
  }
  return all === 0 ? 0 : round(characters / all);
}

function mostKnown({ analysis }: Lookup, { posts }: SeenTable, run: RunRange): number {
  let most = 0;
  for (let at = run.first; at <= run.last; at++) {
    if (analysis.matches.skip[at] === Skip.none) most = Math.max(most, posts[at] ?? 0);
  }
  return most;
}

/** Where a run was seen first. The lines are those of the run where the index knows them, else those of the post. */
export function describeFirst(
  { analysis }: Lookup,
  seen: SeenTable,
  run: { readonly first: number; readonly last: number },
): KnownPlaceReport {
  const { places } = seen;
  const at = (seen.place[run.first] ?? 0) - 1;
  let [from, to] = [Number.POSITIVE_INFINITY, 0];
  for (let paragraph = run.first; paragraph <= run.last; paragraph++) {
    if (analysis.matches.skip[paragraph] !== Skip.none) continue;
    from = Math.min(from, seen.line[paragraph] ?? 0);
    to = Math.max(to, seen.line[paragraph] ?? 0);
  }
  const seconds = places.seconds[at] ?? 0;
  return {
    dump: places.paths[places.dump[at] ?? 0] ?? '',
    post: places.post[at] ?? 0,
    lines: from > 0 ? [from, to] : [places.firstLine[at] ?? 0, places.lastLine[at] ?? 0],
    id: places.id[at] ?? null,
    source: places.source[at] ?? '',
    date: seconds === 0 ? null : formatDate({ seconds, utc: places.utc[at] === 1 }),
  };
}

function isEarlier({ place, places }: SeenTable, run: RunRange, seconds: number): boolean | null {
  const known = places.seconds[(place[run.first] ?? 0) - 1] ?? 0;
  return known === 0 || seconds === 0 ? null : known < seconds;
}
