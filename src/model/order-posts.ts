/**
 * Which of two posts was first, as far as these dumps tell: by date where dated, else by order of reading; of one date one
 * that is no forward, as a forward says itself that its text is older. So that the order is total, a dated post comes before
 * an undated one; and an undated one of a dump to compare against before all, as what such a dump holds was there before the
 * new dumps were.
 */
import type { PostTable } from './posts.js';

/** Compares two posts for sorting, the earlier first. */
export type ComparePosts = (a: number, b: number) => number;

/** Dates are whole seconds: by this a forward comes behind what else has its date. */
const HALF = 0.5;

/** When a post was posted, as a number to sort by; a local time counts as if it were UTC, as nothing better is known of it. */
export function timePosts({ seconds, forwardedFrom, firstNew }: PostTable): (post: number) => number {
  return (post) =>
    timeOf(seconds.at(post), forwardedFrom.at(post) !== 0) ?? (post < firstNew ? -Infinity : Infinity);
}

/** The same of one post; null for one without a date, whose `seconds` are 0. */
export function timeOf(seconds: number, isForward: boolean): number | null {
  if (seconds === 0) return null;
  return isForward ? seconds + HALF : seconds;
}

/** Makes the comparison; of posts of one time the one read first comes first. */
export function orderPosts(table: PostTable): ComparePosts {
  const whenOf = timePosts(table);
  return (a, b) => {
    const whenA = whenOf(a);
    const whenB = whenOf(b);
    return whenA === whenB ? a - b : whenA - whenB;
  };
}
