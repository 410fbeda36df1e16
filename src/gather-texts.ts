/**
 * The paragraphs of cut dumps → what an index remembers of each dump: every distinct fingerprint once, with the first
 * place it stands in and how often it stands there. Columns in, columns out.
 */
import { GrowingColumn } from './growing-column.js';
import type { KnownTexts } from './known/known-dump.js';
import type { Groups } from './match/group-paragraphs.js';
import { Skip } from './model.js';
import type { Cut, Lookup } from './report/lookup.js';

/** What is gathered from. */
export interface Gathered {
  readonly lookup: Lookup<Cut>;
  readonly groups: Groups;
  /** One {@link Skip} code a paragraph. */
  readonly skip: Uint8Array;
  /** What a source is called in the index. */
  readonly nameOf: (source: string) => string;
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
  const rowAt = (at: number) => row[firsts.paragraph[at] ?? 0] ?? 0;
  const postAt = (at: number) => posts.paragraphs.post[firsts.paragraph[at] ?? 0] ?? 0;
  const texts: KnownTexts = {
    rows: firsts.rows,
    low: (at) => lines.low[rowAt(at)] ?? 0,
    high: (at) => lines.high[rowAt(at)] ?? 0,
    weight: (at) => lines.weight[rowAt(at)] ?? 0,
    post: (at) => postAt(at) - firstPost + 1,
    line: (at) => lines.line[rowAt(at)] ?? 0,
    occurrences: firsts.occurrences,
    posts: firsts.posts,
    isSignature: (at) => of.skip[firsts.paragraph[at] ?? 0] === Skip.signature,
    places: describePlaces(of.lookup, firsts.rows, { postAt, firstPost, nameOf: of.nameOf }),
  };
  return { texts, paragraphs: firsts.paragraphs };
}

interface Firsts {
  readonly rows: number;
  readonly paragraphs: number;
  /** By row: the first paragraph, how often its fingerprint stands in the dump, and in how many posts. */
  readonly paragraph: Uint32Array;
  readonly occurrences: Uint32Array;
  readonly posts: Uint32Array;
}

function findFirsts({ lookup, groups, skip }: Gathered, dump: number): Firsts {
  const { table, paragraphs } = lookup.analysis.posts;
  const { firstPost = 0, endPost = 0 } = lookup.analysis.posts.dumps[dump] ?? {};
  const from = firstPost < endPost ? (table.firstParagraph[firstPost] ?? 0) : 0;
  const end = firstPost < endPost ? (table.firstParagraph[endPost] ?? 0) : 0;
  const column = () => new GrowingColumn((length) => new Uint32Array(length), end - from + 1);
  const [paragraph, occurrences, posts, lastPost] = [column(), column(), column(), column()];
  /** 1 + the row of a group, once it was met in this dump. */
  const rowOf = new Uint32Array(groups.count);
  let rows = 0;
  let compared = 0;
  for (let at = from; at < end; at++) {
    if (skip[at] === Skip.empty || skip[at] === Skip.short) continue;
    compared += 1;
    const group = groups.of[at] ?? 0;
    const post = paragraphs.post[at] ?? 0;
    const met = group === 0 ? 0 : (rowOf[group] ?? 0);
    const row = met === 0 ? rows : met - 1;
    if (met === 0) {
      rows += 1;
      rowOf[group] = rows;
      paragraph.set(row, at);
    }
    if (met === 0 || lastPost.values[row] !== post) posts.values[row] = (posts.values[row] ?? 0) + 1;
    occurrences.values[row] = (occurrences.values[row] ?? 0) + 1;
    lastPost.values[row] = post;
  }
  return {
    rows,
    paragraphs: compared,
    paragraph: paragraph.values,
    occurrences: occurrences.values,
    posts: posts.values,
  };
}

/** The posts that hold a first place, once each: their rows ascend with those of the paragraphs. */
function describePlaces(
  lookup: Lookup<Cut>,
  rows: number,
  of: { postAt: (row: number) => number; firstPost: number; nameOf: (source: string) => string },
): KnownTexts['places'] {
  const { table } = lookup.analysis.posts;
  const held = new Uint32Array(rows);
  const firstLine = new Uint32Array(rows);
  const lastLine = new Uint32Array(rows);
  const ids: (string | null)[] = [];
  for (let row = 0; row < rows; row++) {
    const post = of.postAt(row);
    const count = ids.length;
    if (count > 0 && held[count - 1] === post) continue;
    const { lines, id } = lookup.placeOf(post);
    held[count] = post;
    [firstLine[count], lastLine[count]] = lines;
    ids.push(id);
  }
  const at = (row: number) => held[row] ?? 0;
  return {
    rows: ids.length,
    post: (row) => at(row) - of.firstPost + 1,
    firstLine,
    lastLine,
    ids,
    seconds: (row) => table.seconds[at(row)] ?? 0,
    utc: (row) => table.utc[at(row)] === 1,
    source: (row) => of.nameOf(lookup.sourceOf(at(row))),
  };
}
