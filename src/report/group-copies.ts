/** The copies that violate a policy → groups that are told as one: what one post has from one origin. */
import type { Verdict } from '../model.js';
import { groupWithinPosts } from './group-within-posts.js';
import type { Lookup } from './lookup.js';

/** What one post has from one origin: places in {@link Verdict.copies}. */
export interface CopyGroup {
  readonly post: number;
  readonly origin: number;
  readonly copies: readonly number[];
}

/** All groups, in order of reading, of one post by its paragraphs. */
export function* groupCopies(lookup: Lookup, { copies }: Verdict): Generator<CopyGroup> {
  const { posts, matches } = lookup.analysis;
  const postOf = (occurrence: number) => posts.paragraphs.post.at(matches.blocks.first.at(occurrence));
  const originOf = (occurrence: number) =>
    postOf(matches.blocks.origin.at(matches.blocks.block.at(occurrence)));
  const inOrder = Uint32Array.from({ length: copies.occurrence.length }, (_, at) => at);
  const placeOf = (at: number) => matches.blocks.first.at(copies.occurrence.at(at));
  inOrder.sort((a, b) => placeOf(a) - placeOf(b));
  const groups = groupWithinPosts(inOrder, {
    postOf: (at) => postOf(copies.occurrence.at(at)),
    fromOf: (at) => originOf(copies.occurrence.at(at)),
  });
  for (const group of groups) {
    const occurrence = copies.occurrence.at(group[0] ?? 0);
    yield { post: postOf(occurrence), origin: originOf(occurrence), copies: group };
  }
}
