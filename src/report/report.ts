/**
 * The report: the public, versioned form of what was found. The names are a contract (schema/report.schema.json):
 * within a `schemaVersion` fields are added, never changed or taken away. Long lists, and the lists within their
 * entries, are made while they are walked, in their final order, so that a report may be larger than memory.
 *
 * `lines` are 1-based and inclusive; `bytes` are offsets into the (decompressed) dump, end-exclusive, in a UTF-16
 * dump into its UTF-8 form, and of a record those of all of it; posts are numbered from 1 within their dump; `characters`
 * are code points of lines as they stand in the dump, with the white space round them that texts are shown without.
 */
import type {
  BrokenRecord,
  Confidence,
  Format,
  SeenIndex,
  Settings,
  Trouble,
  UnreadDates,
  WhyLeftOut,
} from '../model.js';
import type { CheckReport } from './check-report.js';
import type { DumpLine, Finding, FindingLevel } from './finding.js';
import type { BlockReport, ClusterReport, ForwardReport, SignatureReport, WrittenBlock } from './findings.js';
import type { LongLists } from './long-lists.js';
import type { SeenReport, SeenSummary } from './seen.js';
import type { Sequence } from './sequence.js';
import type { LooseBlock, ToldCluster } from './told-findings.js';

export type * from './check-report.js';
export type * from './finding.js';
export type * from './findings.js';
export type { LongList, LongLists } from './long-lists.js';
export type * from './seen.js';
export type { Sequence } from './sequence.js';
export type * from './told-findings.js';

/** One dump and how it was read. */
export interface DumpReport {
  readonly path: string;
  /** It was compared with, and is not reported: no figure counts what is in it. */
  readonly against: boolean;
  readonly bytes: number;
  readonly lines: number;
  /** Of the (decompressed) bytes; empty in a report for people alone, which does not tell it. */
  readonly xxh64: string;
  readonly encoding: string;
  /** How the encoding is known. */
  readonly encodingBy: 'default' | 'bom' | 'detected' | 'told';
  readonly format: Format;
  readonly confidence: Confidence;
  readonly evidence: readonly string[];
  readonly posts: number;
  readonly echoes: number;
  /** Sequences that are not valid in the encoding, and NUL bytes. */
  readonly invalidBytes: number;
  readonly skipped: {
    readonly chrome: number;
    readonly orphans: number;
    readonly oversizedLines: readonly number[];
    /** Records that are no posts: service messages. */
    readonly service: number;
    /** Messages that an earlier one of the dumps is in the same words: posts whose text is not compared again. */
    readonly sameMessages: number;
    /** Records that could not be read, and the first thousand of them. */
    readonly records: number;
    readonly brokenRecords: readonly BrokenRecord[];
  };
  /** Dates that were there and could not be read, or are the zero of clocks, 1970-01-01T00:00:00; the posts count as undated. */
  readonly unreadDates: UnreadDates;
  /** What went wrong while it was read: broken compression, written to meanwhile. */
  readonly problems: readonly string[];
}

/** The figures, each computed once: of the new dumps, where others are there to compare against. */
export interface Summary {
  readonly dumps: number;
  readonly posts: number;
  /** Posts of the dumps that were compared against. */
  readonly against: { readonly dumps: number; readonly posts: number };
  readonly paragraphs: number;
  readonly characters: number;
  readonly echoes: number;
  readonly forwards: number;
  /** Blocks of kind `repost`. */
  readonly reposts: number;
  readonly clusters: number;
  readonly signatures: number;
  /** Characters that stand in reposts, at every occurrence; of the new dumps, as all figures. */
  readonly repeatedCharacters: number;
  /** Of all characters, 0 to 1. */
  readonly repeatedShare: number;
  /** The same without each repost's origin: what would go if of each but one place stayed, whichever it is. */
  readonly copiedCharacters: number;
  /** Paragraphs that stood before within their own post, and in no other: they make no repost. */
  readonly repeatedWithin: number;
  /**
   * Posts that declare a forward and are copies: of text that another source posted before, of their own where they forward it
   * from another, or of the message that they forward. As many have a finding `repost-credited` in a scan.
   */
  readonly credited: number;
  /** Posts with text that another source posted before, and that declare none: as many have a finding `repost-uncredited`. */
  readonly uncredited: number;
  /** What the index had; null where none was asked. */
  readonly seenBefore: SeenSummary | null;
  readonly skipped: {
    readonly chrome: number;
    readonly orphans: number;
    readonly empty: number;
    readonly short: number;
    readonly signature: number;
    readonly oversizedLines: number;
    readonly service: number;
    /** Posts: messages that an earlier one of the dumps is in the same words. */
    readonly sameMessages: number;
    readonly records: number;
  };
}

/** An input that was left out, and why. */
export interface LeftOut {
  readonly path: string;
  readonly reason: string;
  /** What kind of reason that is. */
  readonly why: WhyLeftOut;
  /** Nobody expects it to be read: `why` is `ignored`, `hidden` or `output`. */
  readonly ignored: boolean;
  /** It is one of the report's troubles. */
  readonly isTrouble: boolean;
}

/** Everything there is to tell, decided before anything is printed. */
export interface Report {
  readonly schemaVersion: 1;
  readonly tool: { readonly name: 'reposted'; readonly version: string; readonly normalizer: string };
  readonly settings: Settings;
  readonly summary: Summary;
  readonly dumps: readonly DumpReport[];
  readonly leftOut: readonly LeftOut[];
  /** What could not be read as it was asked for: where there is one, the run ends with 2. */
  readonly troubles: readonly Trouble[];
  /** Reposts, most repeated characters first, then echoes in order of reading. */
  blocks(): Iterable<BlockReport>;
  /** The reposts and the clusters for who writes them on, and their texts as they stand in the dumps. */
  readonly longLists: LongLists;
  /** And the echoes. */
  writtenEchoes(): Iterable<WrittenBlock>;
  /** In order of reading. */
  forwards(): Iterable<ForwardReport>;
  /** Most repeated characters first. */
  clusters(): Iterable<ClusterReport>;
  /** The same for people: with what is shared, and what each member added and left out. */
  toldClusters(): Iterable<ToldCluster>;
  /** Reposts whose occurrences no one cluster holds, most repeated characters first. */
  looseBlocks(): Iterable<LooseBlock>;
  /** The verdict, where one was asked for. */
  readonly check: CheckReport | null;
  /**
   * What is a copy of what, made of the clusters and the loose blocks: one entry a copy, the gravest first, of one rule
   * those of the cluster that repeats most first. Those of one level, where one is given.
   */
  findings(level?: FindingLevel): Sequence<Finding>;
  /**
   * Some lines of a dump, by number, for which it is read once more up to the last of them; null where a line of the
   * dump cannot be found in what was read: a dump of records, of another encoding than UTF-8, or not of this report.
   */
  readLines(dump: string, lines: ReadonlySet<number>): ReadonlyMap<number, DumpLine> | null;
  /** The index that was asked; null where none was. */
  readonly index: SeenIndex | null;
  /** What stands in it: most characters first. */
  readonly seenBefore: Sequence<SeenReport>;
  /** Most posts first. */
  readonly signatures: Sequence<SignatureReport>;
}
