/** Which blocks a post holds, and which of them another post holds too. */
import { firstOccurrenceFrom } from '../model/first-occurrence-from.js';
import {
  type BlockTable,
  type Column,
  type Columns,
  type LineTable,
  type Matches,
  type Posts,
  type RecordTable,
  type Releasable,
  Skip,
  type WritableColumn,
} from '../model.js';
import { NumberList } from './number-list.js';

/** What clustering reads. */
export interface Shared {
  readonly columns: Columns;
  readonly lines: LineTable;
  readonly records: RecordTable;
  readonly posts: Posts;
  readonly matches: Matches;
}

/** The blocks of the post last read, each once, in the order of their first occurrence there. */
export class HeldBlocks implements Releasable {
  /** Of all occurrences in order: equal for posts that hold the same. */
  hash = 0;
  readonly #blocks: BlockTable;
  readonly #list: NumberList;
  readonly #characters: WritableColumn;

  /** An empty list, which is reused for all posts. */
  constructor({ columns, matches }: Shared) {
    this.#blocks = matches.blocks;
    this.#list = new NumberList(columns, matches.blocks.rows);
    this.#characters = columns.float64(0);
  }

  get count(): number {
    return this.#list.count;
  }

  /** The blocks, up to `count`. */
  get block(): Column {
    return this.#list.numbers;
  }

  /** By place in `block`, the characters of all its occurrences in the post that can be compared. */
  get characters(): Column {
    return this.#characters;
  }

  /** Makes this the list of `post`. */
  read(post: number): void {
    const { firstHeld, heldBlock, heldCharacters } = this.#blocks;
    this.#list.clear();
    this.hash = 0x811c9dc5;
    const end = firstHeld.at(post + 1);
    for (let at = firstHeld.at(post); at < end; at++) this.#add(heldBlock.at(at), heldCharacters.at(at));
  }

  release(): void {
    for (const done of [this.#list, this.#characters]) done.release();
  }

  #add(block: number, comparable: number): void {
    this.hash = (Math.imul(this.hash ^ block, 0x01000193) ^ (this.hash >>> 15)) >>> 0;
    const known = this.#list.placeOf(block);
    if (known < 0) this.#characters.set(this.#list.add(block), comparable);
    else this.#characters.set(known, this.#characters.at(known) + comparable);
  }
}

/** Characters of all occurrences of `block` in `post`, 0 where it holds none. */
export function charactersHeld(shared: Shared, block: number, post: number): number {
  const { blocks } = shared.matches;
  const { table } = shared.posts;
  const end = table.firstParagraph.at(post + 1);
  const last = blocks.firstOccurrence.at(block + 1);
  let at = firstOccurrenceFrom(blocks, block, table.firstParagraph.at(post));
  let characters = 0;
  for (; at < last && blocks.first.at(at) < end; at++) characters += charactersOf(shared, at);
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
