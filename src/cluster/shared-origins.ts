/** The posts that may be the origin of the post at hand, and how much each shares with it. Reused, never made anew. */

/** Possible origins in the order in which they were added; the arrays are filled up to `count`. */
export interface SharedOrigins {
  readonly count: number;
  readonly post: Uint32Array;
  readonly characters: Float64Array;
  clear(): void;
  /** Credits `post` with characters. */
  add(post: number, characters: number): void;
  has(post: number): boolean;
}

/** Makes an empty list that can hold any of `posts`. */
export function createSharedOrigins(posts: number): SharedOrigins {
  const post = new Uint32Array(posts);
  const characters = new Float64Array(posts);
  /** Where in the list a post may stand: what an earlier list has left here is told by a look at the list. */
  const placeOf = new Uint32Array(posts);
  let count = 0;
  const has = (of: number): boolean => {
    const place = placeOf[of] ?? 0;
    return place < count && post[place] === of;
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
        placeOf[of] = count;
        post[count] = of;
        characters[count] = 0;
        count += 1;
      }
      const place = placeOf[of] ?? 0;
      characters[place] = (characters[place] ?? 0) + shared;
    },
    has,
  };
}
