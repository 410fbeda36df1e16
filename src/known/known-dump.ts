/** A dump as an index has it. */
import type { Column, KnownSource } from '../model.js';

/** What is known of a dump as a whole. */
export interface KnownDump {
  /** As seen from the index's folder: it does not matter whence the index was made. */
  readonly path: string;
  /** Of the (decompressed) bytes. */
  readonly xxh64: string;
  /** What the user said of cutting it, as JSON: the same bytes, cut in another way, are other posts. */
  readonly cut: string;
  readonly format: string;
  readonly bytes: number;
  readonly lines: number;
  readonly posts: number;
  /** Paragraphs that can be compared, and how many of them differ, by source. */
  readonly paragraphs: number;
  readonly fingerprints: number;
}

/**
 * What a dump brings into an index, as columns: one row a distinct fingerprint of a source, one row a post that one stands in
 * first or that is a message.
 */
export interface KnownTexts {
  readonly rows: number;
  readonly low: (row: number) => number;
  readonly high: (row: number) => number;
  readonly weight: (row: number) => number;
  /** The number of the post within the dump, from 1. */
  readonly post: (row: number) => number;
  readonly line: (row: number) => number;
  readonly occurrences: Column;
  readonly posts: Column;
  readonly forwards: Column;
  readonly isSignature: (row: number) => boolean;
  readonly places: {
    readonly rows: number;
    readonly post: (row: number) => number;
    readonly firstLine: Column;
    readonly lastLine: Column;
    readonly ids: readonly (string | null)[];
    readonly seconds: (row: number) => number;
    readonly utc: (row: number) => boolean;
    readonly source: (row: number) => KnownSource;
    /** Null: it is no forward. */
    readonly forwardedFrom: (row: number) => KnownSource | null;
    /** Null: it is no message. */
    readonly words: (row: number) => number | null;
  };
}
