/** Which blocks a post holds, and which of them another post holds too. */
import { type LineTable, type Matches, type Posts, type RecordTable, Skip } from '../model.js';

/** What clustering reads. */
export interface Shared {
  readonly lines: LineTable;
  readonly records: RecordTable;
  readonly posts: Posts;
  readonly matches: Matches;
}

/** The blocks of the post last read, each once, in the order of their first occurrence there. */
export interface HeldBlocks {
  readonly count: number;
  /** The blocks, up to `count`. */
  readonly block: Uint32Array;
  /** By place in `block`, the characters of all its occurrences in the post that can be compared. */
  readonly characters: Float64Array;
  /** Of all occurrences in order: equal for posts that hold the same. */
  readonly hash: number;
  /** Makes this the list of `post`: one list is reused for all posts. */
  read(post: number): void;
}

/** Makes an empty list. */
export function createHeldBlocks(shared: Shared): HeldBlocks {
  const { matches } = shared;
  const { rows, held: occurrences, firstHeld, block: blockOf } = matches.blocks;
  const block = new Uint32Array(rows);
  const characters = new Float64Array(rows);
  /** Where in the list a block may stand: what an earlier post has left here is told by a look at the list. */
  const placeOf = new Uint32Array(rows);
  let count = 0;
  let hash = 0;
  const add = (occurrence: number): void => {
    const held = blockOf[occurrence] ?? 0;
    hash = Math.imul(hash ^ held, 0x01000193) ^ (hash >>> 15);
    const known = placeOf[held] ?? 0;
    const place = known < count && block[known] === held ? known : count;
    if (place === count) {
      placeOf[held] = place;
      block[place] = held;
      characters[place] = 0;
      count += 1;
    }
    characters[place] = (characters[place] ?? 0) + charactersOf(shared, occurrence);
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
      const end = firstHeld[post + 1] ?? 0;
      for (let at = firstHeld[post] ?? 0; at < end; at++) add(occurrences[at] ?? 0);
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
  const from = table.firstParagraph[post] ?? 0;
  const end = table.firstParagraph[post + 1] ?? 0;
  const last = blocks.firstOccurrence[block + 1] ?? 0;
  let low = blocks.firstOccurrence[block] ?? 0;
  let high = last;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((blocks.first[middle] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  let characters = 0;
  for (; low < last && (blocks.first[low] ?? 0) < end; low++) characters += charactersOf(shared, low);
  return characters;
}

function charactersOf({ lines, posts, matches }: Shared, occurrence: number): number {
  const { blocks, skip } = matches;
  let characters = 0;
  for (let at = blocks.first[occurrence] ?? 0; at <= (blocks.last[occurrence] ?? 0); at++) {
    if (skip[at] === Skip.none) characters += lines.characters[posts.paragraphs.row[at] ?? 0] ?? 0;
  }
  return characters;
}
