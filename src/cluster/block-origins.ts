/** Which posts each block remembers as possible origins of later posts that hold it: the earliest few. */

import { capCharacters } from '../model/cap-characters.js';
import type { Column, Columns, Releasable, WritableColumn } from '../model.js';
import type { HeldBlocks } from './held-blocks.js';
import type { SharedOrigins } from './shared-origins.js';

/** How many earlier posts a block remembers. */
const REMEMBERED = 4;
/** Numbers that a post takes, which stand together: 1 + the post, and the characters of the block in it; 0 behind the last. */
const ENTRY = 2;
/** Numbers that a block takes. */
const MEMORY = REMEMBERED * ENTRY;

/** What blocks remember, which is nothing at first. */
export class BlockOrigins implements Releasable {
  /** How many places of the `held` last credited are in `full`. */
  fullCount = 0;
  readonly #memory: WritableColumn;
  readonly #full: WritableColumn;

  constructor(columns: Columns, blocks: number) {
    this.#memory = columns.uint32(blocks * MEMORY);
    this.#full = columns.uint32(0);
  }

  /** Places in the `held` last credited whose blocks may stand in posts that they do not remember. */
  get full(): Column {
    return this.#full;
  }

  /** Makes `sharedWith` the list of all posts that the blocks of `held` remember. */
  credit(sharedWith: SharedOrigins, held: HeldBlocks): void {
    const { count } = held;
    sharedWith.clear();
    this.fullCount = 0;
    for (let place = 0; place < count; place++) this.#creditBlock(sharedWith, held, place);
  }

  remembers(block: number, post: number): boolean {
    const from = block * MEMORY;
    for (let at = from; at < from + MEMORY; at += ENTRY) if (this.#memory.at(at) === post + 1) return true;
    return false;
  }

  /** Lets the blocks of `held` remember `post`, which holds them, as far as they have room. */
  remember(held: HeldBlocks, post: number): void {
    for (let place = 0; place < held.count; place++) {
      const from = held.block.at(place) * MEMORY;
      let at = from;
      while (at < from + MEMORY && this.#memory.at(at) !== 0) at += ENTRY;
      if (at === from + MEMORY) continue;
      this.#memory.set(at, post + 1);
      this.#memory.set(at + 1, capCharacters(held.characters.at(place)));
    }
  }

  release(): void {
    for (const column of [this.#memory, this.#full]) column.release();
  }

  #creditBlock(sharedWith: SharedOrigins, held: HeldBlocks, place: number): void {
    const from = held.block.at(place) * MEMORY;
    for (let at = from; at < from + MEMORY; at += ENTRY) {
      const post = this.#memory.at(at) - 1;
      if (post < 0) return;
      sharedWith.add(post, held.characters.at(place), this.#memory.at(at + 1));
    }
    this.#full.set(this.fullCount, place);
    this.fullCount += 1;
  }
}
