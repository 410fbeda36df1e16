/** The part of a report that is one of its long lists: said, not written, so that whoever writes it may share the work. */
import type { LongLists } from './long-lists.js';

/** How a long list stands in a report: as data, so that any thread can write some of its entries. */
export interface LongPart {
  readonly list: keyof LongLists;
  /** Its entries. */
  readonly length: number;
  /** The brace of each entry, and the fields to stand before its own. */
  readonly opening: string;
  /** What stands between two entries. */
  readonly between: string;
}

/** A report in order: what is written already, and long lists. */
export type ReportParts = Iterable<Uint8Array | LongPart>;
