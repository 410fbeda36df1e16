/** Paragraphs that an index has seen → runs of them. */
import { createSourceFinder, isSameSource } from '../model/known-sources.js';
import {
  type Analysis,
  type Column,
  type SeenRuns,
  type SeenTable,
  Skip,
  type WritableColumn,
} from '../model.js';

/** What is known of what was seen. */
export interface SeenTools {
  /** Whether a paragraph was seen before all posts at hand that have it. */
  readonly isFirst: (paragraph: number) => boolean;
  /** By post: 1 where it is a message that the index has in the same words. */
  readonly isMetAgain: Column;
  /** The id of a post, null where it has none. */
  readonly idOf: (post: number) => string | null;
}

type Sought = Pick<Analysis, 'columns' | 'posts' | 'matches' | 'lines' | 'records'>;

/**
 * Finds the runs. Paragraphs that are not compared are passed over; one that was seen elsewhere, or never, ends a run, and so
 * does one that has another origin: what is first at hand is no copy of the known post.
 */
export function findSeenRuns(
  analysis: Sought,
  seen: Pick<SeenTable, 'place' | 'places'>,
  { isFirst, isMetAgain, idOf }: SeenTools,
): SeenRuns {
  const { posts, matches, lines } = analysis;
  const { post, row, rows: all } = posts.paragraphs;
  const runs = createRuns(analysis.columns);
  const standing = createStanding(analysis, seen, idOf);
  let rows = 0;
  let open = 0;
  for (let at = 0; at < all; at++) {
    if (post.at(at) !== post.at(at - 1)) open = 0;
    if (matches.skip.at(at) !== Skip.none) continue;
    const place = seen.place.at(at);
    const isAgain = isMetAgain.at(post.at(at));
    const isCopy = Number(isAgain === 0 && isFirst(at));
    if (place !== 0 && (place !== open || isCopy !== runs.isCopy.at(rows - 1))) {
      runs.first.set(rows, at);
      runs.isMetAgain.set(rows, isAgain);
      runs.isCopy.set(rows, isCopy);
      const { isOwn, isSameMessage } = standing(post.at(at), place - 1);
      runs.isOwn.set(rows, Number(isOwn));
      runs.isSameMessage.set(rows, Number(isSameMessage));
      rows += 1;
    }
    open = place;
    if (place === 0) continue;
    const run = rows - 1;
    runs.last.set(run, at);
    runs.paragraphs.set(run, runs.paragraphs.at(run) + 1);
    runs.characters.set(run, runs.characters.at(run) + lines.characters.at(row.at(at)));
  }
  return { rows, ...runs };
}

type Runs = { readonly [Name in Exclude<keyof SeenRuns, 'rows'>]: WritableColumn };

function createRuns({ uint8, uint32 }: Analysis['columns']): Runs {
  return {
    first: uint32(0),
    last: uint32(0),
    paragraphs: uint32(0),
    characters: uint32(0),
    isOwn: uint8(0),
    isSameMessage: uint8(0),
    isMetAgain: uint8(0),
    isCopy: uint8(0),
  };
}

/** Makes what says how a post stands to the known post in a row of the places. */
function createStanding(
  { posts, records }: Sought,
  { places }: Pick<SeenTable, 'places'>,
  idOf: SeenTools['idOf'],
): (post: number, known: number) => { readonly isOwn: boolean; readonly isSameMessage: boolean } {
  const { table } = posts;
  const sourceOf = createSourceFinder(records);
  return (post, known) => {
    const source = sourceOf(table.names[table.source.at(post)] ?? '');
    const [from, forwarded] = [places.source[known], places.forwardedFrom[known] ?? null];
    const isOfSource = from !== undefined && isSameSource(source, from);
    const id = places.id[known] ?? null;
    return {
      isOwn: isOfSource || (forwarded !== null && isSameSource(source, forwarded)),
      isSameMessage: isOfSource && id !== null && idOf(post) === id,
    };
  };
}
