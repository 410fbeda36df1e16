/** The copies that violate a policy → groups that are told as one: what one post has from one origin. */
import { originOf, postOf } from '../../model/held-by-posts.js';
import type { Verdict } from '../../model.js';
import { groupWithinPosts } from './group-within-posts.js';
import type { Lookup } from './lookup.js';

/** What one post has from one origin: places in {@link Verdict.copies}. */
export interface CopyGroup {
  readonly post: number;
  readonly origin: number;
  readonly copies: readonly number[];
}

/** All groups, in order of reading, of one post by its paragraphs. */
export function* groupCopies({ analysis }: Lookup, { copies }: Verdict): Generator<CopyGroup> {
  const { blocks } = analysis.matches;
  const inOrder = Uint32Array.from({ length: copies.occurrence.length }, (_, at) => at);
  const placeOf = (at: number) => blocks.first.at(copies.occurrence.at(at));
  inOrder.sort((a, b) => placeOf(a) - placeOf(b));
  const of = {
    postOf: (at: number) => postOf(analysis, copies.occurrence.at(at)),
    fromOf: (at: number) => originOf(analysis, blocks.block.at(copies.occurrence.at(at))),
  };
  for (const group of groupWithinPosts(inOrder, of)) {
    const [first = 0] = group;
    yield { post: of.postOf(first), origin: of.fromOf(first), copies: group };
  }
}
