/** Every figure of the summary, computed here and nowhere else: of the new dumps, where others are to compare against. */
import { firstNewParagraph } from '../model/first-new-paragraph.js';
import {
  type Analysis,
  type Column,
  type Posts,
  type SeenRuns,
  type SeenTable,
  Skip,
  type WritableColumn,
} from '../model.js';
import type { Summary } from './report.js';

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
      service: read.reduce((sum, dump) => sum + (dump.records?.passed ?? 0), 0),
      records: read.reduce((sum, dump) => sum + (dump.records?.broken ?? 0), 0),
      oversizedLines: read.reduce((lines, dump) => lines + dump.oversizedLines.length, 0),
    },
  };
}

/** Shares are given to six places: enough to tell, the same on every machine. */
export function round(share: number): number {
  return Math.round(share * 1e6) / 1e6;
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
 * Posts that hold text of another source's earlier post, be it one that only an index has, or of their own that they
 * credit to another source, by whether they declare a forward.
 */
function countCredit(
  { columns, posts, matches }: Analysis,
  seen: SeenTable | null,
): { credited: number; uncredited: number } {
  const { blocks } = matches;
  const ofIndex = seen === null ? null : markFromIndex(posts, columns.uint8(posts.table.rows), seen.runs);
  const { source, forwardedFrom, firstNew, rows } = posts.table;
  const originOf = (block: number) => posts.paragraphs.post.at(blocks.first.at(blocks.origin.at(block)));
  const sources = columns.uint32(blocks.rows);
  for (let block = 0; block < blocks.rows; block++) sources.set(block, source.at(originOf(block)));
  /** Whether the post has something from an origin of another source, or that it says is another's. */
  const isCopy = (post: number): boolean => {
    const own = source.at(post);
    const from = forwardedFrom.at(post);
    const creditsOther = from !== 0 && from !== own;
    if (ofIndex?.at(post) === 1) return true;
    for (let at = blocks.firstHeld.at(post); at < blocks.firstHeld.at(post + 1); at++) {
      const block = blocks.heldBlock.at(at);
      if (seen?.blocks.at(block) === 1) continue;
      if (sources.at(block) !== own || (creditsOther && post !== originOf(block))) return true;
    }
    return false;
  };
  let credited = 0;
  let uncredited = 0;
  for (let post = firstNew; post < rows; post++) {
    if (!isCopy(post)) continue;
    if (forwardedFrom.at(post) === 0) uncredited += 1;
    else credited += 1;
  }
  sources.release();
  return { credited, uncredited };
}

/** Marks with 1 the posts that have something from a known post of another source, or that they say is another's. */
function markFromIndex({ table, paragraphs }: Posts, marks: WritableColumn, runs: SeenRuns): Column {
  for (let run = 0; run < runs.rows; run++) {
    const post = paragraphs.post.at(runs.first.at(run));
    const from = table.forwardedFrom.at(post);
    const isOwn = runs.isOwn.at(run) === 1 && (from === 0 || from === table.source.at(post));
    if (runs.isCopy.at(run) === 1 && !isOwn) marks.set(post, 1);
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
