/** The copies that violate a policy → groups that are told as one: what one post has from one origin. */
import type { Verdict } from '../model.js';
import type { Lookup } from './lookup.js';

/** What one post has from one origin: places in {@link Verdict.copies}. */
export interface CopyGroup {
  readonly post: number;
  readonly origin: number;
  readonly copies: number[];
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
  let groups = new Map<number, CopyGroup>();
  let last = -1;
  for (const at of inOrder) {
    const occurrence = copies.occurrence.at(at);
    const post = postOf(occurrence);
    if (post !== last) {
      yield* groups.values();
      groups = new Map();
      last = post;
    }
    const from = originOf(occurrence);
    const group = groups.get(from) ?? { post, origin: from, copies: [] };
    group.copies.push(at);
    groups.set(from, group);
  }
  yield* groups.values();
}

/** How many groups there are. */
export function countGroups(lookup: Lookup, verdict: Verdict): number {
  let count = 0;
  for (const _ of groupCopies(lookup, verdict)) count += 1;
  return count;
}
