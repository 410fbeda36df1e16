/** Of the posts that may be the origin of a post, the one it is most like. */
import type { ComparePosts } from '../model/order-posts.js';
import type { Column } from '../model.js';
import type { BlockOrigins } from './block-origins.js';
import { charactersHeld, type HeldBlocks, type Shared } from './held-blocks.js';
import type { SharedOrigins } from './shared-origins.js';

/** How a post relates to an origin: its characters that the origin has too, and those of the origin that it has. */
export interface Relative {
  readonly origin: number;
  readonly own: number;
  readonly theirs: number;
}

/** What a post holds, and what it may have that from; `weights` are the characters of each post, `compare` says which was first. */
export interface Relating {
  readonly shared: Shared;
  readonly compare: ComparePosts;
  readonly held: HeldBlocks;
  readonly origins: BlockOrigins;
  readonly sharedWith: SharedOrigins;
  readonly weights: Column;
}

/** A post joins when the origin has this share of it, or it has this share of the origin. */
const STRONG = 0.5;
/** How many possible origins are compared in full. */
export const COMPARED = 4;

/**
 * Finds the strongest relative of `post`, null where none is strong enough. Of equals it is `twin`, a post that probably
 * holds just the same (null: none), else the earliest.
 */
export function findRelative(by: Relating, post: number, twin: number | null): Relative | null {
  const { sharedWith } = by;
  let best = twin === null ? null : stronger(by, post, twin, null);
  // Mostly there is one, or none.
  if (sharedWith.count === 1) return stronger(by, post, sharedWith.post.at(0), best);
  if (sharedWith.count === 0) return best;
  const most = twin === null ? COMPARED : COMPARED - 1;
  for (const origin of likeliest(by, most, () => true)) best = stronger(by, post, origin, best);
  if (best !== null || sharedWith.count <= most) return best;
  // Those that share most do not share enough: one that shares less may be short, and stand in the post whole.
  const [origin] = likeliest(by, 1, (relative) => isStrong(by, post, relative));
  return origin === undefined ? null : stronger(by, post, origin, null);
}

/** `origin` as a relative of `post`, or the best one before it where that is as good. */
function stronger(by: Relating, post: number, origin: number, best: Relative | null): Relative | null {
  const relative = relate(by, origin);
  return relative.own > (best?.own ?? 0) && isStrong(by, post, relative) ? relative : best;
}

function isStrong(by: Relating, post: number, relative: Relative): boolean {
  return isMostOf(by, post, relative) || relative.theirs >= STRONG * by.weights.at(relative.origin);
}

/** Whether the origin has so much of `post` that a copy of it is one of the origin, too. */
export function isMostOf({ weights }: Relating, post: number, { own }: Relative): boolean {
  return own >= STRONG * weights.at(post);
}

/** Of the origins that `isMeant`, the `most` that share most, of equals the earliest: all by the blocks that remember them. */
function likeliest(
  { sharedWith: { count, post, own, theirs }, compare }: Relating,
  most: number,
  isMeant: (relative: Relative) => boolean,
): number[] {
  const best: number[] = [];
  const isLikelier = (at: number, than: number) => {
    const more = own.at(at) - own.at(than);
    return more > 0 || (more === 0 && compare(post.at(at), post.at(than)) < 0);
  };
  for (let at = 0; at < count; at++) {
    if (!isMeant({ origin: post.at(at), own: own.at(at), theirs: theirs.at(at) })) continue;
    let rank = best.length;
    while (rank > 0 && isLikelier(at, best[rank - 1] ?? 0)) rank -= 1;
    if (rank < most) best.splice(rank, 0, at);
    if (best.length > most) best.pop();
  }
  return best.map((at) => post.at(at));
}

/**
 * How the post that is held relates to `origin`, which was remembered before it, however little they share: by the
 * characters of either that stand in blocks both hold. Blocks that remember the origin have credited it; the others do
 * not stand in it, but for those that had no room to remember it, which are looked up.
 */
export function relate({ shared, held, origins, sharedWith }: Relating, origin: number): Relative {
  const place = sharedWith.placeOf(origin);
  let own = place < 0 ? 0 : sharedWith.own.at(place);
  let theirs = place < 0 ? 0 : sharedWith.theirs.at(place);
  for (let at = 0; at < origins.fullCount; at++) {
    const full = origins.full.at(at);
    const block = held.block.at(full);
    if (origins.remembers(block, origin)) continue;
    const inOrigin = charactersHeld(shared, block, origin);
    if (inOrigin > 0) own += held.characters.at(full);
    theirs += inOrigin;
  }
  return { origin, own, theirs };
}
