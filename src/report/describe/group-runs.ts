/** The runs that an index has seen → groups that are told as one: what one post has from one known post. */
import type { Column, SeenTable } from '../../model.js';
import { groupWithinPosts } from './group-within-posts.js';
import type { Lookup } from './lookup.js';

/** All groups of the runs whose numbers `listed` has, in order of reading, as rows of `listed`. */
export function groupRuns(
  { analysis }: Lookup,
  { runs, place }: SeenTable,
  listed: Column,
): Iterable<readonly number[]> {
  const { post } = analysis.posts.paragraphs;
  const firstOf = (at: number) => runs.first.at(listed.at(at));
  return groupWithinPosts(rowsOf(listed), {
    postOf: (at) => post.at(firstOf(at)),
    fromOf: (at) => place.at(firstOf(at)),
  });
}

function* rowsOf({ length }: Column): Generator<number> {
  for (let row = 0; row < length; row++) yield row;
}
