/** Characters of posts, as columns hold them. */

/** No post is so long; one that is counts as if it were no longer. */
const MOST_CHARACTERS = 0xffffffff;

/** A count of characters that fits in 32 bits. */
export function countCharacters(characters: number): number {
  return Math.min(characters, MOST_CHARACTERS);
}
