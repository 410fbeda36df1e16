/**
 * The paragraphs of cut dumps → what an index remembers of each dump: every distinct fingerprint of a source once, with
 * the first place it stands in, by date where dated, and how often it stands there. Columns in, columns out.
 */
import { orderRows } from './columns/order-rows.js';
import { valuesOf } from './columns/values-of.js';
import type { KnownTexts } from './known/known-dump.js';
import type { Groups } from './match/group-paragraphs.js';
import { timePosts } from './model/order-posts.js';
import { type Column, type Columns, type KnownSource, Skip, type WritableColumn } from './model.js';
import type { Cut, Lookup } from './report/lookup.js';

/** What is gathered from. */
export interface Gathered {
  readonly columns: Columns;
  readonly lookup: Lookup<Cut>;
  readonly groups: Groups;
  /** One {@link Skip} code a paragraph. */
  readonly skip: Column;
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
  const firsts = findFirsts(of, dump);
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
    places: describePlaces(of, firsts.rows, { postAt, firstPost }),
  };
  return { texts, paragraphs: firsts.paragraphs };
}

interface Firsts {
  readonly rows: number;
  readonly paragraphs: number;
  /** By row: the first paragraph, how often its source has its fingerprint, in how many posts, and how often as a forward. */
  readonly paragraph: Column;
  readonly occurrences: Column;
  readonly posts: Column;
  readonly forwards: Column;
}

function findFirsts(of: Gathered, dump: number): Firsts {
  const { columns, groups, skip } = of;
  const { table, dumps } = of.lookup.analysis.posts;
  const { firstPost = 0, endPost = 0 } = dumps[dump] ?? {};
  const expected = table.firstParagraph.at(endPost) - table.firstParagraph.at(firstPost);
  const column = () => columns.uint32(0, expected);
  const [paragraph, occurrences, posts] = [column(), column(), column()];
  const [forwards, lastPost] = [columns.uint32(0), column()];
  /** 1 + the row of a group, once it was met; those below `ofSource` are of a source before. */
  const rowOf = columns.uint32(groups.count);
  const inOrder = postsInOrder(of, dump);
  let rows = 0;
  let compared = 0;
  let ofSource = 0;
  let source = -1;
  for (const post of valuesOf(inOrder)) {
    const isForward = table.forwardedFrom.at(post) !== 0;
    if (table.source.at(post) !== source) ofSource = rows;
    source = table.source.at(post);
    for (let at = table.firstParagraph.at(post); at < table.firstParagraph.at(post + 1); at++) {
      if (skip.at(at) === Skip.empty || skip.at(at) === Skip.short) continue;
      compared += 1;
      const group = groups.of.at(at);
      const met = group === 0 ? -1 : rowOf.at(group) - 1;
      const isFirst = met < ofSource;
      const row = isFirst ? rows : met;
      if (isFirst) {
        rows += 1;
        rowOf.set(group, rows);
        paragraph.set(row, at);
      }
      if (isFirst || lastPost.at(row) !== post) posts.set(row, posts.at(row) + 1);
      occurrences.set(row, occurrences.at(row) + 1);
      if (isForward) forwards.set(row, forwards.at(row) + 1);
      lastPost.set(row, post);
    }
  }
  for (const done of [lastPost, rowOf, inOrder]) done.release();
  return { rows, paragraphs: compared, paragraph, occurrences, posts, forwards };
}

/** The posts of a dump, source after source, of each the earliest first, as it will be when new dumps are compared against it. */
function postsInOrder({ columns, lookup }: Gathered, dump: number): WritableColumn {
  const { table, dumps } = lookup.analysis.posts;
  const { firstPost = 0, endPost = 0 } = dumps[dump] ?? {};
  const posts: WritableColumn = columns.uint32(0);
  for (let post = firstPost; post < endPost; post++) posts.set(posts.length, post);
  const keys = [timePosts({ ...table, firstNew: table.rows }), (post: number) => table.source.at(post)];
  return keys.reduce((unordered, keyOf) => {
    if (isInOrder(unordered, keyOf)) return unordered;
    const inOrder = orderRows(columns, unordered, keyOf);
    unordered.release();
    return inOrder;
  }, posts);
}

/** As most dumps are. */
function isInOrder(rows: Column, keyOf: (row: number) => number): boolean {
  let last = Number.NEGATIVE_INFINITY;
  for (const row of valuesOf(rows)) {
    if (keyOf(row) < last) return false;
    last = keyOf(row);
  }
  return true;
}

/** The posts that hold a first place, once each: the rows of one post follow one another. */
function describePlaces(
  { columns, lookup, sourceOf }: Gathered,
  rows: number,
  of: { postAt: (row: number) => number; firstPost: number },
): KnownTexts['places'] {
  const { table } = lookup.analysis.posts;
  const held = columns.uint32(0);
  const firstLine = columns.uint32(0);
  const lastLine = columns.uint32(0);
  const ids: (string | null)[] = [];
  for (let row = 0; row < rows; row++) {
    const post = of.postAt(row);
    const count = ids.length;
    if (count > 0 && held.at(count - 1) === post) continue;
    const { lines, id } = lookup.placeOf(post);
    held.set(count, post);
    firstLine.set(count, lines[0]);
    lastLine.set(count, lines[1]);
    ids.push(id);
  }
  const at = (row: number) => held.at(row);
  return {
    rows: ids.length,
    post: (row) => at(row) - of.firstPost + 1,
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
  };
}
