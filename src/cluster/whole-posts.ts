/**
 * Finds the earlier post that holds the same blocks in the same order. A table with one post a slot: a post that
 * loses its slot to another is only found by its blocks, as any post is.
 */
import { heldBlocks, type Shared } from './held-blocks.js';

/** Remembers posts by all they hold. */
export interface Wholes {
  /** A remembered post that probably holds just what `post` holds. */
  earlier(post: number): number | null;
  remember(post: number): void;
}

/** Slots for the posts that hold blocks, within bounds. */
const FEWEST_SLOTS = 1 << 10;
const MOST_SLOTS = 1 << 20;

/** Makes an empty memory. */
export function createWholes(shared: Shared): Wholes {
  const wanted = Math.min(MOST_SLOTS, Math.max(FEWEST_SLOTS, shared.posts.table.rows));
  const slots = new Uint32Array(2 ** Math.ceil(Math.log2(wanted)));
  const slotOf = (post: number): number => {
    let hash = 0x811c9dc5;
    for (const { block } of heldBlocks(shared, post))
      hash = Math.imul(hash ^ block, 0x01000193) ^ (hash >>> 15);
    return (hash >>> 0) & (slots.length - 1);
  };
  return {
    earlier(post) {
      const found = slots[slotOf(post)] ?? 0;
      return found === 0 ? null : found - 1;
    },
    remember(post) {
      const slot = slotOf(post);
      if (slots[slot] === 0) slots[slot] = post + 1;
    },
  };
}
