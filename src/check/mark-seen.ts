/** Which runs of new posts that an index has seen before nobody has accepted, and what they come to. */
import { orderPosts } from '../model/order-posts.js';
import { type Analysis, type Column, type SeenRuns, type SeenTable, Skip } from '../model.js';
import type { Counts, MetBlock } from './known-passages.js';
import { Copy } from './mark-copies.js';
import { isUncreditedRun, type MeetingTools, meetRuns } from './meet-runs.js';

/** All unaccepted runs. */
export interface MarkedRuns {
  /** {@link Copy} bits by row of the runs. */
  readonly marks: Column;
  /** The ids of those that are not accepted. */
  readonly ids: ReadonlySet<string>;
  /** Their characters, but for what repeats in the dumps at hand, which is counted there. */
  readonly repeatedCharacters: number;
}

/** What marking needs to know. */
export interface MarkSeenTools extends MeetingTools {
  readonly failLength: number;
}

/** Marks them; `known` is told of every run that it may have to accept. Without an index, nothing is marked. */
export function markSeen(analysis: Analysis, seen: SeenTable | null, tools: MarkSeenTools): MarkedRuns {
  const marks = analysis.columns.uint8(seen?.runs.rows ?? 0);
  const ids = new Set<string>();
  let repeatedCharacters = 0;
  if (seen === null) return { marks, ids, repeatedCharacters };
  const met = meetRuns(analysis, seen, tools);
  const left = countLeft(analysis, seen.runs, met);
  const inBlocks = markBlocks(analysis, seen);
  for (const [run, block] of inOrderOfTime(analysis, seen.runs, met)) {
    if (seen.runs.characters.at(run) < tools.failLength || tools.known.accepts(block)) continue;
    const bits = bitsBeyond(block, tools.known.allowed(block), {
      isUncredited: isUncreditedRun(analysis, seen.runs, run),
      left: left.get(block.id),
    });
    marks.set(run, bits);
    if ((bits & Copy.unaccepted) === 0) continue;
    ids.add(block.id);
    repeatedCharacters += charactersBeside(analysis, seen.runs, { run, inBlocks });
  }
  return { marks, ids, repeatedCharacters };
}

/** Of what is accepted so often, those that came last are beyond. */
function inOrderOfTime(
  { posts }: Analysis,
  runs: SeenRuns,
  met: ReadonlyMap<number, MetBlock>,
): (readonly [number, MetBlock])[] {
  const compare = orderPosts(posts.table);
  const postOf = (run: number) => posts.paragraphs.post.at(runs.first.at(run));
  return [...met].sort(([a], [b]) => compare(postOf(a), postOf(b)) || a - b);
}

/** How many runs of a text, and uncredited ones among them, are still to come. */
type Left = { occurrences: number; uncredited: number };

function countLeft(
  analysis: Analysis,
  runs: SeenRuns,
  met: ReadonlyMap<number, MetBlock>,
): Map<string, Left> {
  const left = new Map<string, Left>();
  for (const [run, { id }] of met) {
    const of = left.get(id) ?? { occurrences: 0, uncredited: 0 };
    of.occurrences += 1;
    if (isUncreditedRun(analysis, runs, run)) of.uncredited += 1;
    left.set(id, of);
  }
  return left;
}

/** As with blocks, those that come last are taken for the ones beyond what is accepted. */
function bitsBeyond(
  block: MetBlock,
  allowed: Counts | null,
  of: { isUncredited: boolean; left: Left | undefined },
): number {
  const left = of.left ?? { occurrences: 0, uncredited: 0 };
  const accepted = allowed ?? { occurrences: 0, uncredited: 0 };
  const isBeyond = left.occurrences <= block.occurrences - accepted.occurrences;
  const isUncreditedBeyond = of.isUncredited && left.uncredited <= block.uncredited - accepted.uncredited;
  left.occurrences -= 1;
  if (of.isUncredited) left.uncredited -= 1;
  return (isBeyond ? Copy.unaccepted : 0) | (isUncreditedBeyond ? Copy.uncredited : 0);
}

/** By paragraph: 1 where it stands in a block whose copies are told as such. */
function markBlocks({ columns, posts, matches }: Analysis, seen: SeenTable): Column {
  const marked = columns.uint8(posts.paragraphs.rows);
  const { first, last, block } = matches.blocks;
  for (let at = 0; at < first.length; at++) {
    if (seen.blocks.at(block.at(at)) === 0) marked.fill(1, first.at(at), last.at(at) + 1);
  }
  return marked;
}

function charactersBeside(
  { lines, posts, matches }: Analysis,
  runs: SeenRuns,
  { run, inBlocks }: { run: number; inBlocks: Column },
): number {
  let characters = 0;
  for (let at = runs.first.at(run); at <= runs.last.at(run); at++) {
    if (inBlocks.at(at) === 0 && matches.skip.at(at) === Skip.none)
      characters += lines.characters.at(posts.paragraphs.row.at(at));
  }
  return characters;
}
