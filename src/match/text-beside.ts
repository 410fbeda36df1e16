/** What stands beside a paragraph at an edge of its post: that it differs from post to post tells a signature. */
import { Skip } from '../model.js';
import type { Compared } from './compared.js';

/** The nearest rarer paragraph, above one that is last in its post or below one that is first; null for one at no edge. */
export function textBeside(of: Compared, paragraph: number): number | null {
  const { firstParagraph } = of.posts.table;
  const post = of.posts.paragraphs.post.at(paragraph);
  const from = firstParagraph.at(post) - 1;
  const end = firstParagraph.at(post + 1);
  // A paragraph that is the whole post is at no edge of it.
  if (end - from === 2) return null;
  const above = nearestRarer(of, { paragraph, step: -1, bound: from });
  const below = nearestRarer(of, { paragraph, step: 1, bound: end });
  if (below === end) return above === from ? null : above;
  return above === from ? below : null;
}

/** No signature is longer than so many lines: posts that are the same from end to end would be walked for each of theirs. */
const FARTHEST = 256;

/**
 * The nearest paragraph in the direction of `step` that recurs less often than this one, or `bound`, or the one that is too
 * far away to matter. What recurs as often may be another line of the same signature, so it makes no post different.
 */
function nearestRarer(
  { groups, skip }: Compared,
  from: { paragraph: number; step: 1 | -1; bound: number },
): number {
  const often = groups.size.at(groups.of.at(from.paragraph));
  let at = from.paragraph + from.step;
  const farthest = from.paragraph + FARTHEST * from.step;
  while (at !== from.bound && at !== farthest) {
    if (skip.at(at) !== Skip.empty && groups.size.at(groups.of.at(at)) < often) break;
    at += from.step;
  }
  return at;
}
