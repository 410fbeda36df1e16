/**
 * Which of two posts was first, as far as these dumps tell: by date where dated, else by order of reading; a
 * dated post before an undated one, so that the order is total.
 */
import type { BlockTable, Posts, PostTable } from './model.js';

/** Compares two posts for sorting, the earlier first. */
export type ComparePosts = (a: number, b: number) => number;

/** Makes the comparison; a local time counts as if it were UTC, as nothing better is known of it. */
export function orderPosts({ seconds }: PostTable): ComparePosts {
  return (a, b) => {
    const dateA = seconds[a] ?? 0;
    const dateB = seconds[b] ?? 0;
    if (dateA === dateB) return a - b;
    if (dateA === 0 || dateB === 0) return dateA === 0 ? 1 : -1;
    return dateA - dateB;
  };
}

/** The occurrence of `block` that was first. */
export function originOf(
  { posts, blocks }: { posts: Posts; blocks: BlockTable },
  block: number,
  compare: ComparePosts,
): number {
  const postAt = (occurrence: number) => posts.paragraphs.post[blocks.first[occurrence] ?? 0] ?? 0;
  let origin = blocks.firstOccurrence[block] ?? 0;
  for (let at = origin + 1; at < (blocks.firstOccurrence[block + 1] ?? 0); at++) {
    if (compare(postAt(at), postAt(origin)) < 0) origin = at;
  }
  return origin;
}
