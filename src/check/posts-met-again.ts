/** Which posts at hand are messages that an index has. */
import type { Analysis, SeenTable } from '../model.js';

/** The posts that an index has in the same words: they are not new. */
export function postsMetAgain({ posts }: Analysis, seen: SeenTable | null): ReadonlySet<number> {
  const met = new Set<number>();
  for (let run = 0; seen !== null && run < seen.runs.rows; run++) {
    if (seen.runs.isMetAgain.at(run) === 1) met.add(posts.paragraphs.post.at(seen.runs.first.at(run)));
  }
  return met;
}
