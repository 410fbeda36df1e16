/** Analysis and baseline → the baseline that is to be written. */
import type { Analysis } from '../model.js';
import { orderPosts, originOf } from '../order-posts.js';
import type { Baseline, BaselineEntry, BaselineKind } from './baseline.js';
import { describeMetBlock } from './describe-met-block.js';
import { type Counts, createKnownPassages } from './known-passages.js';
import type { Acceptance } from './policies.js';

/** What a renewal does. */
export interface Renewal {
  /** The old baseline; null where there is none yet. */
  readonly baseline: Baseline | null;
  /** Accept what is found now. */
  readonly update: boolean;
  /** Forget what is found no longer, or less often. */
  readonly prune: boolean;
  /** What the configuration accepts needs no entry. */
  readonly accept: readonly Acceptance[];
}

/** What a renewal needs of other stages. */
export interface RenewalTools {
  readonly kind: BaselineKind;
  readonly idOf: (block: number) => string;
  /** How a block begins. */
  readonly excerptOf: (block: number) => string;
}

/** Makes the new baseline: one entry a block that the dumps have, and what is kept of the old ones. */
export function renewBaseline(analysis: Analysis, renewal: Renewal, tools: RenewalTools): Baseline {
  const old = renewal.baseline?.entries ?? [];
  const known = createKnownPassages(renewal.baseline, renewal.accept);
  const { posts, matches } = analysis;
  const compare = orderPosts(posts.table);
  const entries: BaselineEntry[] = [];
  for (let block = 0; block < matches.blocks.rows; block++) {
    const origin = originOf({ posts, blocks: matches.blocks }, block, compare);
    const met = describeMetBlock(analysis, { block, origin }, tools.idOf);
    if (known.accepts(met)) continue;
    const counts = renewal.update ? met : lower(met, known.allowed(met));
    if (counts === null) continue;
    const { id, paragraphs } = met;
    const { occurrences, uncredited } = counts;
    entries.push({ id, occurrences, uncredited, paragraphs, excerpt: tools.excerptOf(block) });
  }
  const renewed = new Set(entries.flatMap(({ paragraphs }) => paragraphs));
  const kept = renewal.prune
    ? []
    : old.filter(({ paragraphs }) => !paragraphs.some((paragraph) => renewed.has(paragraph)));
  return { ...tools.kind, entries: [...entries, ...kept] };
}

/** Null: nothing of it was accepted. */
function lower(met: Counts, allowed: Counts | null): Counts | null {
  if (allowed === null) return null;
  return {
    occurrences: Math.min(met.occurrences, allowed.occurrences),
    uncredited: Math.min(met.uncredited, allowed.uncredited),
  };
}
