// Promises: small dumps for tests of the command line, and large ones made on the spot.

/** Two posts of two paragraphs, parted by a blank line; the second post stands in {@link copied} too. */
export const original = `The lighthouse opens its doors on Sunday.
There are ninety-one steps and one very old cat.

Fresh rolls at the pier from six in the morning.
They are gone by seven, so set a clock.
`;

/** A dump of another source with one post of {@link original}. */
export const copied = `Fresh rolls at the pier from six in the morning.
They are gone by seven, so set a clock.

The choir needs two more altos before the summer.
Biscuits are provided, courage is not.
`;

/** Nothing says where its posts begin, which is worth a warning. */
export const flat = `The lighthouse has been painted white again
It took four people, nine days and every ladder
`;

/** `count` posts, each of which stands twice: a report of some hundreds of bytes a post. */
export function manyReposts(count: number): string {
  const posts = Array.from({ length: count }, (_, at) => {
    return `Barrel ${at} has been rolled to the north pier today.\nLot ${at} goes to whoever guesses what is in it.\n`;
  });
  return [...posts, ...posts].join('\n');
}
