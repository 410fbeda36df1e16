/** Paragraphs that an index has seen → runs of them. */
import { GrowingColumn } from '../growing-column.js';
import { type Analysis, type SeenRuns, type SeenTable, Skip } from '../model.js';

/** Finds the runs. Paragraphs that are not compared are passed over; one that was seen elsewhere, or never, ends a run. */
export function findSeenRuns(
  { posts, matches, lines }: Pick<Analysis, 'posts' | 'matches' | 'lines'>,
  place: SeenTable['place'],
): SeenRuns {
  const { post, row, rows: all } = posts.paragraphs;
  const column = () => new GrowingColumn((length) => new Uint32Array(length));
  const [first, last, paragraphs, characters] = [column(), column(), column(), column()];
  let rows = 0;
  let open = 0;
  for (let at = 0; at < all; at++) {
    if (post[at] !== post[at - 1]) open = 0;
    if (matches.skip[at] !== Skip.none) continue;
    const seen = place[at] ?? 0;
    if (seen !== 0 && seen !== open) {
      first.set(rows, at);
      rows += 1;
    }
    open = seen;
    if (seen === 0) continue;
    const run = rows - 1;
    last.set(run, at);
    paragraphs.set(run, (paragraphs.values[run] ?? 0) + 1);
    characters.set(run, (characters.values[run] ?? 0) + (lines.characters[row[at] ?? 0] ?? 0));
  }
  return {
    rows,
    first: first.values,
    last: last.values,
    paragraphs: paragraphs.values,
    characters: characters.values,
  };
}
