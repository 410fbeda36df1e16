/** What is remembered of the words of a message, so that it is known again. */
import type { LineTable } from './lines.js';
import type { Posts } from './posts.js';
import type { RecordTable } from './records.js';

/** What is hashed from. */
interface Cut {
  readonly lines: LineTable;
  readonly posts: Posts;
  readonly records: RecordTable;
}

/**
 * 32 bits that are the same for the same words of a post, beside its id enough to know it by; null for what no record says to be a
 * message, as another may have the same id, and for one without text.
 */
export function hashWords({ lines, posts, records }: Cut, post: number): number | null {
  const { record, firstParagraph } = posts.table;
  const of = record.at(post) - 1;
  if (of < 0 || (records.identityLow.at(of) === 0 && records.identityHigh.at(of) === 0)) return null;
  const [from, end] = [firstParagraph.at(post), firstParagraph.at(post + 1)];
  if (from === end) return null;
  let hash = 0;
  for (let at = from; at < end; at++)
    hash = Math.imul(hash ^ lines.low.at(posts.paragraphs.row.at(at)), 0x9e3779b1) >>> 0;
  return hash;
}
