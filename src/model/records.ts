/** The posts that a format hands over ready cut, with what it says of them. */

import type { Column } from './columns.js';
import type { Format } from './shapes.js';

/** What stands first in a date of figures whose year stands last. */
export type DateOrder = 'day' | 'month';

/** A moment as a dump gives it: seconds since 1970, in UTC or in a local time whose zone is not known. */
export interface PostDate {
  readonly seconds: number;
  readonly utc: boolean;
  /**
   * What the figures say stands first; `unknown` where only the other dates of the dump can tell, and until then
   * `seconds` takes it for the day. Absent where the question does not arise.
   */
  readonly first?: DateOrder | 'unknown';
}

/** Who posted, as far as a format says: a number or key, a handle without `@`, a name for people. */
export interface Source {
  readonly id?: string | undefined;
  readonly handle?: string | undefined;
  readonly name?: string | undefined;
}

/** What a source is called of which nothing is known but that a post was forwarded from it. */
export const unknownSource: Source = { name: '(unknown)' };

/** By what a source is known again, whatever it is called meanwhile; empty where no dump says. Both begin with the network. */
export interface SourceKeys {
  readonly id: string;
  readonly handle: string;
}

/** Where a forwarded post is from. */
export interface ForwardedFrom extends Source {
  /** The id that the original has in its source. */
  readonly message?: string | undefined;
  readonly date?: PostDate | undefined;
  readonly author?: string | undefined;
  readonly link?: string | undefined;
}

/** One post as a record format gives it; what the format does not carry, or the record does not say, is absent. */
export interface PostRecord {
  /** As a reader would see it: plain text, paragraphs parted by line ends. Empty for a post of media alone. */
  readonly text: string;
  /** Within it ids of sources and messages mean the same everywhere, null: they are the dump's own. Absent where the format tells. */
  readonly network?: string | null | undefined;
  readonly id?: string | undefined;
  readonly date?: PostDate | undefined;
  /** How the date is written, where it cannot be read, or not without the others. */
  readonly dateText?: string | undefined;
  readonly source?: Source | undefined;
  readonly author?: string | undefined;
  readonly forward?: ForwardedFrom | undefined;
  readonly edited?: PostDate | undefined;
  /** The id of the post that this one answers. */
  readonly replyTo?: string | undefined;
  /** What is attached, in the format's own word: `photo`, `video_file`. */
  readonly media?: string | undefined;
  /** Where the post can be seen. */
  readonly link?: string | undefined;
}

/** Where a record stands in its dump: 1-based lines, inclusive; byte offsets, end-exclusive. */
export interface RecordPlace {
  readonly line: number;
  readonly endLine: number;
  readonly start: number;
  readonly end: number;
}

/** A record that was left out. */
export interface BrokenRecord {
  readonly line: number;
  readonly reason: string;
}

/** What a field can be told to hold. */
export type FieldKind = 'text' | 'id' | 'date' | 'source' | 'forward';

/** Which fields the records of a dump of no fixed kind have. */
export interface FieldFacts {
  /** Names of fields, those of the first records. */
  readonly names: readonly string[];
  /** What each thing was taken from. */
  readonly taken: Readonly<Record<FieldKind, ReadonlySet<string>>>;
  /** What the user named a field for that no record has. */
  readonly absent: readonly FieldKind[];
  /** Every record has all of them, be they empty. */
  readonly areColumns: boolean;
}

/** Dates that were there and could not be read, or are the zero of clocks: of how many posts, and the first of them. */
export interface UnreadDates {
  readonly posts: number;
  readonly first: { readonly line: number; readonly text: string } | null;
}

/** What was learnt of the records of one dump. */
export interface RecordFacts {
  readonly format: Format;
  /** Of all records that name no other. */
  readonly network: string | null;
  readonly evidence: readonly string[];
  /** Rows of the {@link RecordTable}. */
  readonly firstRecord: number;
  readonly endRecord: number;
  /** Records that are no posts: service messages. */
  readonly passed: number;
  /** How many were left out, and the first of them. */
  readonly broken: number;
  readonly brokenRecords: readonly BrokenRecord[];
  /** The first of them with which nobody knows how much is missing: the dump ends in it, or it is too long to be read. */
  readonly lost: BrokenRecord | null;
  readonly unreadDates: UnreadDates;
  /** Null for a format whose fields are fixed, and where there was no record. */
  readonly fields: FieldFacts | null;
}

/**
 * One row a record, in order of reading. Its lines are the rows from `firstRow` to the next record's `firstRow` (the
 * dump's last row for its last record). `source` and `forward` index `names` and `keys` (0: none said). `seconds` and `utc`
 * are its date, 0 for none. `identityLow` and `identityHigh` fingerprint which message it is, or, of a forward, which
 * message it is a copy of: equal for copies of one message, 0 where the record does not say. `card` is where the rest
 * of what it says stands (JSON of a {@link RecordCard}), in what is read again for the dump, and `cardBytes` its length.
 */
export interface RecordTable {
  readonly rows: number;
  readonly firstRow: Column;
  readonly source: Column;
  readonly forward: Column;
  readonly seconds: Column;
  readonly utc: Column;
  readonly identityLow: Column;
  readonly identityHigh: Column;
  readonly card: Column;
  readonly cardBytes: Column;
  readonly names: readonly string[];
  readonly keys: readonly SourceKeys[];
}

/** What a report says of a record and no stage needs. */
export interface RecordCard {
  readonly place: RecordPlace;
  readonly network?: string | null | undefined;
  readonly id?: string | undefined;
  readonly author?: string | undefined;
  readonly edited?: PostDate | undefined;
  readonly replyTo?: string | undefined;
  readonly media?: string | undefined;
  readonly link?: string | undefined;
  readonly forward?: ForwardedFrom | undefined;
}
