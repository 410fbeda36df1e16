/** Every figure of the summary, computed here and nowhere else: of the new dumps, where others are to compare against. */
import { creditOf, creditOfRun } from '../../model/credit-of.js';
import { firstNewParagraph } from '../../model/first-new-paragraph.js';
import { originOf } from '../../model/held-by-posts.js';
import { isSeen } from '../../model/is-seen.js';
import {
  type Analysis,
  type Column,
  type Posts,
  type SeenRuns,
  type SeenTable,
  Skip,
  type WritableColumn,
} from '../../model.js';
import type { Summary } from '../report.js';
import { joinedBy } from './credit-of-member.js';
import { round } from './shares.js';

/** Counts an analysis. */
export function summarize(analysis: Analysis, seen: SeenTable | null): Omit<Summary, 'seenBefore'> {
  const { posts, matches, facts, clusters, ranking } = analysis;
  const { firstNew } = posts.table;
  const firstParagraph = firstNewParagraph(posts);
  const skipped = countSkipped(analysis, firstParagraph);
  const characters = skipped.characters + sum(clusters.weights, firstNew);
  const cuts = posts.dumps.filter((_, dump) => facts[dump]?.against === false);
  const read = facts.filter((dump) => !dump.against);
  const repeatedCharacters = sum(ranking.characters);
  return {
    dumps: read.length,
    posts: posts.table.rows - firstNew,
    against: { dumps: facts.length - read.length, posts: firstNew },
    paragraphs: posts.paragraphs.rows - firstParagraph,
    characters,
    echoes: cuts.reduce((count, dump) => count + dump.echoes, 0),
    forwards: countNonZero(posts.table.forwardedFrom, firstNew, posts.table.rows),
    reposts: matches.blocks.rows,
    clusters: clusters.rows,
    signatures: matches.signatures.length,
    repeatedCharacters,
    repeatedShare: characters === 0 ? 0 : round(repeatedCharacters / characters),
    copiedCharacters: sum(ranking.copied),
    repeatedWithin: matches.repeatedWithin,
    ...countCredit(analysis, seen),
    skipped: {
      chrome: cuts.reduce((count, dump) => count + dump.chrome, 0),
      orphans: cuts.reduce((count, dump) => count + dump.orphans, 0),
      empty: skipped.empty,
      short: skipped.short,
      signature: skipped.signature,
      sameMessages: cuts.reduce((count, dump) => count + dump.sameMessages, 0),
      service: read.reduce((sum, dump) => sum + (dump.records?.passed ?? 0), 0),
      records: read.reduce((sum, dump) => sum + (dump.records?.broken ?? 0), 0),
      oversizedLines: read.reduce((lines, dump) => lines + dump.oversizedLines.length, 0),
    },
  };
}

/** Paragraphs from one on that are not compared, by the reason, and the characters of all of them. */
function countSkipped(
  { lines, posts, matches: { skip } }: Analysis,
  from: number,
): { empty: number; short: number; signature: number; characters: number } {
  const counts = [0, 0, 0, 0];
  let characters = 0;
  for (let at = from; at < posts.paragraphs.rows; at++) {
    const code = skip.at(at);
    if (code === Skip.none) continue;
    counts[code] = (counts[code] ?? 0) + 1;
    characters += lines.characters.at(posts.paragraphs.row.at(at));
  }
  const of = (code: number) => counts[code] ?? 0;
  return { empty: of(Skip.empty), short: of(Skip.short), signature: of(Skip.signature), characters };
}

/**
 * Posts that hold text of another, be it one that only an index has, or are another's message, by whether they credit it; what is
 * their own is neither.
 */
function countCredit(analysis: Analysis, seen: SeenTable | null): { credited: number; uncredited: number } {
  const { columns, posts, matches } = analysis;
  const { blocks } = matches;
  const ofIndex = seen === null ? null : markFromIndex(posts, columns.uint8(posts.table.rows), seen.runs);
  const { forwardedFrom, firstNew, rows } = posts.table;
  const origins = columns.uint32(blocks.rows);
  for (let block = 0; block < blocks.rows; block++) origins.set(block, originOf(analysis, block));
  const holdsOthers = (post: number): boolean => {
    if (ofIndex?.at(post) === 1) return true;
    for (let at = blocks.firstHeld.at(post); at < blocks.firstHeld.at(post + 1); at++) {
      const block = blocks.heldBlock.at(at);
      if (isSeen(seen?.blocks ?? null, block)) continue;
      const origin = origins.at(block);
      if (origin !== post && creditOf(posts.table, post, origin) !== 'own') return true;
    }
    return false;
  };
  let credited = 0;
  let uncredited = 0;
  for (let post = firstNew; post < rows; post++) {
    if (forwardedFrom.at(post) === 0) uncredited += holdsOthers(post) ? 1 : 0;
    // A message that was forwarded may have no text.
    else if (holdsOthers(post) || joinedBy(analysis, seen?.blocks ?? null, post)?.credit === 'credited')
      credited += 1;
  }
  origins.release();
  return { credited, uncredited };
}

/** Marks with 1 the posts that have something of a known post that is not their own. */
function markFromIndex(posts: Posts, marks: WritableColumn, runs: SeenRuns): Column {
  for (let run = 0; run < runs.rows; run++) {
    if (runs.isCopy.at(run) === 1 && creditOfRun(posts, runs, run) !== 'own')
      marks.set(posts.paragraphs.post.at(runs.first.at(run)), 1);
  }
  return marks;
}

function sum(values: Column, from = 0): number {
  let total = 0;
  for (let at = from; at < values.length; at++) total += values.at(at);
  return total;
}

function countNonZero(column: Column, from: number, end: number): number {
  let found = 0;
  for (let at = from; at < end; at++) found += column.at(at) === 0 ? 0 : 1;
  return found;
}
