/** The posts that may be the origin of the post at hand, and how much each shares with it. Reused, never made anew. */

import type { Column, Columns } from '../model.js';

/** Possible origins in the order in which they were added; the arrays are filled up to `count`. */
export interface SharedOrigins {
  readonly count: number;
  readonly post: Column;
  readonly characters: Column;
  clear(): void;
  /** Credits `post` with characters. */
  add(post: number, characters: number): void;
  has(post: number): boolean;
  release(): void;
}

/** Makes an empty list that can hold any of `posts`. */
export function createSharedOrigins(columns: Columns, posts: number): SharedOrigins {
  const post = columns.uint32(0);
  const characters = columns.float64(0);
  /** Where in the list a post may stand: what an earlier list has left here is told by a look at the list. */
  const placeOf = columns.uint32(posts);
  let count = 0;
  const has = (of: number): boolean => {
    const place = placeOf.at(of);
    return place < count && post.at(place) === of;
  };
  return {
    get count() {
      return count;
    },
    post,
    characters,
    clear() {
      count = 0;
    },
    add(of, shared) {
      if (!has(of)) {
        placeOf.set(of, count);
        post.set(count, of);
        characters.set(count, 0);
        count += 1;
      }
      const place = placeOf.at(of);
      characters.set(place, characters.at(place) + shared);
    },
    has,
    release() {
      post.release();
      characters.release();
      placeOf.release();
    },
  };
}
