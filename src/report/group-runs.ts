/** The runs that an index has seen → groups that are told as one: what one post has from one known post. */
import type { Column, SeenTable } from '../model.js';
import type { Lookup } from './lookup.js';

/** All groups of the runs whose numbers `listed` has, in order of reading, as rows of `listed`. */
export function* groupRuns(
  { analysis }: Lookup,
  { runs, place }: SeenTable,
  listed: Column,
): Generator<readonly number[]> {
  const { post: postOf } = analysis.posts.paragraphs;
  let groups = new Map<number, number[]>();
  let last = -1;
  for (let at = 0; at < listed.length; at++) {
    const first = runs.first.at(listed.at(at));
    const post = postOf.at(first);
    if (post !== last) {
      yield* groups.values();
      groups = new Map();
      last = post;
    }
    const from = place.at(first);
    const group = groups.get(from) ?? [];
    group.push(at);
    groups.set(from, group);
  }
  yield* groups.values();
}

/** How many groups there are. */
export function countRunGroups(lookup: Lookup, seen: SeenTable, listed: Column): number {
  let count = 0;
  for (const _ of groupRuns(lookup, seen, listed)) count += 1;
  return count;
}
