/** How a text begins, for who wants to know it again. */

/** The first `most` code points, and `…` where there are more: the same on every version of Unicode. */
export function beginningOf(text: string, most: number): string {
  // A line of megabytes must not become an array.
  const characters = [...text.slice(0, 2 * most + 2)];
  return characters.length > most ? `${characters.slice(0, most).join('').trimEnd()}…` : text;
}
