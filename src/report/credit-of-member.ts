/** How a member of a cluster stands to the cluster's origin. */
import { creditOf } from '../model/credit-of.js';
import type { Analysis, Credit } from '../model.js';
import { holdsBlock, originOf } from './held-by-posts.js';

/** The cluster of which a post is a copy. */
export interface Joined {
  readonly origin: number;
  readonly credit: Credit;
}

/** The origin of the cluster that `post` has joined, and how it stands to it; null where it is no copy of one. */
export function joinedBy(analysis: Analysis, post: number): Joined | null {
  const { clusters } = analysis;
  const cluster = clusters.of.at(post) - 1;
  if (cluster < 0) return null;
  const origin = clusters.origin.at(cluster);
  return origin === post ? null : { origin, credit: creditOfMember(analysis, post, origin) };
}

/**
 * Whether `post` credits the `origin` of its cluster. What it has in common with it may have been its own even before: then
 * it owes nothing. Without text in common they are one message: posted again, or forwarded.
 */
export function creditOfMember(analysis: Analysis, post: number, origin: number): Credit {
  const { table } = analysis.posts;
  const credit = creditOf(table, post, origin);
  if (credit === 'own') return credit;
  if (analysis.clusters.own.at(post) > 0) return hasFromOther(analysis, post, origin) ? credit : 'own';
  const isAgain = credit === 'uncredited' || table.source.at(post) === table.source.at(origin);
  return isAgain ? 'own' : credit;
}

/** Whether any of the text that a post shares with `origin` is, by where it stood first, not its own. */
function hasFromOther(analysis: Analysis, post: number, origin: number): boolean {
  const { heldBlock, firstHeld } = analysis.matches.blocks;
  for (let at = firstHeld.at(post); at < firstHeld.at(post + 1); at++) {
    const block = heldBlock.at(at);
    const first = originOf(analysis, block);
    if (first === post || creditOf(analysis.posts.table, post, first) === 'own') continue;
    if (first === origin || holdsBlock(analysis, origin, block)) return true;
  }
  return false;
}
