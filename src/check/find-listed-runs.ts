/** Finds in new posts what a block list names, whether it repeats or not. */

import { firstNewParagraph } from '../model/first-new-paragraph.js';
import type { Analysis, ListedRun } from '../model.js';
import type { FoundRun } from './find-runs.js';
import { createIdFinder } from './id-finder.js';
import type { BlockedPassage } from './policies.js';

/** What looking for passages needs of other stages. */
export interface ListTools {
  readonly idOf: (block: number) => string;
  /** The key of a paragraph, read again. */
  readonly keyOf: (paragraph: number) => string;
}

/** Finds them, in order of reading; `runs` are of ids that nothing else has. Fingerprints propose a text; its key decides. */
export function findListedRuns(
  analysis: Analysis,
  passages: readonly BlockedPassage[],
  { runs, ...tools }: ListTools & { readonly runs: readonly FoundRun[] },
): ListedRun[] {
  const byId = new Map<string, BlockedPassage[]>();
  for (const passage of passages) {
    for (const id of new Set(passage.ids)) byId.set(id, [...(byId.get(id) ?? []), passage]);
  }
  const listed = [
    ...listedParagraphs(analysis, byId, tools),
    ...listedBlocks(analysis, byId, tools),
    ...listedRuns(analysis, byId, runs),
  ];
  return listed.sort((a, b) => a.first - b.first || a.last - b.last || a.line - b.line);
}

function* listedParagraphs(
  { lines, posts }: Analysis,
  byId: ReadonlyMap<string, readonly BlockedPassage[]>,
  { keyOf }: ListTools,
): Generator<ListedRun> {
  const findId = createIdFinder(byId.keys());
  for (let at = firstNewParagraph(posts); at < posts.paragraphs.rows; at++) {
    const row = posts.paragraphs.row.at(at);
    const id = findId(lines.low.at(row), lines.high.at(row));
    const passage =
      id === null ? undefined : byId.get(id)?.find(({ key }) => key === null || key === keyOf(at));
    if (passage !== undefined) yield { first: at, last: at, line: passage.line };
  }
}

/** Blocks of several paragraphs: one paragraph's id is the paragraph's. */
function* listedBlocks(
  { posts, matches }: Analysis,
  byId: ReadonlyMap<string, readonly BlockedPassage[]>,
  { idOf }: ListTools,
): Generator<ListedRun> {
  const { blocks } = matches;
  if (![...byId.values()].flat().some(({ key }) => key === null)) return;
  for (let block = 0; block < blocks.rows; block++) {
    const from = blocks.firstOccurrence.at(block);
    if (blocks.first.at(from) === blocks.last.at(from)) continue;
    const named = byId.get(idOf(block))?.find(({ key }) => key === null);
    if (named === undefined) continue;
    for (let at = from; at < blocks.firstOccurrence.at(block + 1); at++) {
      const first = blocks.first.at(at);
      if (posts.paragraphs.post.at(first) < posts.table.firstNew) continue;
      yield { first, last: blocks.last.at(at), line: named.line };
    }
  }
}

function* listedRuns(
  { posts }: Analysis,
  byId: ReadonlyMap<string, readonly BlockedPassage[]>,
  runs: readonly FoundRun[],
): Generator<ListedRun> {
  const from = firstNewParagraph(posts);
  for (const { id, first, last } of runs) {
    const named = byId.get(id)?.find(({ key }) => key === null);
    if (named !== undefined && first >= from) yield { first, last, line: named.line };
  }
}
