/** Which runs of new posts that an index has seen before nobody has accepted, and what they come to. */
import { creditOfRun } from '../model/credit-of.js';
import { isSeen } from '../model/is-seen.js';
import { orderPosts } from '../model/order-posts.js';
import { type Analysis, type Column, type SeenRuns, type SeenTable, Skip } from '../model.js';
import { bitsBeyond, Copy } from './beyond-accepted.js';
import type { Allowance, MetBlock } from './known-passages.js';
import { type MeetingTools, meetRuns } from './meet-runs.js';

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
  const inBlocks = markBlocks(analysis, seen);
  for (const { id, run, bits } of walkRuns(analysis, seen, tools)) {
    if (seen.runs.characters.at(run) < tools.failLength) continue;
    marks.set(run, bits);
    const isCopy = seen.runs.isCopy.at(run) === 1;
    if (isCopy && (bits & Copy.unaccepted) === 0) continue;
    if (isCopy) ids.add(id);
    repeatedCharacters += charactersBeside(analysis, seen.runs, { run, inBlocks });
  }
  return { marks, ids, repeatedCharacters };
}

/** A run with its {@link Copy} bits. */
interface MarkedRun {
  readonly id: string;
  readonly run: number;
  readonly bits: number;
}

/**
 * The runs that are not accepted by name, those of which the index has later copies without bits: they repeat, as the origin of a
 * block does. Where nothing is accepted, nothing is counted.
 */
function* walkRuns(analysis: Analysis, seen: SeenTable, tools: MeetingTools): Generator<MarkedRun> {
  const { runs } = seen;
  const isUncredited = (run: number) => creditOfRun(analysis.posts, runs, run) === 'uncredited';
  if (tools.known.isEmpty) {
    for (let run = 0; run < runs.rows; run++) {
      if (runs.isMetAgain.at(run) === 1) continue;
      const id = tools.idOfRun(runs.first.at(run), runs.last.at(run));
      const copied = Copy.unaccepted | (isUncredited(run) ? Copy.uncredited : 0);
      yield { id, run, bits: runs.isCopy.at(run) === 1 ? copied : 0 };
    }
    return;
  }
  const met = inOrderOfTime(analysis, runs, meetRuns(analysis, seen, tools));
  for (const { block, runs: alike } of groupRuns(met)) {
    if (tools.known.accepts(block)) continue;
    const allowed = tools.known.allowed(block);
    const copies = alike.filter((run) => runs.isCopy.at(run) === 1);
    const beyond = bitsBeyond(copies.map(isUncredited), block, allowed ?? nothing);
    for (const [at, run] of copies.entries()) yield { id: block.id, run, bits: beyond[at] ?? 0 };
    if (copies.length === 0 && allowed === null)
      for (const run of alike) yield { id: block.id, run, bits: 0 };
  }
}

function inOrderOfTime(
  { posts }: Analysis,
  runs: SeenRuns,
  met: ReadonlyMap<number, MetBlock>,
): (readonly [number, MetBlock])[] {
  const compare = orderPosts(posts.table);
  const postOf = (run: number) => posts.paragraphs.post.at(runs.first.at(run));
  return [...met].sort(([a], [b]) => compare(postOf(a), postOf(b)) || a - b);
}

const nothing: Allowance = { occurrences: 0, uncredited: 0, uncreditedOfAll: 0 };

/** The runs of each text, in their order. */
function groupRuns(
  met: readonly (readonly [number, MetBlock])[],
): Iterable<{ block: MetBlock; runs: number[] }> {
  const groups = new Map<string, { block: MetBlock; runs: number[] }>();
  for (const [run, block] of met) {
    const group = groups.get(block.id) ?? { block, runs: [] };
    group.runs.push(run);
    groups.set(block.id, group);
  }
  return groups.values();
}

/** By paragraph: 1 where it stands in a block whose copies are told as such. */
function markBlocks({ columns, posts, matches }: Analysis, seen: SeenTable): Column {
  const marked = columns.uint8(posts.paragraphs.rows);
  const { first, last, block } = matches.blocks;
  for (let at = 0; at < first.length; at++) {
    if (!isSeen(seen.blocks, block.at(at))) marked.fill(1, first.at(at), last.at(at) + 1);
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
