/** Numbers → what the report says: places, names, texts. The one door from columns to objects. */
import type { Analysis, ReadBytes } from '../model.js';
import type { PostPlace, Range } from './report.js';

/** What places and texts are looked up in: all an analysis has once posts are cut. */
export type Cut = Pick<Analysis, 'lines' | 'posts' | 'facts'>;

/** Looks things up in an analysis, or in as much of it as `A` has. */
export interface Lookup<A extends Cut = Analysis> {
  readonly analysis: A;
  /** The whole extent of a post. */
  placeOf(post: number): PostPlace;
  /** 1-based lines and byte offsets of the rows `[from, end)`. */
  spanOf(from: number, end: number): { readonly lines: Range; readonly bytes: Range };
  sourceOf(post: number): string;
  dateOf(post: number): string | null;
  forwardedFrom(post: number): string | null;
  authorOf(post: number): string | null;
  /** A line as written, without outer white space; invalid bytes as U+FFFD. */
  textOf(dump: number, row: number): string;
}

/** `read` gives the bytes of a dump again. */
export function createLookup<A extends Cut>(analysis: A, read: ReadBytes): Lookup<A> {
  const { lines, posts, facts } = analysis;
  const { table } = posts;
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const name = (index: number | undefined) => table.names[index ?? 0] ?? '';
  const spanOf = (from: number, end: number): { lines: Range; bytes: Range } => ({
    lines: [lines.line[from] ?? 0, lines.line[end - 1] ?? 0],
    bytes: [lines.start[from] ?? 0, (lines.start[end - 1] ?? 0) + (lines.bytes[end - 1] ?? 0)],
  });
  return {
    analysis,
    spanOf,
    placeOf(post) {
      const dump = table.dump[post] ?? 0;
      return {
        dump: facts[dump]?.path ?? '',
        post: post - (posts.dumps[dump]?.firstPost ?? 0) + 1,
        lines: spanOf(table.firstRow[post] ?? 0, table.endRow[post] ?? 0).lines,
      };
    },
    sourceOf: (post) => name(table.source[post]),
    dateOf: (post) => name(table.date[post]) || null,
    forwardedFrom: (post) => name(table.forwardedFrom[post]) || null,
    authorOf: (post) => name(table.author[post]) || null,
    textOf: (dump, row) => decoder.decode(read(dump, lines.start[row] ?? 0, lines.bytes[row] ?? 0)).trim(),
  };
}
