/** Chains of linked groups become blocks, whose occurrences are put down as posts are walked. */
import { capCharacters } from '../cap-characters.js';
import { copyColumn } from '../columns/copy-column.js';
import type { Column, Columns, WritableColumn } from '../model.js';
import type { Blocks, Compared } from './compared.js';

/** In place of a block's number: the group follows another one, so its paragraphs lengthen the occurrence at hand. */
const FOLLOWS = 0xffffffff;

/** Finds all occurrences of all blocks. */
export function followLinks(of: Compared, counting: Column, next: Column): Blocks {
  const { columns, lines, posts, groups } = of;
  const { table, paragraphs } = posts;
  const { rows, blockOf, firstOccurrence } = numberBlocks(of, counting, next);
  /** Where the next occurrence of a block goes. */
  const filled = copyColumn(firstOccurrence, columns.uint32(rows + 1));
  const found = makeOccurrences(columns, firstOccurrence.at(rows));
  const firstHeld = columns.uint32(table.rows + 1);
  let from = 0;
  let held = -1;
  for (let post = 0; post < table.rows; post++) {
    const end = table.firstParagraph.at(post + 1);
    let at = 0;
    for (let paragraph = from; paragraph < end; paragraph++) {
      const block = blockOf.at(groups.of.at(paragraph));
      if (block === 0) continue;
      if (block !== FOLLOWS) {
        held += 1;
        at = filled.at(block - 1);
        filled.set(block - 1, at + 1);
        found.first.set(at, paragraph);
        found.held.set(held, at);
        found.heldBlock.set(held, block - 1);
      }
      found.last.set(at, paragraph);
      const characters = found.heldCharacters.at(held) + lines.characters.at(paragraphs.row.at(paragraph));
      found.heldCharacters.set(held, capCharacters(characters));
    }
    firstHeld.set(post + 1, held + 1);
    from = end;
  }
  for (const column of [blockOf, filled]) column.release();
  return { rows, firstOccurrence, ...found, firstHeld };
}

function makeOccurrences(columns: Columns, count: number) {
  return {
    first: columns.uint32(count),
    last: columns.uint32(count),
    held: columns.uint32(count),
    heldBlock: columns.uint32(count),
    heldCharacters: columns.uint32(count),
  };
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
