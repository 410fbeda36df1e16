/** What was found: blocks, clusters and their ranking. */

import type { Column, Columns } from './columns.js';
import type { DumpFacts } from './dumps.js';
import type { LineTable } from './lines.js';
import type { Posts } from './posts.js';
import type { RecordTable } from './records.js';
import type { Settings } from './settings.js';

/**
 * Repeated blocks as columns. Block `b` has the occurrences `firstOccurrence[b]` to `firstOccurrence[b + 1]`,
 * in order of reading; an occurrence is of `block`, and is the run of paragraphs `first` to `last` (inclusive)
 * of one post; `origin[b]` is the occurrence of `b` that was first. `held` has the occurrences post after post, in
 * order of reading, beside each its `heldBlock` and the `heldCharacters` of it that can be compared; those of post `p`
 * stand from `firstHeld[p]` to `firstHeld[p + 1]`.
 */
export interface BlockTable {
  readonly rows: number;
  readonly firstOccurrence: Column;
  readonly origin: Column;
  readonly block: Column;
  readonly first: Column;
  readonly last: Column;
  readonly held: Column;
  readonly heldBlock: Column;
  readonly heldCharacters: Column;
  readonly firstHeld: Column;
}

/** A paragraph that one source puts under or over many of its own posts. */
export interface Signature {
  readonly source: number;
  /** One paragraph that shows its text. */
  readonly paragraph: number;
  readonly posts: number;
}

/** Why a paragraph was not compared, one code a paragraph; 0: it was. */
export const Skip = { none: 0, empty: 1, short: 2, signature: 3 } as const;

/** What the match stage found. */
export interface Matches {
  readonly blocks: BlockTable;
  /** Paragraphs that stood before within their post, and in no other: they make no blocks. */
  readonly repeatedWithin: number;
  readonly skip: Column;
  readonly signatures: readonly Signature[];
}

/**
 * How a member of a cluster relates to the cluster's origin, seen from the member; `same-message`: they are copies of
 * one message and have no text in common.
 */
export type Relation = 'identical' | 'contains' | 'contained' | 'overlaps' | 'same-message';

/** Whether a copy credits where its text was first; `own`: a source posts its own text again. */
export type Credit = 'credited' | 'uncredited' | 'own';

/**
 * Posts joined because each shares enough with the first of them. Cluster `c` has the members
 * `firstMember[c]` to `firstMember[c + 1]`; by post are, of a member, its characters that the origin
 * has too (`own`) and those of the origin that it has (`theirs`), and of all posts those that can be compared (`weights`),
 * 1 + the cluster that it is a member of (`of`, 0 for none: it is in one at most), and 1 + the one that is round it (`round`).
 */
export interface ClusterTable {
  readonly rows: number;
  readonly origin: Column;
  readonly firstMember: Column;
  readonly member: Column;
  readonly own: Column;
  readonly theirs: Column;
  readonly weights: Column;
  readonly of: Column;
  readonly round: Column;
}

/** What matters most: blocks and clusters by the characters they repeat, ties in order of reading. */
export interface Ranking {
  /** Block numbers and cluster numbers, the most repeated characters first. */
  readonly blocks: Column;
  readonly clusters: Column;
  /** By block number: characters of all its occurrences in new posts, and of those that are not the origin. */
  readonly characters: Column;
  readonly copied: Column;
}

/** What dumps were scanned to: all that the stages begin with. */
export type Scanned = Pick<Analysis, 'columns' | 'lines' | 'records' | 'facts'>;

/** Everything that was found, before anything is worded. */
export interface Analysis {
  /** What further columns are made of. */
  readonly columns: Columns;
  readonly settings: Settings;
  readonly facts: readonly DumpFacts[];
  readonly lines: LineTable;
  readonly records: RecordTable;
  readonly posts: Posts;
  readonly matches: Matches;
  readonly clusters: ClusterTable;
  readonly ranking: Ranking;
}
