/**
 * Finds the earlier post that holds the same blocks in the same order. A table with one post a slot: a post that
 * loses its slot to another is only found by its blocks, as any post is.
 */
import type { HeldBlocks, Shared } from './held-blocks.js';

/** Remembers posts by all they hold. */
export interface Wholes {
  /** A remembered post that probably holds just what `held` lists. */
  earlier(held: HeldBlocks): number | null;
  /** Remembers `post`, which holds what `held` lists. */
  remember(held: HeldBlocks, post: number): void;
  release(): void;
}

/** Slots for the posts that hold blocks, within bounds. */
const FEWEST_SLOTS = 1 << 10;
const MOST_SLOTS = 1 << 20;

/** Makes an empty memory. */
export function createWholes(shared: Shared): Wholes {
  const wanted = Math.min(MOST_SLOTS, Math.max(FEWEST_SLOTS, shared.posts.table.rows));
  const work = shared.columns.work(2 ** Math.ceil(Math.log2(wanted)));
  const slots = work.values.fill(0);
  const mask = slots.length - 1;
  return {
    earlier({ hash }) {
      const found = slots[hash & mask] ?? 0;
      return found === 0 ? null : found - 1;
    },
    remember({ hash }, post) {
      const slot = hash & mask;
      if (slots[slot] === 0) slots[slot] = post + 1;
    },
    release: () => work.release(),
  };
}
