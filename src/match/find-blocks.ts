/**
 * Repeated paragraphs → blocks. The laws (design and tests name them by number):
 * 1. every occurrence of a block has the same keys in the same order;
 * 2. a block is maximal: where one and the same paragraph stands next to it at every occurrence, that paragraph
 *    also occurs somewhere the block does not;
 * 3. the blocks do not depend on the order of the dumps;
 * 4. every paragraph that repeats across posts and is long enough stands in exactly one block;
 * 5. k copies are one block with k occurrences, found in time linear in the input.
 *
 * Two neighbours belong together exactly when they follow each other at every occurrence of both. Paragraphs
 * that cannot count (short ones, signatures) are passed over where the same ones stand between at every
 * occurrence; empty ones (emoji only) are no text and are passed over always.
 *
 * What stands only in dumps to compare against makes no blocks: a link joins groups that stand in the same posts, so
 * of a block that has a new occurrence nothing is lost.
 */
import { capCharacters } from '../cap-characters.js';
import { copyColumn } from '../columns/copy-column.js';
import { firstNewParagraph } from '../first-new-paragraph.js';
import { type BlockTable, type Column, type Columns, Skip, type WritableColumn } from '../model.js';
import type { Blocks, Compared } from './compared.js';
import { extendEdges } from './extend-edges.js';
import { findOrigins } from './find-origins.js';

const NONE = 0xffffffff;

/** Finds all blocks; they are numbered by their first occurrence. */
export function findBlocks(of: Compared): BlockTable {
  const counting = findCounting(of);
  const links = linkGroups(of, counting);
  const blocks = followLinks(of, counting, links);
  counting.release();
  links.release();
  extendEdges(of, blocks);
  return {
    ...blocks,
    origin: findOrigins(of, blocks),
    block: blocksOf(of.columns, blocks),
    firstHeld: countHeld(of, blocks),
  };
}

/** 1 for each group that makes blocks: compared, in two posts or more, and not only in dumps to compare against. */
function findCounting({ columns, posts, groups, skip }: Compared): WritableColumn {
  const counting = columns.uint8(groups.count);
  const { post } = posts.paragraphs;
  for (let paragraph = firstNewParagraph(posts); paragraph < posts.paragraphs.rows; paragraph++) {
    const group = groups.of.at(paragraph);
    if (group === 0 || skip.at(paragraph) !== Skip.none) continue;
    if (post.at(groups.first.at(group)) !== post.at(paragraph)) counting.set(group, 1);
  }
  return counting;
}

/** The paragraph that follows in a block, if any: the next one that counts, over ones that cannot; else NONE. */
function successor({ posts, groups, skip }: Compared, counting: Column, paragraph: number): number {
  const end = posts.table.firstParagraph.at(posts.paragraphs.post.at(paragraph) + 1);
  let at = paragraph + 1;
  while (at < end && skip.at(at) !== Skip.none) at += 1;
  return at < end && counting.at(groups.of.at(at)) === 1 ? at : NONE;
}

/** For each group 1 + the group that follows it at every occurrence of both; 0 where there is none. */
function linkGroups(of: Compared, counting: Column): WritableColumn {
  const { columns, groups, posts } = of;
  const next = columns.uint32(groups.count);
  for (let paragraph = 0; paragraph < posts.paragraphs.rows; paragraph++) {
    const group = groups.of.at(paragraph);
    if (counting.at(group) === 0) continue;
    const follower = successor(of, counting, paragraph);
    const first = groups.first.at(group);
    if (paragraph === first) {
      const follows = follower === NONE ? NONE : groups.of.at(follower);
      // As many occurrences on both sides and one behind each of ours: the pairing is complete.
      if (follows !== NONE && groups.size.at(follows) === groups.size.at(group)) next.set(group, follows + 1);
    } else if (
      next.at(group) !== 0 &&
      !followsAlike(of, { first, paragraph, follower, group: next.at(group) - 1 })
    ) {
      next.set(group, 0);
    }
  }
  return next;
}

/** Whether `follower` is of `group` and the same passed-over paragraphs stand before it as after `first`. */
function followsAlike(
  { groups, skip }: Compared,
  at: { first: number; paragraph: number; follower: number; group: number },
): boolean {
  if (at.follower === NONE || groups.of.at(at.follower) !== at.group) return false;
  let a = at.first + 1;
  let b = at.paragraph + 1;
  for (;;) {
    while (skip.at(a) === Skip.empty) a += 1;
    while (skip.at(b) === Skip.empty) b += 1;
    if (groups.of.at(a) === 0 || groups.of.at(a) !== groups.of.at(b)) return false;
    if (b === at.follower) return true;
    a += 1;
    b += 1;
  }
}

/** Chains of linked groups become blocks; each paragraph that counts is walked over once. */
function followLinks(of: Compared, counting: Column, next: Column): Blocks {
  const { columns, posts, groups } = of;
  const { rows, blockOf, firstOccurrence } = numberBlocks(of, counting, next);
  const occurrences = firstOccurrence.at(rows);
  const found = {
    first: columns.uint32(occurrences),
    last: columns.uint32(occurrences),
    held: columns.uint32(occurrences),
    heldBlock: columns.uint32(occurrences),
    heldCharacters: columns.uint32(occurrences),
  };
  /** Where the next occurrence of a block goes. */
  const filled = copyColumn(firstOccurrence, columns.uint32(rows + 1));
  let count = 0;
  for (let paragraph = 0; paragraph < posts.paragraphs.rows; paragraph++) {
    const group = groups.of.at(paragraph);
    const block = blockOf.at(group) - 1;
    if (block < 0) continue;
    const at = filled.at(block);
    filled.set(block, at + 1);
    let end = paragraph;
    let characters = charactersOf(of, paragraph);
    for (let link = next.at(group); link !== 0; link = next.at(link - 1)) {
      end = successor(of, counting, end);
      characters += charactersOf(of, end);
    }
    found.first.set(at, paragraph);
    found.last.set(at, end);
    found.held.set(count, at);
    found.heldBlock.set(count, block);
    found.heldCharacters.set(count, capCharacters(characters));
    count += 1;
  }
  blockOf.release();
  filled.release();
  return { rows, firstOccurrence, ...found };
}

/** Each group that counts and follows no other begins a block: by group 1 + its number, 0 for others. */
function numberBlocks(
  { columns, groups }: Compared,
  counting: Column,
  next: Column,
): { rows: number; blockOf: WritableColumn; firstOccurrence: WritableColumn } {
  const follows = columns.uint8(groups.count);
  for (let group = 0; group < groups.count; group++) {
    if (next.at(group) !== 0) follows.set(next.at(group) - 1, 1);
  }
  const blockOf = columns.uint32(groups.count);
  const firstOccurrence = columns.uint32(0);
  let rows = 0;
  let occurrences = 0;
  for (let group = 0; group < groups.count; group++) {
    if (counting.at(group) === 0 || follows.at(group) === 1) continue;
    firstOccurrence.set(rows, occurrences);
    rows += 1;
    blockOf.set(group, rows);
    occurrences += groups.size.at(group);
  }
  firstOccurrence.set(rows, occurrences);
  follows.release();
  return { rows, blockOf, firstOccurrence };
}

function charactersOf({ lines, posts }: Compared, paragraph: number): number {
  return lines.characters.at(posts.paragraphs.row.at(paragraph));
}

/** The way back: the block of each occurrence. */
function blocksOf(columns: Columns, { rows, first, firstOccurrence }: Blocks): Column {
  const block = columns.uint32(first.length);
  for (let row = 0; row < rows; row++) block.fill(row, firstOccurrence.at(row), firstOccurrence.at(row + 1));
  return block;
}

/** Where each post's occurrences begin among those that are held; one more for the end. */
function countHeld({ columns, posts: { table, paragraphs } }: Compared, { first, held }: Blocks): Column {
  const firstHeld = columns.uint32(table.rows + 1);
  let post = 0;
  for (let at = 0; at < held.length; at++) {
    const owner = paragraphs.post.at(first.at(held.at(at)));
    for (; post < owner; post++) firstHeld.set(post + 1, at);
  }
  firstHeld.fill(held.length, post + 1, table.rows + 1);
  return firstHeld;
}
