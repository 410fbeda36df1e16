/** The text of an occurrence, read again: in one piece where its lines follow one another, else line by line. */
import { lineStart } from '../model/line-start.js';
import { type Analysis, type NextBytes, type ReadBytes, Skip, type WantSpan } from '../model.js';

/** More lines than fit into so many bytes are read one by one: much else may stand between them. */
const LONGEST_PIECE = 64 * 1024;

/** Where occurrences stand. */
export type Places = Pick<Analysis, 'lines' | 'posts' | 'matches'>;

/** The bytes of an occurrence: one piece, or one for each of its paragraphs. */
export type Passage = readonly Uint8Array[];

/** Told of a paragraph; one of emoji or punctuation alone is no text. */
export type TakeParagraph = (bytes: Uint8Array, paragraph: number, isText: boolean) => void;

/** Wants what {@link takePassage} takes. */
export function wantPassage(places: Places, occurrence: number, want: WantSpan): void {
  const first = places.matches.blocks.first.at(occurrence);
  const last = places.matches.blocks.last.at(occurrence);
  if (isOnePiece(places, first, last)) atLines(places, { first, last }, want);
  else for (let at = first; at <= last; at++) atLines(places, { first: at, last: at }, want);
}

/** The passage, from what is at hand, or else with `read`. */
export function takePassage(
  places: Places,
  occurrence: number,
  { next, read }: { next: NextBytes; read: ReadBytes },
): Passage {
  const first = places.matches.blocks.first.at(occurrence);
  const last = places.matches.blocks.last.at(occurrence);
  const take = (from: number, to: number) => next() ?? atLines(places, { first: from, last: to }, read);
  if (isOnePiece(places, first, last)) return [take(first, last)];
  return Array.from({ length: last - first + 1 }, (_, at) => take(first + at, first + at));
}

/** Tells of the paragraphs of a passage in order. */
export function eachParagraph(
  places: Places,
  { occurrence, passage }: { occurrence: number; passage: Passage },
  take: TakeParagraph,
): void {
  const { lines, matches } = places;
  const { row } = places.posts.paragraphs;
  const [piece = NOTHING] = passage;
  const first = matches.blocks.first.at(occurrence);
  const last = matches.blocks.last.at(occurrence);
  if (first === last) {
    take(piece, first, true);
    return;
  }
  const begin = lineStart(lines, row.at(first));
  for (let paragraph = first; paragraph <= last; paragraph++) {
    const isText = matches.skip.at(paragraph) !== Skip.empty;
    if (passage.length > 1) take(passage[paragraph - first] ?? NOTHING, paragraph, isText);
    else {
      const start = lineStart(lines, row.at(paragraph)) - begin;
      take(piece.subarray(start, start + lines.bytes.at(row.at(paragraph))), paragraph, isText);
    }
  }
}

const NOTHING = new Uint8Array(0);

/** Paragraphs whose lines are read together. */
interface Run {
  readonly first: number;
  readonly last: number;
}

/** Whether nothing but blank lines stands between paragraphs. */
function isOnePiece({ lines, posts }: Places, first: number, last: number): boolean {
  if (first === last) return true;
  const { row } = posts.paragraphs;
  const firstRow = row.at(first);
  for (let paragraph = first + 1; paragraph <= last; paragraph++) {
    if (row.at(paragraph) !== firstRow + paragraph - first) return false;
  }
  const lastRow = row.at(last);
  return lineStart(lines, lastRow) + lines.bytes.at(lastRow) - lineStart(lines, firstRow) <= LONGEST_PIECE;
}

/** What `use` makes of where a run stands: wants it, or reads it. */
function atLines<Result>(
  { lines, posts }: Places,
  { first, last }: Run,
  use: (dump: number, start: number, length: number) => Result,
): Result {
  const { row, post } = posts.paragraphs;
  const start = lineStart(lines, row.at(first));
  const end = (first === last ? start : lineStart(lines, row.at(last))) + lines.bytes.at(row.at(last));
  return use(posts.table.dump.at(post.at(first)), start, end - start);
}
