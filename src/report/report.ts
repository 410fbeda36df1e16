/**
 * The report: the public, versioned form of what was found. The names are a contract (schema/report.schema.json):
 * within a `schemaVersion` fields are added, never changed or taken away. Long lists are sequences made on
 * demand, in their final order, so that a report may be larger than memory.
 *
 * `lines` are 1-based and inclusive; `bytes` are offsets into the (decompressed) dump, end-exclusive, in a UTF-16
 * dump into its UTF-8 form; posts are numbered from 1 within their dump; `characters` are code points.
 */
import type { Confidence, Format, Relation, Rung, Settings } from '../model.js';

/** First and last. */
export type Range = readonly [number, number];

/** Where a post is. */
export interface PostPlace {
  readonly dump: string;
  readonly post: number;
  readonly lines: Range;
}

/** One dump and how it was read. */
export interface DumpReport {
  readonly path: string;
  readonly bytes: number;
  readonly lines: number;
  /** Of the (decompressed) bytes. */
  readonly xxh64: string;
  readonly encoding: string;
  readonly format: Format;
  readonly confidence: Confidence;
  readonly evidence: readonly string[];
  readonly posts: number;
  readonly echoes: number;
  readonly invalidBytes: number;
  readonly skipped: {
    readonly chrome: number;
    readonly orphans: number;
    readonly oversizedLines: readonly number[];
  };
  /** What went wrong while it was read: broken compression, written to meanwhile. */
  readonly problems: readonly string[];
}

/** One place where a block stands. */
export interface OccurrenceReport extends PostPlace {
  readonly source: string;
  readonly date: string | null;
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
  readonly occurrences: readonly OccurrenceReport[];
}

/** A post that says where its text is from. */
export interface ForwardReport extends PostPlace {
  readonly source: string;
  readonly from: string;
  readonly author: string | null;
  readonly evidence: 'field' | 'header';
}

/** A post of a cluster, seen from the cluster's origin. */
export interface MemberReport extends PostPlace {
  readonly source: string;
  readonly date: string | null;
  readonly relation: Relation;
  /** Share of this post's characters that the origin has, 0 to 1. */
  readonly coverage: number;
  /** Share of the origin's characters that this post has. */
  readonly originCoverage: number;
  /** Declares a forward. */
  readonly credited: boolean;
  readonly credit: Credit;
  readonly forwardedFrom: string | null;
}

/** `own`: a source posts its own text again. */
export type Credit = 'credited' | 'uncredited' | 'own';

/** Posts gathered round the earliest one whose text they share. */
export interface ClusterReport {
  readonly id: string;
  readonly origin: PostPlace & { readonly source: string; readonly date: string | null };
  /** How the origin was told from the copies. */
  readonly originBy: 'date' | 'order';
  readonly members: readonly MemberReport[];
}

/** A paragraph that a source puts under or over many of its own posts. */
export interface SignatureReport {
  readonly source: string;
  readonly text: string;
  readonly posts: number;
}

/** The figures, each computed once. */
export interface Summary {
  readonly dumps: number;
  readonly posts: number;
  readonly paragraphs: number;
  readonly characters: number;
  readonly echoes: number;
  readonly forwards: number;
  /** Blocks of kind `repost`. */
  readonly reposts: number;
  readonly clusters: number;
  readonly signatures: number;
  /** Characters that stand in reposts, at every occurrence. */
  readonly repeatedCharacters: number;
  /** Of all characters, 0 to 1. */
  readonly repeatedShare: number;
  /** The same without each repost's origin: what would go if every copy went. */
  readonly copiedCharacters: number;
  /** Posts with text that another source posted before, and that declare a forward. */
  readonly credited: number;
  /** Posts with text that another source posted before, and that declare none. */
  readonly uncredited: number;
  readonly skipped: {
    readonly chrome: number;
    readonly orphans: number;
    readonly empty: number;
    readonly short: number;
    readonly signature: number;
    readonly oversizedLines: number;
  };
}

/** An input that was left out, and why. */
export interface LeftOut {
  readonly path: string;
  readonly reason: string;
}

/** Everything there is to tell, decided before anything is printed. */
export interface Report {
  readonly schemaVersion: 1;
  readonly tool: { readonly name: 'reposted'; readonly version: string; readonly normalizer: string };
  readonly settings: Settings;
  readonly summary: Summary;
  readonly dumps: readonly DumpReport[];
  readonly leftOut: readonly LeftOut[];
  /** Reposts, most repeated characters first, then echoes in order of reading. */
  blocks(): Iterable<BlockReport>;
  /** In order of reading. */
  forwards(): Iterable<ForwardReport>;
  /** Most repeated characters first. */
  clusters(): Iterable<ClusterReport>;
  /** The same, each with the blocks that its origin shares with its members, in the origin's order. */
  clustersWithBlocks(): Iterable<{
    readonly cluster: ClusterReport;
    readonly blocks: readonly BlockReport[];
  }>;
  /** Reposts whose occurrences no one cluster holds, most repeated characters first. */
  looseBlocks(): Iterable<BlockReport>;
  /** Most posts first. */
  readonly signatures: readonly SignatureReport[];
}
