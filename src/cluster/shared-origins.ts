/** The posts that may be the origin of the post at hand, and how much each shares with it. Reused, never made anew. */

import type { Column, Columns } from '../model.js';

/**
 * Possible origins in the order in which they were added; the columns are filled up to `count`. `own` are the characters
 * that the post at hand shares with each, `theirs` those that each shares with it.
 */
export interface SharedOrigins {
  readonly count: number;
  readonly post: Column;
  readonly own: Column;
  readonly theirs: Column;
  clear(): void;
  /** Credits `post` with characters. */
  add(post: number, own: number, theirs: number): void;
  /** The place of `post` in the list, -1 where it is not in it. */
  placeOf(post: number): number;
  release(): void;
}

/** Makes an empty list that can hold any of `posts`. */
export function createSharedOrigins(columns: Columns, posts: number): SharedOrigins {
  const post = columns.uint32(0);
  const own = columns.float64(0);
  const theirs = columns.float64(0);
  /** Where in the list a post may stand: what an earlier list has left here is told by a look at the list. */
  const places = columns.uint32(posts);
  let count = 0;
  const placeOf = (of: number): number => {
    const place = places.at(of);
    return place < count && post.at(place) === of ? place : -1;
  };
  return {
    get count() {
      return count;
    },
    post,
    own,
    theirs,
    clear() {
      count = 0;
    },
    add(of, ownShared, theirShared) {
      const place = placeOf(of);
      if (place >= 0) {
        own.set(place, own.at(place) + ownShared);
        theirs.set(place, theirs.at(place) + theirShared);
        return;
      }
      places.set(of, count);
      post.set(count, of);
      own.set(count, ownShared);
      theirs.set(count, theirShared);
      count += 1;
    },
    placeOf,
    release() {
      for (const column of [post, own, theirs, places]) column.release();
    },
  };
}
