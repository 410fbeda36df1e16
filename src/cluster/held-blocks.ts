/** Which blocks a post holds, and which of them another post holds too. */
import { type LineTable, type Matches, type Posts, type RecordTable, Skip } from '../model.js';

/** What clustering reads. */
export interface Shared {
  readonly lines: LineTable;
  readonly records: RecordTable;
  readonly posts: Posts;
  readonly matches: Matches;
}

/** An occurrence of `block` in a post. */
export interface HeldBlock {
  readonly block: number;
  /** Characters of the occurrence that can be compared. */
  readonly characters: number;
}

/** The occurrences of blocks in `post`, in order. */
export function* heldBlocks(shared: Shared, post: number): Generator<HeldBlock> {
  const { posts, matches } = shared;
  const end = posts.table.endParagraph[post] ?? 0;
  for (let paragraph = posts.table.firstParagraph[post] ?? 0; paragraph < end; paragraph++) {
    const occurrence = (matches.blocks.occurrenceAt[paragraph] ?? 0) - 1;
    if (occurrence < 0) continue;
    const block = matches.blocks.block[occurrence] ?? 0;
    yield { block, characters: charactersOf(shared, occurrence) };
  }
}

/**
 * Characters of all occurrences of `block` in `post`, 0 where it holds none. A binary search: a post may be long,
 * and be compared with many.
 */
export function charactersHeld(shared: Shared, block: number, post: number): number {
  const { blocks } = shared.matches;
  const { table } = shared.posts;
  const from = table.firstParagraph[post] ?? 0;
  const end = table.endParagraph[post] ?? 0;
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
