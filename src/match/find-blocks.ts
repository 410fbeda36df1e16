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
import { firstNewParagraph } from '../first-new-paragraph.js';
import { GrowingColumn } from '../growing-column.js';
import { type BlockTable, type Posts, Skip } from '../model.js';
import type { Groups } from './group-paragraphs.js';

/** What blocks are found in. */
export interface Compared {
  readonly posts: Posts;
  readonly groups: Groups;
  /** One {@link Skip} code a paragraph. */
  readonly skip: Uint8Array;
}

const NONE = 0xffffffff;

/** Finds all blocks; they are numbered by their first occurrence. */
export function findBlocks(of: Compared): BlockTable {
  const counting = findCounting(of);
  const links = linkGroups(of, counting);
  const blocks = followLinks(of, counting, links);
  extendEdges(of, blocks);
  return { ...blocks, block: blocksOf(blocks), firstHeld: countHeld(of.posts, blocks) };
}

/** 1 for each group that makes blocks: compared, in two posts or more, and not only in dumps to compare against. */
function findCounting({ posts, groups, skip }: Compared): Uint8Array {
  const counting = new Uint8Array(groups.count);
  const { post } = posts.paragraphs;
  for (let paragraph = firstNewParagraph(posts); paragraph < posts.paragraphs.rows; paragraph++) {
    const group = groups.of[paragraph] ?? 0;
    if (group === 0 || skip[paragraph] !== Skip.none) continue;
    if (post[groups.first[group] ?? 0] !== post[paragraph]) counting[group] = 1;
  }
  return counting;
}

/** The paragraph that follows in a block, if any: the next one that counts, over ones that cannot; else NONE. */
function successor({ posts, groups, skip }: Compared, counting: Uint8Array, paragraph: number): number {
  const end = posts.table.firstParagraph[(posts.paragraphs.post[paragraph] ?? 0) + 1] ?? 0;
  let at = paragraph + 1;
  while (at < end && skip[at] !== Skip.none) at += 1;
  return at < end && counting[groups.of[at] ?? 0] === 1 ? at : NONE;
}

/** For each group the group that follows it at every occurrence of both; NONE where there is none. */
function linkGroups(of: Compared, counting: Uint8Array): Uint32Array {
  const { groups, posts } = of;
  const next = new Uint32Array(groups.count).fill(NONE);
  for (let paragraph = 0; paragraph < posts.paragraphs.rows; paragraph++) {
    const group = groups.of[paragraph] ?? 0;
    if (counting[group] === 0) continue;
    const follower = successor(of, counting, paragraph);
    const first = groups.first[group] ?? 0;
    if (paragraph === first) {
      const follows = follower === NONE ? NONE : (groups.of[follower] ?? 0);
      // As many occurrences on both sides and one behind each of ours: the pairing is complete.
      if (follows !== NONE && groups.size[follows] === groups.size[group]) next[group] = follows;
    } else if (
      next[group] !== NONE &&
      !followsAlike(of, { first, paragraph, follower, group: next[group] ?? 0 })
    ) {
      next[group] = NONE;
    }
  }
  return next;
}

/** Whether `follower` is of `group` and the same passed-over paragraphs stand before it as after `first`. */
function followsAlike(
  { groups, skip }: Compared,
  at: { first: number; paragraph: number; follower: number; group: number },
): boolean {
  if (at.follower === NONE || groups.of[at.follower] !== at.group) return false;
  let a = at.first + 1;
  let b = at.paragraph + 1;
  for (;;) {
    while (skip[a] === Skip.empty) a += 1;
    while (skip[b] === Skip.empty) b += 1;
    if (groups.of[a] === 0 || groups.of[a] !== groups.of[b]) return false;
    if (b === at.follower) return true;
    a += 1;
    b += 1;
  }
}

interface Blocks {
  readonly rows: number;
  readonly firstOccurrence: Uint32Array;
  readonly first: Uint32Array;
  readonly last: Uint32Array;
  readonly held: Uint32Array;
}

/** Chains of linked groups become blocks; each paragraph that counts is walked over once. */
function followLinks(of: Compared, counting: Uint8Array, next: Uint32Array): Blocks {
  const { groups, posts } = of;
  const follows = new Uint8Array(groups.count);
  for (const group of next) if (group !== NONE) follows[group] = 1;
  const blockOf = new Uint32Array(groups.count);
  const firstOccurrence = new GrowingColumn((length) => new Uint32Array(length));
  let rows = 0;
  let occurrences = 0;
  for (let group = 0; group < groups.count; group++) {
    if (counting[group] === 0 || follows[group] === 1) continue;
    blockOf[group] = rows;
    firstOccurrence.set(rows, occurrences);
    rows += 1;
    occurrences += groups.size[group] ?? 0;
  }
  firstOccurrence.set(rows, occurrences);
  const filled = firstOccurrence.values.slice(0, rows);
  const first = new Uint32Array(occurrences);
  const last = new Uint32Array(occurrences);
  const held = new Uint32Array(occurrences);
  let count = 0;
  for (let paragraph = 0; paragraph < posts.paragraphs.rows; paragraph++) {
    let group = groups.of[paragraph] ?? 0;
    if (counting[group] === 0 || follows[group] === 1) continue;
    const block = blockOf[group] ?? 0;
    const at = filled[block] ?? 0;
    filled[block] = at + 1;
    held[count] = at;
    count += 1;
    first[at] = paragraph;
    let end = paragraph;
    for (group = next[group] ?? NONE; group !== NONE; group = next[group] ?? NONE) {
      end = successor(of, counting, end);
    }
    last[at] = end;
  }
  return { rows, firstOccurrence: firstOccurrence.values.slice(0, rows + 1), first, last, held };
}

/** Law 2 for short paragraphs: one that stands beside the block at every occurrence and nowhere else joins it. */
function extendEdges(of: Compared, blocks: Blocks): void {
  for (let block = 0; block < blocks.rows; block++) {
    const from = blocks.firstOccurrence[block] ?? 0;
    const end = blocks.firstOccurrence[block + 1] ?? 0;
    while (extendEdge(of, blocks.last.subarray(from, end), 1));
    while (extendEdge(of, blocks.first.subarray(from, end), -1));
  }
}

/** Moves every edge by one short paragraph, or none and returns false. */
function extendEdge({ posts, groups, skip }: Compared, edges: Uint32Array, step: 1 | -1): boolean {
  const beside = (paragraph: number): number => {
    const post = posts.paragraphs.post[paragraph] ?? 0;
    let at = paragraph + step;
    while (skip[at] === Skip.empty) at += step;
    const inPost = at >= 0 && at < posts.paragraphs.rows && posts.paragraphs.post[at] === post;
    return inPost && skip[at] === Skip.short ? at : NONE;
  };
  const start = beside(edges[0] ?? 0);
  if (start === NONE || groups.size[groups.of[start] ?? 0] !== edges.length) return false;
  for (const edge of edges) {
    const at = beside(edge);
    if (at === NONE || groups.of[at] !== groups.of[start]) return false;
  }
  for (let at = 0; at < edges.length; at++) edges[at] = beside(edges[at] ?? 0);
  return true;
}

/** The way back: the block of each occurrence. */
function blocksOf({ rows, first, firstOccurrence }: Blocks): Uint32Array {
  const block = new Uint32Array(first.length);
  for (let row = 0; row < rows; row++) block.fill(row, firstOccurrence[row], firstOccurrence[row + 1]);
  return block;
}

/** Where each post's occurrences begin among those that are held; one more for the end. */
function countHeld({ table, paragraphs }: Posts, { first, held }: Blocks): Uint32Array {
  const firstHeld = new Uint32Array(table.rows + 1);
  let post = 0;
  held.forEach((occurrence, at) => {
    const owner = paragraphs.post[first[occurrence] ?? 0] ?? 0;
    while (post < owner) {
      post += 1;
      firstHeld[post] = at;
    }
  });
  return firstHeld.fill(held.length, post + 1);
}
