/** Where the texts of a dump stand first in it, by date where dated, and how often. Columns in, columns out. */
import { orderRows } from './columns/order-rows.js';
import { valuesOf } from './columns/values-of.js';
import type { Groups } from './match/group-paragraphs.js';
import { timePosts } from './model/order-posts.js';
import { type Column, type Columns, Skip, type WritableColumn } from './model.js';
import type { Cut, Lookup } from './report/describe/lookup.js';

/** Paragraphs that were cut, and which of them are equal. */
export interface Grouped {
  readonly columns: Columns;
  readonly lookup: Lookup<Cut>;
  readonly groups: Groups;
  /** One {@link Skip} code a paragraph. */
  readonly skip: Column;
}

/** The distinct fingerprints of each source of a dump, a row each. */
export interface Firsts {
  readonly rows: number;
  /** Those that can be compared, each as often as it stands there. */
  readonly paragraphs: number;
  /** By row: the first paragraph, how often its source has its fingerprint, in how many posts, and how often as a forward. */
  readonly paragraph: Column;
  readonly occurrences: Column;
  readonly posts: Column;
  readonly forwards: Column;
}

/** Finds them in `dump`, by its number. */
export function gatherFirsts(of: Grouped, dump: number): Firsts {
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
function postsInOrder({ columns, lookup }: Grouped, dump: number): WritableColumn {
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
