/** Characters of posts and blocks, as columns hold them. */

/** No post is so long; one that is counts as if it were no longer. */
const MOST_CHARACTERS = 0xffffffff;

/** As many characters as fit in 32 bits. */
export function capCharacters(characters: number): number {
  return Math.min(characters, MOST_CHARACTERS);
}
