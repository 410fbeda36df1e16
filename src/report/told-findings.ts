/** Findings as they are told to people: the same places as in findings.ts, and texts line by line, read when shown. */
import type { Credit, Rung } from '../model.js';
import type { BlockReport, ClusterReport, MemberReport, OccurrenceReport } from './findings.js';
import type { Sequence } from './sequence.js';

/** Text that posts share. */
export interface SharedText {
  /** The lowest rung at which all of it is equal. */
  readonly rung: Rung;
  /** As the origin has it. */
  readonly lines: Sequence<string>;
}

/** A cluster, and what its posts have in common. */
export interface ToldCluster extends ClusterReport, SharedText {
  /** How many different sources posted it, the origin's among them. */
  readonly sources: number;
  /** Ids of the blocks that the text falls into: what a block list and `accept` know it by. */
  readonly blocks: Sequence<string>;
  readonly members: Sequence<ToldMember>;
}

/** A post of a cluster, and by which text it differs from the origin. */
export interface ToldMember extends MemberReport {
  readonly added: Sequence<string>;
  readonly leftOut: Sequence<string>;
}

/** A repost that no one cluster holds. */
export interface LooseBlock extends Pick<BlockReport, 'id'>, SharedText {
  readonly occurrences: Sequence<ToldOccurrence>;
}

/** One place where it stands. */
export interface ToldOccurrence extends OccurrenceReport {
  /**
   * How its post stands to the origin's; null for the origin, for a dump to compare against, and where an index has the text from
   * before.
   */
  readonly credit: Credit | null;
}
