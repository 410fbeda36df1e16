/** What the posts of a cluster have that its origin has not, and what it has that they have not, by paragraph. */
import { type Analysis, type LineTable, Skip } from '../../model.js';

/** Paragraphs by which a post differs from an origin; lines of emoji alone and signatures are not told. */
export interface Difference {
  /** Paragraphs of the post that the origin does not have. */
  readonly added: number;
  /** Paragraphs of the origin that the post does not have. */
  readonly leftOut: number;
}

/** Counts how a post differs from `origin`, in time linear in the post alone, however long the origin is. */
export function createComparison(analysis: Analysis, origin: number): (post: number) => Difference {
  const { firstParagraph } = analysis.posts.table;
  const known = numberParagraphs(analysis, origin);
  const copies = new Uint32Array(known.count);
  let all = 0;
  for (let at = firstParagraph.at(origin); at < firstParagraph.at(origin + 1); at++) {
    if (!isTold(analysis, at)) continue;
    const number = known.numberOf(at) ?? 0;
    copies[number] = (copies[number] ?? 0) + 1;
    all += 1;
  }
  const lastSeenIn = new Uint32Array(known.count);
  return (post) => {
    let added = 0;
    let kept = 0;
    for (let at = firstParagraph.at(post); at < firstParagraph.at(post + 1); at++) {
      const number = known.numberOf(at);
      if (number === undefined) {
        if (isTold(analysis, at)) added += 1;
      } else if (lastSeenIn[number] !== post + 1) {
        lastSeenIn[number] = post + 1;
        kept += copies[number] ?? 0;
      }
    }
    return { added, leftOut: all - kept };
  };
}

/** The paragraphs of `post` that `other` does not have, in order, as {@link Difference} counts them. */
export function* paragraphsMissing(analysis: Analysis, post: number, other: number): Generator<number> {
  const { firstParagraph } = analysis.posts.table;
  const known = numberParagraphs(analysis, other);
  for (let at = firstParagraph.at(post); at < firstParagraph.at(post + 1); at++) {
    if (isTold(analysis, at) && known.numberOf(at) === undefined) yield at;
  }
}

/** Short paragraphs are too short to join posts, and yet a difference that a reader wants to see. */
function isTold({ matches }: Analysis, paragraph: number): boolean {
  const skip = matches.skip.at(paragraph);
  return skip === Skip.none || skip === Skip.short;
}

/** The different paragraphs of a post, signatures too, as numbers below `count`. */
interface NumberedParagraphs {
  readonly count: number;
  /** The number of any paragraph with the same fingerprint, undefined where the post has none. */
  numberOf(paragraph: number): number | undefined;
}

/** A number is a slot of a table, found by the fingerprint: a report asks for those of each of its clusters. */
function numberParagraphs(analysis: Analysis, post: number): NumberedParagraphs {
  const { table, paragraphs } = analysis.posts;
  const { low, high }: LineTable = analysis.lines;
  const first = table.firstParagraph.at(post);
  const end = table.firstParagraph.at(post + 1);
  /** 1 + the row of the line; at most half of the slots are taken. */
  const slots = new Uint32Array(2 << (32 - Math.clz32(end - first)));
  const mask = slots.length - 1;
  /** The slot of a line, or that where it would stand. */
  const slotOf = (line: number): number => {
    const lowOfLine = low.at(line);
    const highOfLine = high.at(line);
    for (let slot = (lowOfLine ^ highOfLine) & mask; ; slot = (slot + 1) & mask) {
      const other = (slots[slot] ?? 0) - 1;
      if (other < 0 || (low.at(other) === lowOfLine && high.at(other) === highOfLine)) return slot;
    }
  };
  for (let at = first; at < end; at++) {
    const line = paragraphs.row.at(at);
    slots[slotOf(line)] = line + 1;
  }
  const numberOf = (paragraph: number) => {
    const slot = slotOf(paragraphs.row.at(paragraph));
    return slots[slot] === 0 ? undefined : slot;
  };
  return { count: slots.length, numberOf };
}
