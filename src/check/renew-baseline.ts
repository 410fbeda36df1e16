/** Analysis and baseline → the baseline that is to be written. */
import { isSeen } from '../model/is-seen.js';
import type { Analysis, SeenTable } from '../model.js';
import type { Baseline, BaselineEntry, BaselineKind } from './baseline.js';
import { describeMetBlock } from './describe-met-block.js';
import { type Counts, createKnownPassages, type MetBlock } from './known-passages.js';
import { meetRuns } from './meet-runs.js';
import type { KnownAcceptance } from './policies.js';
import { postsMetAgain } from './posts-met-again.js';

/** What a renewal does. */
export interface Renewal {
  /** The old baseline; null where there is none yet. */
  readonly baseline: Baseline | null;
  /** Accept what is found now. */
  readonly update: boolean;
  /** Forget what is found no longer, or less often. */
  readonly prune: boolean;
  /** What the configuration accepts needs no entry. */
  readonly accept: readonly KnownAcceptance[];
}

/** What a renewal needs of other stages. */
export interface RenewalTools {
  readonly kind: BaselineKind;
  readonly idOf: (block: number) => string;
  /** The id of a run of paragraphs, as of a block. */
  readonly idOfRun: (first: number, last: number) => string;
  /** How a paragraph begins. */
  readonly excerptOf: (paragraph: number) => string;
}

/** Makes the new baseline: one entry a block that the dumps have or an index has seen, and what is kept of the old ones. */
export function renewBaseline(
  analysis: Analysis,
  seen: SeenTable | null,
  renewal: Renewal,
  tools: RenewalTools,
): Baseline {
  const old = renewal.baseline?.entries ?? [];
  const known = createKnownPassages(renewal.baseline, renewal.accept);
  const { matches } = analysis;
  const entries: BaselineEntry[] = [];
  /** Paragraphs whose old entries are still needed as they are. */
  const needed = new Set<string>();
  const add = (met: MetBlock, excerpt: () => string): void => {
    const counts = renewal.update ? met : lower(met, known.allowed(met));
    if (counts === null || known.accepts(met)) return;
    // Copies that are some only since what they are of was taken away: that it stood there once excuses them.
    if (counts.uncredited < met.uncredited) {
      for (const paragraph of met.paragraphs) needed.add(paragraph);
      return;
    }
    const { id, paragraphs } = met;
    const { occurrences, uncredited } = counts;
    entries.push({ id, occurrences, uncredited, paragraphs, excerpt: excerpt() });
  };
  const metAgain = postsMetAgain(analysis, seen);
  for (let block = 0; block < matches.blocks.rows; block++) {
    // It is in runs.
    if (isSeen(seen?.blocks ?? null, block)) continue;
    const origin = matches.blocks.origin.at(block);
    const met = describeMetBlock(analysis, { block, origin, seen, metAgain }, tools.idOf);
    add(met, () => tools.excerptOf(matches.blocks.first.at(origin)));
  }
  const byDumps = new Set(entries.map(({ id }) => id));
  for (const [run, met] of seen === null ? [] : meetRuns(analysis, seen, { known, idOfRun: tools.idOfRun })) {
    if (byDumps.has(met.id)) continue;
    byDumps.add(met.id);
    add(met, () => tools.excerptOf(seen?.runs.first.at(run) ?? 0));
  }
  const renewed = new Set(entries.flatMap(({ paragraphs }) => paragraphs));
  const kept = old.filter(({ paragraphs }) =>
    renewal.prune
      ? paragraphs.some((paragraph) => needed.has(paragraph))
      : !paragraphs.some((paragraph) => renewed.has(paragraph)),
  );
  // Runs of an index share paragraphs: what one lowers another may need.
  const byId = new Map([...entries, ...kept].map((entry) => [entry.id, entry]));
  return { ...tools.kind, entries: [...byId.values()] };
}

/** Null: nothing of it was accepted. */
function lower(met: Counts, allowed: Counts | null): Counts | null {
  if (allowed === null) return null;
  return {
    occurrences: Math.min(met.occurrences, allowed.occurrences),
    uncredited: Math.min(met.uncredited, allowed.uncredited),
  };
}
