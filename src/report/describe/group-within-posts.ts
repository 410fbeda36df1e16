/** What posts have from others → groups that are told as one: what one post has from one other. */

/** Groups `rows`, those of one post one after the other, by `postOf` and then by `fromOf`; groups and rows stay in their order. */
export function* groupWithinPosts(
  rows: Iterable<number>,
  { postOf, fromOf }: { postOf: (row: number) => number; fromOf: (row: number) => number },
): Generator<readonly number[]> {
  let groups = new Map<number, number[]>();
  let last = -1;
  for (const row of rows) {
    const post = postOf(row);
    if (post !== last) {
      yield* groups.values();
      groups = new Map();
      last = post;
    }
    const from = fromOf(row);
    const group = groups.get(from) ?? [];
    group.push(row);
    groups.set(from, group);
  }
  yield* groups.values();
}

/** How many there are of what is walked. */
export function countGroups(groups: Iterable<unknown>): number {
  let count = 0;
  for (const _ of groups) count += 1;
  return count;
}
