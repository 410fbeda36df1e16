/** Which blocks a post holds, and which of them another post holds too. */
import {
  type Column,
  type Columns,
  type LineTable,
  type Matches,
  type Posts,
  type RecordTable,
  Skip,
} from '../model.js';

/** What clustering reads. */
export interface Shared {
  readonly columns: Columns;
  readonly lines: LineTable;
  readonly records: RecordTable;
  readonly posts: Posts;
  readonly matches: Matches;
}

/** The blocks of the post last read, each once, in the order of their first occurrence there. */
export interface HeldBlocks {
  readonly count: number;
  /** The blocks, up to `count`. */
  readonly block: Column;
  /** By place in `block`, the characters of all its occurrences in the post that can be compared. */
  readonly characters: Column;
  /** Of all occurrences in order: equal for posts that hold the same. */
  readonly hash: number;
  /** Makes this the list of `post`: one list is reused for all posts. */
  read(post: number): void;
  release(): void;
}

/** Makes an empty list. */
export function createHeldBlocks(shared: Shared): HeldBlocks {
  const { columns, matches } = shared;
  const { rows, firstHeld, heldBlock, heldCharacters } = matches.blocks;
  const block = columns.uint32(0);
  const characters = columns.float64(0);
  /** Where in the list a block may stand: what an earlier post has left here is told by a look at the list. */
  const placeOf = columns.uint32(rows);
  let count = 0;
  let hash = 0;
  const add = (held: number, comparable: number): void => {
    hash = Math.imul(hash ^ held, 0x01000193) ^ (hash >>> 15);
    const known = placeOf.at(held);
    const place = known < count && block.at(known) === held ? known : count;
    if (place === count) {
      placeOf.set(held, place);
      block.set(place, held);
      characters.set(place, 0);
      count += 1;
    }
    characters.set(place, characters.at(place) + comparable);
  };
  return {
    get count() {
      return count;
    },
    get hash() {
      return hash >>> 0;
    },
    block,
    characters,
    read(post) {
      count = 0;
      hash = 0x811c9dc5;
      const end = firstHeld.at(post + 1);
      for (let at = firstHeld.at(post); at < end; at++) add(heldBlock.at(at), heldCharacters.at(at));
    },
    release() {
      block.release();
      characters.release();
      placeOf.release();
    },
  };
}

/**
 * Characters of all occurrences of `block` in `post`, 0 where it holds none. A binary search: a post may be long,
 * and be compared with many.
 */
export function charactersHeld(shared: Shared, block: number, post: number): number {
  const { blocks } = shared.matches;
  const { table } = shared.posts;
  const from = table.firstParagraph.at(post);
  const end = table.firstParagraph.at(post + 1);
  const last = blocks.firstOccurrence.at(block + 1);
  let low = blocks.firstOccurrence.at(block);
  let high = last;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (blocks.first.at(middle) < from) low = middle + 1;
    else high = middle;
  }
  let characters = 0;
  for (; low < last && blocks.first.at(low) < end; low++) characters += charactersOf(shared, low);
  return characters;
}

function charactersOf({ lines, posts, matches }: Shared, occurrence: number): number {
  const { blocks, skip } = matches;
  let characters = 0;
  for (let at = blocks.first.at(occurrence); at <= blocks.last.at(occurrence); at++) {
    if (skip.at(at) === Skip.none) characters += lines.characters.at(posts.paragraphs.row.at(at));
  }
  return characters;
}
