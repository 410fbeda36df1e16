/**
 * Finds what a gate names by ids. An id is that of a paragraph or of a block, and what is a block depends on who has copied
 * which part of it: a passage that stands once, or of which somebody has copied a part, is found among the runs of paragraphs.
 */
import type { Analysis, SeenTable, UnmetId } from '../model.js';
import { fingerprintsOf } from './compared-in.js';
import { type FoundRun, findRuns, type RunHash } from './find-runs.js';
import { findUnmetIds } from './find-unmet-ids.js';
import type { Acceptance, Gate, KnownAcceptance } from './policies.js';

/** What was found of it. */
export interface Named {
  readonly accept: readonly KnownAcceptance[];
  /** Of ids that no paragraph and no block has. */
  readonly runs: readonly FoundRun[];
  /** Ids that nothing has. */
  readonly unmet: readonly UnmetId[];
}

/** Finds it; `seen` is what an index knew of the dumps, null where none was asked. */
export function findNamed(
  analysis: Analysis,
  seen: SeenTable | null,
  gate: { readonly accept: readonly Acceptance[] } & Pick<Gate, 'blocklist'>,
  tools: { readonly idOf: (block: number) => string; readonly hash: RunHash },
): Named {
  const missing = findUnmetIds(analysis, gate, tools.idOf);
  const posts = postsToSearch(analysis, seen, new Set(missing.map(({ by }) => by)));
  const wanted = new Set(missing.map(({ id }) => id));
  const runs = [...findRuns(analysis, wanted, { posts, hash: tools.hash })];
  const found = new Map(runs.map((run) => [run.id, run]));
  const paragraphsOf = (id: string): readonly string[] => {
    const run = found.get(id);
    return run === undefined ? [id] : fingerprintsOf(analysis, run.first, run.last);
  };
  return {
    accept: gate.accept.map((one) => ({ ...one, paragraphs: paragraphsOf(one.id) })),
    runs,
    unmet: missing.filter(({ id }) => !found.has(id)),
  };
}

/** What is blocked may stand in any new post; what is accepted matters where something repeats. */
function* postsToSearch(
  { columns, posts, matches }: Analysis,
  seen: SeenTable | null,
  by: ReadonlySet<UnmetId['by']>,
): Generator<number> {
  if (by.size === 0) return;
  const { table, paragraphs } = posts;
  const searched = columns.uint8(table.rows);
  if (by.has('blocklist')) searched.fill(1, table.firstNew, table.rows);
  if (by.has('config')) {
    for (const { first } of seen === null ? [matches.blocks] : [matches.blocks, seen.runs])
      for (let at = 0; at < first.length; at++) searched.set(paragraphs.post.at(first.at(at)), 1);
  }
  for (let post = 0; post < table.rows; post++) if (searched.at(post) === 1) yield post;
}
