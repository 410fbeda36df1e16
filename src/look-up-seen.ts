/** What an index knows of the paragraphs of new dumps: "seen before in X on D", without the old dumps. */
import { findKnownFirsts } from './known/find-known-firsts.js';
import { findSeen } from './known/find-seen.js';
import { findSeenRuns } from './known/find-seen-runs.js';
import { listMessages } from './known/list-messages.js';
import { openKnown, requireNormalizer } from './known/open-known.js';
import { createStandsThere, createStoredPath } from './known/stored-path.js';
import { firstNewParagraph } from './model/first-new-paragraph.js';
import { type Analysis, type Column, type ReadBytes, type SeenTable, Skip } from './model.js';
import { normalizerVersion } from './normalize/normalize-text.js';
import { createLookup } from './report/describe/lookup.js';

/** Of an analysis, what is looked up. */
export type Sought = Pick<Analysis, 'columns' | 'facts' | 'lines' | 'records' | 'posts' | 'matches'>;

/** Where to look. */
export interface SeenWhere {
  /** The index. */
  readonly index: string;
  /** Where the paths of the dumps start. */
  readonly cwd: string;
  /** The bytes of the dumps at hand once more. */
  readonly read: ReadBytes;
}

/**
 * Looks up every paragraph of the new posts that was compared (long enough, no signature) in the index. Dumps at hand that are in the
 * index themselves, by the same path, or with the same content where nothing stands at that path any more, are left aside
 * there: a post is no copy of itself. The fingerprints must be those of the top rung. Throws a UserError for an index that
 * cannot be used.
 */
export async function lookUpSeen(sought: Sought, where: SeenWhere): Promise<SeenTable> {
  const index = await openKnown(where.index);
  try {
    requireNormalizer(where.index, index.about, normalizerVersion);
    const { columns, facts, lines, posts } = sought;
    const asked = comparedParagraphs(sought);
    const storedPath = createStoredPath(where.index, where.cwd);
    const standsThere = createStandsThere(where.index, where.cwd);
    const paths = new Set(facts.map(({ path }) => storedPath(path)));
    const hashes = new Set(facts.map(({ xxh64 }) => xxh64));
    const rowAt = (at: number) => posts.paragraphs.row.at(asked.at(at));
    const { idOf } = createLookup(sought, where.read);
    const { isMetAgain, ...seen } = await findSeen(index, {
      columns,
      rows: asked.length,
      paragraphs: posts.paragraphs.rows,
      paragraph: (at) => asked.at(at),
      low: (at) => lines.low.at(rowAt(at)),
      high: (at) => lines.high.at(rowAt(at)),
      weight: (at) => lines.weight.at(rowAt(at)),
      isAside: ({ path, xxh64 }) => paths.has(path) || (hashes.has(xxh64) && !standsThere(path)),
      messages: (place) => listMessages(sought, place, idOf),
    });
    const { isFirst, blocks } = findKnownFirsts(sought, seen);
    return { ...seen, blocks, runs: findSeenRuns(sought, seen, { isFirst, isMetAgain, idOf }) };
  } finally {
    index.close();
  }
}

/**
 * The letters that a paragraph has at least to be in the index at `path`. Throws the UserError that {@link lookUpSeen} would
 * throw, before any dump is read.
 */
export async function leastLettersIn(path: string): Promise<number> {
  const index = await openKnown(path);
  index.close();
  requireNormalizer(path, index.about, normalizerVersion);
  return index.about.minCharacters;
}

function comparedParagraphs({ columns, posts, matches }: Sought): Column {
  const { rows } = posts.paragraphs;
  const compared = columns.uint32(0);
  for (let at = firstNewParagraph(posts); at < rows; at++)
    if (matches.skip.at(at) === Skip.none) compared.set(compared.length, at);
  return compared;
}
