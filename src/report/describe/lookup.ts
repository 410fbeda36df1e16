/** Numbers → what the report says: places, names, texts. The one door from columns to objects. */

import { formatDate } from '../../dates/post-date.js';
import { lineStart } from '../../model/line-start.js';
import { type ComparePosts, orderPosts } from '../../model/order-posts.js';
import type { Analysis, ReadBytes, RecordCard, Span } from '../../model.js';
import { showLine } from '../dump-text.js';
import type { PostPlace, Range } from '../report.js';
import { createSequence, type Sequence } from '../sequence.js';

/** What places and texts are looked up in: all an analysis has once posts are cut. */
export type Cut = Pick<Analysis, 'lines' | 'records' | 'posts' | 'facts'>;

/** Looks things up in an analysis, or in as much of it as `A` has. */
export interface Lookup<A extends Cut = Analysis> {
  readonly analysis: A;
  readonly comparePosts: ComparePosts;
  /** Whether any post was printed twice. */
  readonly hasEchoes: boolean;
  /** The bytes of a dump once more; of one that came as records, not those of its file. */
  readonly read: ReadBytes;
  /** The whole extent of a post, and who posted it when. */
  placeOf(post: number): PostPlace;
  /** The path of its dump. */
  pathOf(post: number): string;
  /** Its number within the dump, from 1. */
  numberOf(post: number): number;
  /** Its whole extent, header, echo and placeholders included. */
  linesOf(post: number): Range;
  /** Its own id, as its record has it. */
  idOf(post: number): string | null;
  /** Where its id is known; null where it is the dump's own. */
  networkOf(post: number): string | null;
  /** 1-based lines and byte offsets of the rows `[from, end)` of a post; of a record's, where they have none, the whole of it. */
  spanOf(post: number, from: number, end: number): { readonly lines: Range; readonly bytes: Range };
  sourceOf(post: number): string;
  dateOf(post: number): string | null;
  forwardedFrom(post: number): string | null;
  authorOf(post: number): string | null;
  /** What the post's record says beside; null for a post cut from text. */
  cardOf(post: number): RecordCard | null;
  /** Where it stands. */
  cardSpan(post: number): Span | null;
  /** The bytes of a line; they hold until the next one is read. */
  bytesOf(dump: number, row: number): Uint8Array;
  /** A line as written, without outer white space; invalid bytes as U+FFFD. */
  textOf(dump: number, row: number): string;
  /** The same of several rows of a post, each read when it is asked for. */
  textsOf(post: number, rows: readonly number[]): Sequence<string>;
}

/** `read` gives the bytes of a dump again. */
export function createLookup<A extends Cut>(analysis: A, read: ReadBytes): Lookup<A> {
  const { lines, records, posts, facts } = analysis;
  const { table } = posts;
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const name = (index: number | undefined) => table.names[index ?? 0] ?? '';
  /** Of the one dump that there mostly is, no column needs to be asked. */
  const dumpOf = facts.length === 1 ? () => 0 : (post: number) => table.dump.at(post);
  let lastCard: { post: number; card: RecordCard } | null = null;
  const cardSpan = (post: number): Span | null => {
    if (records.rows === 0) return null;
    const record = table.record.at(post) - 1;
    if (record < 0) return null;
    return {
      dump: table.dump.at(post),
      start: records.card.at(record),
      length: records.cardBytes.at(record),
    };
  };
  const cardOf = (post: number): RecordCard | null => {
    if (records.rows === 0) return null;
    if (lastCard?.post === post) return lastCard.card;
    const span = cardSpan(post);
    if (span === null) return null;
    const card: RecordCard = JSON.parse(decoder.decode(read(span.dump, span.start, span.length)));
    lastCard = { post, card };
    return card;
  };
  const spanOf = (post: number, from: number, end: number): { lines: Range; bytes: Range } => {
    const place = cardOf(post)?.place;
    if (place !== undefined) {
      const first = from < end ? lines.line.at(from) : 0;
      return {
        lines: first === 0 ? [place.line, place.endLine] : [first, lines.line.at(end - 1)],
        bytes: [place.start, place.end],
      };
    }
    return {
      lines: [lines.line.at(from), lines.line.at(end - 1)],
      bytes: [lineStart(lines, from), lineStart(lines, end - 1) + lines.bytes.at(end - 1)],
    };
  };
  const linesOf = (post: number): Range => {
    const place = cardOf(post)?.place;
    if (place !== undefined) return [place.line, place.endLine];
    return [lines.line.at(table.firstRow.at(post)), lines.line.at(table.endRow.at(post) - 1)];
  };
  const pathOf = (post: number) => facts[dumpOf(post)]?.path ?? '';
  const numberOf = (post: number) => post - (posts.dumps[dumpOf(post)]?.firstPost ?? 0) + 1;
  const idOf = (post: number) => cardOf(post)?.id ?? null;
  const sourceOf = (post: number) => name(table.source.at(post));
  const dateOf = (post: number): string | null => {
    if (!table.dated) return null;
    const seconds = table.seconds.at(post);
    return seconds === 0 ? null : formatDate({ seconds, utc: table.utc.at(post) === 1 });
  };
  const bytesOf = (dump: number, row: number) => read(dump, lineStart(lines, row), lines.bytes.at(row));
  const textOf = (dump: number, row: number) => showLine(bytesOf(dump, row));
  const walkTexts = function* (dump: number, rows: readonly number[]): Generator<string> {
    for (const row of rows) yield textOf(dump, row);
  };
  return {
    analysis,
    comparePosts: orderPosts(table),
    hasEchoes: posts.dumps.some(({ echoes }) => echoes > 0),
    read,
    spanOf,
    placeOf: (post) => ({
      dump: pathOf(post),
      post: numberOf(post),
      lines: linesOf(post),
      id: idOf(post),
      source: sourceOf(post),
      date: dateOf(post),
    }),
    pathOf,
    numberOf,
    linesOf,
    idOf,
    networkOf(post) {
      const own = cardOf(post)?.network;
      return own === undefined ? (facts[dumpOf(post)]?.records?.network ?? null) : own;
    },
    sourceOf,
    dateOf,
    forwardedFrom: (post) => name(table.forwardedFrom.at(post)) || null,
    authorOf: (post) => cardOf(post)?.author ?? (name(table.author.at(post)) || null),
    cardOf,
    cardSpan,
    bytesOf,
    textOf,
    textsOf: (post, rows) => createSequence(rows.length, () => walkTexts(table.dump.at(post), rows)),
  };
}
