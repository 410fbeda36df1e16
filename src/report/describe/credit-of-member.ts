/** How a member of a cluster stands to the cluster's origin. */
import { creditOf } from '../../model/credit-of.js';
import { holdsBlock, occurrencesIn, originOf } from '../../model/held-by-posts.js';
import { isSeen } from '../../model/is-seen.js';
import { type Analysis, type Column, type Credit, SeenBlock } from '../../model.js';

/** The cluster of which a post is a copy. */
export interface Joined {
  readonly origin: number;
  readonly credit: Credit;
}

/** Two posts of a cluster. */
interface Pair {
  readonly post: number;
  readonly origin: number;
}

/** The origin of the cluster that `post` has joined, and how it stands to it; null where it is no copy of one. */
export function joinedBy(analysis: Analysis, seenBlocks: Column | null, post: number): Joined | null {
  const { clusters } = analysis;
  const cluster = clusters.of.at(post) - 1;
  if (cluster < 0) return null;
  const origin = clusters.origin.at(cluster);
  return { origin, credit: creditOfMember(analysis, seenBlocks, { post, origin }) };
}

/**
 * Whether `post` credits the `origin` of its cluster. What it has in common with it may have been its own even before: then
 * it owes nothing. Without text in common they are one message: posted again, or forwarded. What an index has from before, the
 * posts have from there: `seenBlocks` is as in the {@link SeenTable}, null where no index was asked.
 */
export function creditOfMember(analysis: Analysis, seenBlocks: Column | null, of: Pair): Credit {
  const { post, origin } = of;
  const { table } = analysis.posts;
  const credit = creditOf(table, post, origin);
  if (credit === 'own') return credit;
  if (analysis.clusters.own.at(post) > 0) return hasFromOther(analysis, seenBlocks, of) ? credit : 'own';
  const isAgain = credit === 'uncredited' || table.source.at(post) === table.source.at(origin);
  return isAgain ? 'own' : credit;
}

/** What two posts have in common as far as an index knows it, as a {@link SeenBlock} code: the lowest of their blocks; null without one. */
export function sharedSeen(analysis: Analysis, seenBlocks: Column, { post, origin }: Pair): number | null {
  let lowest: number | null = null;
  for (const occurrence of occurrencesIn(analysis, post)) {
    const block = analysis.matches.blocks.block.at(occurrence);
    if (!holdsBlock(analysis, origin, block)) continue;
    lowest = Math.min(lowest ?? SeenBlock.signature, seenBlocks.at(block));
    if (lowest === SeenBlock.atHand) break;
  }
  return lowest;
}

/** Whether it is all from there, and nothing is to be told of it here. */
export function isAllSeen(analysis: Analysis, seenBlocks: Column, pair: Pair): boolean {
  return (sharedSeen(analysis, seenBlocks, pair) ?? SeenBlock.atHand) !== SeenBlock.atHand;
}

/** Whether any of the text that a post shares with `origin` is, by where it stood first, not its own. */
function hasFromOther(analysis: Analysis, seenBlocks: Column | null, { post, origin }: Pair): boolean {
  const { heldBlock, firstHeld } = analysis.matches.blocks;
  for (let at = firstHeld.at(post); at < firstHeld.at(post + 1); at++) {
    const block = heldBlock.at(at);
    if (isSeen(seenBlocks, block)) continue;
    const first = originOf(analysis, block);
    if (first === post || creditOf(analysis.posts.table, post, first) === 'own') continue;
    if (first === origin || holdsBlock(analysis, origin, block)) return true;
  }
  return false;
}
