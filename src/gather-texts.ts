/**
 * The paragraphs of cut dumps → what an index remembers of each dump: every distinct fingerprint of a source once, with
 * the first place it stands in, by date where dated, and how often it stands there. Columns in, columns out.
 */
import { type Firsts, type Grouped, gatherFirsts } from './gather-firsts.js';
import type { KnownTexts } from './known/known-dump.js';
import { hashWords } from './model/hash-words.js';
import { type KnownSource, Skip } from './model.js';

/** What is gathered from. */
export interface Gathered extends Grouped {
  /** A source, by its name, as the index is to have it. */
  readonly sourceOf: (name: string) => KnownSource;
}

/** What `dump`, by its number, brings; `paragraphs` are those that can be compared, each as often as it stands there. */
export function gatherTexts(
  of: Gathered,
  dump: number,
): { readonly texts: KnownTexts; readonly paragraphs: number } {
  const { lines, posts } = of.lookup.analysis;
  const { row } = posts.paragraphs;
  const { firstPost = 0 } = posts.dumps[dump] ?? {};
  const firsts = gatherFirsts(of, dump);
  const rowAt = (at: number) => row.at(firsts.paragraph.at(at));
  const postAt = (at: number) => posts.paragraphs.post.at(firsts.paragraph.at(at));
  const texts: KnownTexts = {
    rows: firsts.rows,
    low: (at) => lines.low.at(rowAt(at)),
    high: (at) => lines.high.at(rowAt(at)),
    weight: (at) => lines.weight.at(rowAt(at)),
    post: (at) => postAt(at) - firstPost + 1,
    line: (at) => lines.line.at(rowAt(at)),
    occurrences: firsts.occurrences,
    posts: firsts.posts,
    forwards: firsts.forwards,
    isSignature: (at) => of.skip.at(firsts.paragraph.at(at)) === Skip.signature,
    places: describePlaces(of, postsToPlace(of, firsts, dump), firstPost),
  };
  return { texts, paragraphs: firsts.paragraphs };
}

/** The posts that hold a first place, once each, then the messages that hold none: they may be met again. */
function* postsToPlace({ columns, lookup }: Gathered, firsts: Firsts, dump: number): Generator<number> {
  const { posts } = lookup.analysis;
  const { paragraphs } = posts;
  const { firstPost = 0, endPost = 0 } = posts.dumps[dump] ?? {};
  const isPlaced = columns.uint8(endPost - firstPost);
  for (let row = 0; row < firsts.rows; row++) {
    const post = paragraphs.post.at(firsts.paragraph.at(row));
    if (isPlaced.at(post - firstPost) === 1) continue;
    isPlaced.set(post - firstPost, 1);
    yield post;
  }
  for (let post = firstPost; post < endPost; post++) {
    if (isPlaced.at(post - firstPost) === 0 && hashWords(lookup.analysis, post) !== null) yield post;
  }
  isPlaced.release();
}

function describePlaces(
  { columns, lookup, sourceOf }: Gathered,
  posts: Iterable<number>,
  firstPost: number,
): KnownTexts['places'] {
  const { table } = lookup.analysis.posts;
  const held = columns.uint32(0);
  const firstLine = columns.uint32(0);
  const lastLine = columns.uint32(0);
  const ids: (string | null)[] = [];
  for (const post of posts) {
    const count = ids.length;
    const lines = lookup.linesOf(post);
    held.set(count, post);
    firstLine.set(count, lines[0]);
    lastLine.set(count, lines[1]);
    ids.push(lookup.idOf(post));
  }
  const at = (row: number) => held.at(row);
  return {
    rows: ids.length,
    post: (row) => at(row) - firstPost + 1,
    firstLine,
    lastLine,
    ids,
    seconds: (row) => table.seconds.at(at(row)),
    utc: (row) => table.utc.at(at(row)) === 1,
    source: (row) => sourceOf(lookup.sourceOf(at(row))),
    forwardedFrom(row) {
      const name = lookup.forwardedFrom(at(row));
      return name === null ? null : sourceOf(name);
    },
    words: (row) => hashWords(lookup.analysis, at(row)),
  };
}
