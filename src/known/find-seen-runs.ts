/** Paragraphs that an index has seen → runs of them. */
import { type Analysis, type SeenRuns, type SeenTable, Skip } from '../model.js';

/** Finds the runs. Paragraphs that are not compared are passed over; one that was seen elsewhere, or never, ends a run. */
export function findSeenRuns(
  { columns, posts, matches, lines }: Pick<Analysis, 'columns' | 'posts' | 'matches' | 'lines'>,
  place: SeenTable['place'],
): SeenRuns {
  const { post, row, rows: all } = posts.paragraphs;
  const column = () => columns.uint32(0);
  const [first, last, paragraphs, characters] = [column(), column(), column(), column()];
  let rows = 0;
  let open = 0;
  for (let at = 0; at < all; at++) {
    if (post.at(at) !== post.at(at - 1)) open = 0;
    if (matches.skip.at(at) !== Skip.none) continue;
    const seen = place.at(at);
    if (seen !== 0 && seen !== open) {
      first.set(rows, at);
      rows += 1;
    }
    open = seen;
    if (seen === 0) continue;
    const run = rows - 1;
    last.set(run, at);
    paragraphs.set(run, paragraphs.at(run) + 1);
    characters.set(run, characters.at(run) + lines.characters.at(row.at(at)));
  }
  return {
    rows,
    first,
    last,
    paragraphs,
    characters,
  };
}
