/** Of the posts that may be the origin of a post, the one it is most like. */
import type { Column } from '../model.js';
import { charactersHeld, type HeldBlocks, type Shared } from './held-blocks.js';
import type { SharedOrigins } from './shared-origins.js';

/** How a post relates to an origin: the shares of each that the other has. */
export interface Relative {
  readonly origin: number;
  readonly coverage: number;
  readonly originCoverage: number;
}

/** A post joins when the origin has this share of it, or it has this share of the origin. */
const STRONG = 0.5;
/** How many possible origins are compared in full. */
const COMPARED = 4;

/**
 * Finds the strongest relative of `post`, null where none is strong enough. `held` is what the post holds, `sharedWith`
 * has the possible origins as far as remembered, earliest first; `weights` the characters of each post.
 */
export function findRelative(
  shared: Shared,
  post: number,
  of: { held: HeldBlocks; sharedWith: SharedOrigins; weights: Column },
): Relative | null {
  let best: Relative | null = null;
  let most = 0;
  for (const origin of likeliest(of.sharedWith)) {
    const relative = relate(shared, { post, origin, held: of.held, weights: of.weights });
    const own = relative.coverage * of.weights.at(post);
    if (own <= most || Math.max(relative.coverage, relative.originCoverage) < STRONG) continue;
    most = own;
    best = relative;
  }
  return best;
}

/** How `post`, which holds what `held` lists, relates to `origin`, however little they share. */
export function relate(
  shared: Shared,
  { post, origin, held, weights }: { post: number; origin: number; held: HeldBlocks; weights: Column },
): Relative {
  const { own, theirs } = compare(shared, held, origin);
  return {
    origin,
    coverage: own / Math.max(1, weights.at(post)),
    originCoverage: theirs / Math.max(1, weights.at(origin)),
  };
}

/** The origins that share most, of equals the ones remembered first. Mostly there is one, or a few. */
function likeliest({ count, post, characters }: SharedOrigins): number[] {
  const best: number[] = [];
  for (let at = 0; at < count; at++) {
    const shared = characters.at(at);
    let rank = best.length;
    while (rank > 0 && shared > characters.at(best[rank - 1] ?? 0)) rank -= 1;
    if (rank < COMPARED) best.splice(rank, 0, at);
    if (best.length > COMPARED) best.pop();
  }
  return best.map((at) => post.at(at));
}

/** Characters of either post that stand in blocks both hold. */
function compare(shared: Shared, held: HeldBlocks, origin: number): { own: number; theirs: number } {
  let own = 0;
  let theirs = 0;
  for (let at = 0; at < held.count; at++) {
    const inOrigin = charactersHeld(shared, held.block.at(at), origin);
    if (inOrigin > 0) own += held.characters.at(at);
    theirs += inOrigin;
  }
  return { own, theirs };
}
