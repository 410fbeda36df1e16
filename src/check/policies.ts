/** What a check is asked for. Every policy looks at copies in new posts that nobody has accepted. */
import type { Baseline } from './baseline.js';

/** The bounds; null is none. */
export interface Policies {
  /** New posts that have text of another source's earlier post and declare no forward. */
  readonly maxUncredited: number | null;
  /** Blocks that have a copy in a new post, by whomever and however credited. */
  readonly maxBlocks: number | null;
  /** Share of the characters of the new posts that stand in blocks, 0 to 1. */
  readonly maxRepeated: number | null;
  /** Blocks of fewer characters are passed over. */
  readonly failLength: number;
  /** Entries of the baseline that accept more than there is are a violation. */
  readonly failStale: boolean;
}

/** Nothing is asked for. */
export const noPolicies: Policies = {
  maxUncredited: null,
  maxBlocks: null,
  maxRepeated: null,
  failLength: 0,
  failStale: false,
};

/** A passage that is accepted for a reason, however often it is posted. */
export interface Acceptance {
  /** Of a block, or of one paragraph. */
  readonly id: string;
  readonly reason: string;
}

/** An acceptance with what it is known by here. */
export interface KnownAcceptance extends Acceptance {
  /** The id itself, or the fingerprints of the paragraphs of the passage that has it and is no block. */
  readonly paragraphs: readonly string[];
}

/** A passage that no new post may have; `line` is where the list names it. */
export interface BlockedPassage {
  readonly line: number;
  /** Of a block or paragraph; of a text both of its ids: at the top rung and at the one that is compared at. */
  readonly ids: readonly string[];
  /** The key of a text that was given as a text, which decides; null for an id. */
  readonly key: string | null;
}

/** Everything that a check goes by. */
export interface Gate {
  readonly policies: Policies;
  readonly baseline: Baseline | null;
  readonly accept: readonly KnownAcceptance[];
  /** Null: no list was given. */
  readonly blocklist: readonly BlockedPassage[] | null;
}
