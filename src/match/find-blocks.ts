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
import type { BlockTable, Column, Columns } from '../model.js';
import type { Blocks, Compared } from './compared.js';
import { extendEdges } from './extend-edges.js';
import { findCounting } from './find-counting.js';
import { findOrigins } from './find-origins.js';
import { followLinks } from './follow-links.js';
import { linkGroups } from './link-groups.js';

/** All blocks, and how many paragraphs repeat within one post and make none. */
export interface FoundBlocks {
  readonly blocks: BlockTable;
  readonly repeatedWithin: number;
}

/** Finds all blocks; they are numbered by their first occurrence. */
export function findBlocks(of: Compared): FoundBlocks {
  const { groups: counting, repeatedWithin } = findCounting(of);
  const links = linkGroups(of, counting);
  const found = followLinks(of, counting, links);
  counting.release();
  links.release();
  extendEdges(of, found);
  const blocks = { ...found, origin: findOrigins(of, found), block: blocksOf(of.columns, found) };
  return { blocks, repeatedWithin };
}

/** The way back: the block of each occurrence. */
function blocksOf(columns: Columns, { rows, first, firstOccurrence }: Blocks): Column {
  const block = columns.uint32(first.length);
  for (let row = 0; row < rows; row++) block.fill(row, firstOccurrence.at(row), firstOccurrence.at(row + 1));
  return block;
}
