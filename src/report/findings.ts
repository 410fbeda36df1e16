/** The entries of the report's long lists; the conventions of report.ts hold for them. */
import type { Credit, Relation, Rung } from '../model.js';
import type { DumpText } from './dump-text.js';
import type { Sequence } from './sequence.js';

/** First and last. */
export type Range = readonly [number, number];

/** Where a post is, or a part of it, and who posted it when. */
export interface PostPlace {
  readonly dump: string;
  readonly post: number;
  readonly lines: Range;
  /** As the dump has it; null where it has none. */
  readonly id: string | null;
  readonly source: string;
  readonly date: string | null;
}

/** One place where a block stands. */
export interface OccurrenceReport extends PostPlace {
  readonly bytes: Range;
  /** `print`: the second print of the same post. */
  readonly role: 'origin' | 'forward' | 'copy' | 'print';
  readonly forwardedFrom: string | null;
}

/** A run of paragraphs that stands in two places or more. */
export interface BlockReport {
  /** A single paragraph's fingerprint, else XXH64 of the paragraphs' fingerprints, big-endian, in order. */
  readonly id: string;
  readonly kind: 'repost' | 'echo';
  /** The lowest rung at which all occurrences are equal. */
  readonly rung: Rung;
  readonly paragraphs: number;
  readonly characters: number;
  readonly text: string;
  /** The origin first, then in order of time. */
  readonly occurrences: Sequence<OccurrenceReport>;
}

/** A block whose text is read when it is written, which must be before the dumps are closed. */
export interface WrittenBlock extends Omit<BlockReport, 'text'> {
  readonly text: DumpText;
}

/** A post that says where its text is from. */
export interface ForwardReport extends PostPlace {
  readonly from: string;
  readonly author: string | null;
  /** `field`: a record says so; `header`: a line of the text. */
  readonly evidence: 'field' | 'header';
  /** What the record says of the original; null where it says no more than a name, and for text. */
  readonly original: OriginalReport | null;
}

/** The post that was forwarded: its source's id and handle, its own id and date, who signed it, where it can be seen. */
export interface OriginalReport {
  readonly id: string | null;
  readonly handle: string | null;
  readonly message: string | null;
  readonly date: string | null;
  readonly author: string | null;
  readonly link: string | null;
}

/** A post of a cluster, seen from the cluster's origin. */
export interface MemberReport extends PostPlace {
  readonly relation: Relation;
  /** Share of this post's characters that the origin has, 0 to 1. */
  readonly coverage: number;
  /** Share of the origin's characters that this post has. */
  readonly originCoverage: number;
  /** Paragraphs of this post that the origin does not have, short ones too; signatures and emoji alone are not told. */
  readonly addedParagraphs: number;
  /** Paragraphs of the origin that this post does not have. */
  readonly leftOutParagraphs: number;
  /** Declares a forward. */
  readonly credited: boolean;
  readonly credit: Credit;
  readonly forwardedFrom: string | null;
}

/** Posts gathered round the earliest one whose text they share. */
export interface ClusterReport {
  readonly id: string;
  readonly origin: PostPlace;
  /** How the origin was told from the copies: by its date, or where it has none by the order of reading. */
  readonly originBy: 'date' | 'order';
  /** Posts of the cluster without a date: behind an origin that has one they stand for that alone, whichever was read first. */
  readonly undated: number;
  readonly members: Sequence<MemberReport>;
}

/** A paragraph that a source puts under or over many of its own posts. */
export interface SignatureReport {
  readonly source: string;
  readonly text: string;
  readonly posts: number;
}
