/** Which runs of new posts that an index has seen before nobody has accepted, and what they come to. */
import { type Analysis, type Column, type SeenRuns, type SeenTable, Skip } from '../model.js';
import { bitsBeyond, Copy } from './beyond-accepted.js';
import { fingerprintsOf } from './describe-met-block.js';
import type { Allowance, KnownPassages, MetBlock } from './known-passages.js';

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
export interface MarkSeenTools {
  readonly known: KnownPassages;
  readonly failLength: number;
  /** The id of a run of paragraphs, as of a block. */
  readonly idOfRun: (first: number, last: number) => string;
}

/** Marks them; `known` is told of every run that it may have to accept. Without an index, nothing is marked. */
export function markSeen(analysis: Analysis, seen: SeenTable | null, tools: MarkSeenTools): MarkedRuns {
  const marks = analysis.columns.uint8(seen?.runs.rows ?? 0);
  const ids = new Set<string>();
  let repeatedCharacters = 0;
  if (seen === null) return { marks, ids, repeatedCharacters };
  const met = meetRuns(analysis, seen, tools);
  const inBlocks = markBlocks(analysis);
  for (const { block, runs } of groupRuns(met)) {
    if (tools.known.accepts(block)) continue;
    const areUncredited = runs.map((run) => isUncreditedRun(analysis, seen, run));
    const beyond = bitsBeyond(areUncredited, block, tools.known.allowed(block) ?? nothing);
    for (const [at, run] of runs.entries()) {
      if (seen.runs.characters.at(run) < tools.failLength) continue;
      marks.set(run, beyond[at] ?? 0);
      if ((marks.at(run) & Copy.unaccepted) === 0) continue;
      ids.add(block.id);
      repeatedCharacters += charactersBeside(analysis, seen.runs, { run, inBlocks });
    }
  }
  return { marks, ids, repeatedCharacters };
}

/** Runs as blocks: of one text there are as many occurrences as runs. */
export function meetRuns(
  analysis: Analysis,
  seen: SeenTable,
  { known, idOfRun }: Pick<MarkSeenTools, 'known' | 'idOfRun'>,
): ReadonlyMap<number, MetBlock> {
  const counts = new Map<string, { occurrences: number; uncredited: number }>();
  const idOf = new Map<number, string>();
  for (let run = 0; run < seen.runs.rows; run++) {
    if (isLater(analysis, seen, run)) continue;
    const id = idOfRun(seen.runs.first.at(run), seen.runs.last.at(run));
    const { occurrences, uncredited } = counts.get(id) ?? { occurrences: 0, uncredited: 0 };
    const more = isUncreditedRun(analysis, seen, run) ? 1 : 0;
    counts.set(id, { occurrences: occurrences + 1, uncredited: uncredited + more });
    idOf.set(run, id);
  }
  const met = new Map<number, MetBlock>();
  for (const [run, id] of idOf) {
    const paragraphs = fingerprintsOf(analysis, seen.runs.first.at(run), seen.runs.last.at(run));
    const block = { id, paragraphs, occurrences: 0, uncredited: 0, ...counts.get(id) };
    known.meet(block);
    met.set(run, block);
  }
  return met;
}

/** Where the known post has the later date, this one was first. */
function isLater({ posts }: Analysis, { runs, place, places }: SeenTable, run: number): boolean {
  const paragraph = runs.first.at(run);
  const known = places.seconds.at(place.at(paragraph) - 1);
  const seconds = posts.table.seconds.at(posts.paragraphs.post.at(paragraph));
  return known !== 0 && seconds !== 0 && known > seconds;
}

function isUncreditedRun({ posts }: Analysis, { runs, place, places }: SeenTable, run: number): boolean {
  const paragraph = runs.first.at(run);
  const post = posts.paragraphs.post.at(paragraph);
  const source = posts.table.names[posts.table.source.at(post)];
  return posts.table.forwardedFrom.at(post) === 0 && places.source[place.at(paragraph) - 1] !== source;
}

const nothing: Allowance = { occurrences: 0, uncredited: 0, uncreditedOfAll: 0 };

/** The runs of each text, in order of reading. */
function groupRuns(met: ReadonlyMap<number, MetBlock>): Iterable<{ block: MetBlock; runs: number[] }> {
  const groups = new Map<string, { block: MetBlock; runs: number[] }>();
  for (const [run, block] of met) {
    const group = groups.get(block.id) ?? { block, runs: [] };
    group.runs.push(run);
    groups.set(block.id, group);
  }
  return groups.values();
}

/** By paragraph: 1 where it stands in a block. */
function markBlocks({ columns, posts, matches }: Analysis): Column {
  const marked = columns.uint8(posts.paragraphs.rows);
  const { first, last } = matches.blocks;
  for (let at = 0; at < first.length; at++) marked.fill(1, first.at(at), last.at(at) + 1);
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
