/** Whether a block is told as from an index, not as from the posts at hand. */
import type { Column } from './columns.js';
import { SeenBlock } from './seen.js';

/** `blocks` is as in the `SeenTable`, null where no index was asked. */
export function isSeen(blocks: Column | null, block: number): boolean {
  return blocks !== null && blocks.at(block) !== SeenBlock.atHand;
}
