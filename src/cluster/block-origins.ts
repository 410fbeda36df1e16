/** Which posts each block remembers as possible origins of later posts that hold it: the earliest few. */

import { capCharacters } from '../cap-characters.js';
import type { Column, Columns } from '../model.js';
import type { HeldBlocks } from './held-blocks.js';
import type { SharedOrigins } from './shared-origins.js';

/** How many earlier posts a block remembers. */
const REMEMBERED = 4;

/** What blocks remember. */
export interface BlockOrigins {
  /** Makes `sharedWith` the list of all posts that the blocks of `held` remember. */
  credit(sharedWith: SharedOrigins, held: HeldBlocks): void;
  /** Places in the `held` last credited whose blocks may stand in posts that they do not remember; up to `fullCount`. */
  readonly full: Column;
  readonly fullCount: number;
  remembers(block: number, post: number): boolean;
  /** Lets the blocks of `held` remember `post`, which holds them, as far as they have room. */
  remember(held: HeldBlocks, post: number): void;
  release(): void;
}

/** Makes the memories of `blocks` blocks, which remember nothing. */
export function createBlockOrigins(columns: Columns, blocks: number): BlockOrigins {
  /** By block, 1 + the posts, and the characters of the block in each; 0 behind the last. */
  const posts = columns.uint32(blocks * REMEMBERED);
  const characters = columns.uint32(blocks * REMEMBERED);
  const full = columns.uint32(0);
  let fullCount = 0;
  const creditBlock = (sharedWith: SharedOrigins, held: HeldBlocks, place: number): void => {
    const from = held.block.at(place) * REMEMBERED;
    for (let at = from; at < from + REMEMBERED; at++) {
      const post = posts.at(at);
      if (post === 0) return;
      sharedWith.add(post - 1, held.characters.at(place), characters.at(at));
    }
    full.set(fullCount, place);
    fullCount += 1;
  };
  return {
    credit(sharedWith, held) {
      sharedWith.clear();
      fullCount = 0;
      for (let place = 0; place < held.count; place++) creditBlock(sharedWith, held, place);
    },
    full,
    get fullCount() {
      return fullCount;
    },
    remembers(block, post) {
      for (let at = block * REMEMBERED; at < (block + 1) * REMEMBERED; at++) {
        if (posts.at(at) === post + 1) return true;
      }
      return false;
    },
    remember(held, post) {
      for (let place = 0; place < held.count; place++) {
        const from = held.block.at(place) * REMEMBERED;
        let at = from;
        while (at < from + REMEMBERED && posts.at(at) !== 0) at += 1;
        if (at === from + REMEMBERED) continue;
        posts.set(at, post + 1);
        characters.set(at, capCharacters(held.characters.at(place)));
      }
    },
    release() {
      for (const column of [posts, characters, full]) column.release();
    },
  };
}
