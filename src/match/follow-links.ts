/** Chains of linked groups become blocks, whose occurrences are put down as posts are walked. */

import { copyColumn } from '../columns/copy-column.js';
import { capCharacters } from '../model/cap-characters.js';
import type { Column, WritableColumn } from '../model.js';
import type { Blocks, Compared } from './compared.js';

/** In place of a block's number: the group follows another one, so its paragraphs lengthen the occurrence at hand. */
const FOLLOWS = 0xffffffff;

/** Finds all occurrences of all blocks. */
export function followLinks(of: Compared, counting: Column, next: Column): Blocks {
  const { columns, groups } = of;
  const { rows, firstParagraph } = of.posts.table;
  const { blockOf, ...numbered } = numberBlocks(of, counting, next);
  const occurrences = new Occurrences(of, numbered.firstOccurrence);
  const firstHeld = columns.uint32(rows + 1);
  let from = 0;
  for (let post = 0; post < rows; post++) {
    const end = firstParagraph.at(post + 1);
    for (let paragraph = from; paragraph < end; paragraph++) {
      const block = blockOf.at(groups.of.at(paragraph));
      if (block === 0) continue;
      if (block !== FOLLOWS) occurrences.begin(block - 1, paragraph);
      occurrences.lengthen(paragraph);
    }
    firstHeld.set(post + 1, occurrences.count);
    from = end;
  }
  blockOf.release();
  return { ...numbered, ...occurrences.finish(), firstHeld };
}

/** Puts occurrences down while paragraphs go by. */
class Occurrences {
  count = 0;
  readonly #of: Compared;
  /** By block, where its next occurrence goes. */
  readonly #filled: WritableColumn;
  readonly #first: WritableColumn;
  readonly #last: WritableColumn;
  readonly #held: WritableColumn;
  readonly #heldBlock: WritableColumn;
  readonly #heldCharacters: WritableColumn;
  /** The occurrence at hand. */
  #at = 0;

  constructor(of: Compared, firstOccurrence: Column) {
    const { columns } = of;
    const length = firstOccurrence.at(firstOccurrence.length - 1);
    this.#of = of;
    this.#filled = copyColumn(firstOccurrence, columns.uint32(firstOccurrence.length));
    this.#first = columns.uint32(length);
    this.#last = columns.uint32(length);
    this.#held = columns.uint32(length);
    this.#heldBlock = columns.uint32(length);
    this.#heldCharacters = columns.uint32(length);
  }

  /** The next occurrence, of `block`. */
  begin(block: number, paragraph: number): void {
    this.#at = this.#filled.at(block);
    this.#filled.set(block, this.#at + 1);
    this.#first.set(this.#at, paragraph);
    this.#held.set(this.count, this.#at);
    this.#heldBlock.set(this.count, block);
    this.count += 1;
  }

  /** Adds a paragraph to the occurrence at hand. */
  lengthen(paragraph: number): void {
    const { lines, posts } = this.#of;
    const characters = lines.characters.at(posts.paragraphs.row.at(paragraph));
    const known = this.#heldCharacters.at(this.count - 1);
    this.#last.set(this.#at, paragraph);
    this.#heldCharacters.set(this.count - 1, capCharacters(known + characters));
  }

  /** All that were put down. */
  finish(): Omit<Blocks, 'rows' | 'firstOccurrence' | 'firstHeld'> {
    this.#filled.release();
    return {
      first: this.#first,
      last: this.#last,
      held: this.#held,
      heldBlock: this.#heldBlock,
      heldCharacters: this.#heldCharacters,
    };
  }
}

/** Each group that counts and follows no other begins a block: by group 1 + its number, 0 for those that do not count. */
function numberBlocks(
  { columns, groups }: Compared,
  counting: Column,
  next: Column,
): { rows: number; blockOf: WritableColumn; firstOccurrence: WritableColumn } {
  const blockOf = columns.uint32(groups.count);
  for (let group = 0; group < groups.count; group++) {
    const follower = next.at(group);
    if (follower !== 0) blockOf.set(follower - 1, FOLLOWS);
  }
  const firstOccurrence = columns.uint32(0);
  let rows = 0;
  let occurrences = 0;
  for (let group = 0; group < groups.count; group++) {
    if (counting.at(group) === 0 || blockOf.at(group) === FOLLOWS) continue;
    firstOccurrence.set(rows, occurrences);
    rows += 1;
    blockOf.set(group, rows);
    occurrences += groups.size.at(group);
  }
  firstOccurrence.set(rows, occurrences);
  return { rows, blockOf, firstOccurrence };
}
