/** The lists of a report that are longest. Any part of them can be described by itself, so that threads can share the work. */
import type { ClusterReport, WrittenBlock } from './findings.js';

/** A list that is described part by part. */
export interface LongList<Entry> {
  readonly length: number;
  /** The entries `[from, end)`. */
  part(from: number, end: number): Iterable<Entry>;
}

/** The lists by name. */
export interface LongLists {
  /** Reposts, most repeated characters first. */
  readonly blocks: LongList<WrittenBlock>;
  /** Most repeated characters first. */
  readonly clusters: LongList<ClusterReport>;
}
