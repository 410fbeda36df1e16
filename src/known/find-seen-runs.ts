/** Paragraphs that an index has seen → runs of them. */
import { createSourceFinder, isSameSource } from '../model/known-sources.js';
import { type Analysis, type SeenRuns, type SeenTable, Skip } from '../model.js';

/**
 * Finds the runs. Paragraphs that are not compared are passed over; one that was seen elsewhere, or never, ends a run.
 * `isFirst` says of a paragraph whether it was seen before all posts at hand that have it.
 */
export function findSeenRuns(
  analysis: Pick<Analysis, 'columns' | 'posts' | 'matches' | 'lines' | 'records'>,
  { place, places }: Pick<SeenTable, 'place' | 'places'>,
  isFirst: (paragraph: number) => boolean,
): SeenRuns {
  const { columns, posts, matches, lines } = analysis;
  const { post, row, rows: all } = posts.paragraphs;
  const column = () => columns.uint32(0);
  const [first, last, paragraphs, characters] = [column(), column(), column(), column()];
  const [isOwn, isCopy] = [columns.uint8(0), columns.uint8(0)];
  const sourceOf = createSourceFinder(analysis.records);
  const isOfKnown = (at: number): boolean => {
    const source = sourceOf(posts.table.names[posts.table.source.at(post.at(at))] ?? '');
    const known = [places.source[place.at(at) - 1], places.forwardedFrom[place.at(at) - 1]];
    return known.some((one) => one !== undefined && one !== null && isSameSource(source, one));
  };
  let rows = 0;
  let open = 0;
  for (let at = 0; at < all; at++) {
    if (post.at(at) !== post.at(at - 1)) open = 0;
    if (matches.skip.at(at) !== Skip.none) continue;
    const seen = place.at(at);
    if (seen !== 0 && seen !== open) {
      first.set(rows, at);
      isOwn.set(rows, Number(isOfKnown(at)));
      rows += 1;
    }
    open = seen;
    if (seen === 0) continue;
    const run = rows - 1;
    last.set(run, at);
    paragraphs.set(run, paragraphs.at(run) + 1);
    characters.set(run, characters.at(run) + lines.characters.at(row.at(at)));
    if (isFirst(at)) isCopy.set(run, 1);
  }
  return { rows, first, last, paragraphs, characters, isOwn, isCopy };
}
