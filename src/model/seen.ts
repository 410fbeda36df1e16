/** What an index of dumps remembers. */

import type { Column } from './columns.js';
import type { SourceKeys } from './records.js';

/**
 * What an index knows of a block: `known` is one of which the first known posts of all but signatures were before its origin at hand,
 * which is then a copy as its others are, `signature` one that has nothing else.
 */
export const SeenBlock = { atHand: 0, known: 1, signature: 2 } as const;

/** The index that paragraphs were looked up in. */
export interface SeenIndex {
  readonly path: string;
  readonly dumps: number;
  readonly posts: number;
  /** Letters or digits that a paragraph needed to be remembered. */
  readonly minCharacters: number;
  /** Dumps of the index that are at hand as well, by the same path in whatever state, or moved: no post is compared with them. */
  readonly leftAside: readonly string[];
}

/**
 * What an index knows of the paragraphs at hand. By paragraph: `place` is 1 + the row in `places` of the first known
 * post with the same fingerprint and as many letters (0: it was not seen before), `line` is the line there (0: it has
 * none), `posts` how many known posts have it, `occurrences` how often it stands there,
 * `uncredited` how often of these in another source than the first and not as a forward; `isSignature` is 1 where it is one
 * in the index, which has no place then. By block: `blocks` has a {@link SeenBlock} code.
 */
export interface SeenTable {
  readonly index: SeenIndex;
  readonly place: Column;
  readonly line: Column;
  readonly posts: Column;
  readonly occurrences: Column;
  readonly uncredited: Column;
  readonly isSignature: Column;
  readonly blocks: Column;
  readonly places: KnownPlaces;
  readonly runs: SeenRuns;
}

/**
 * Runs of paragraphs of one post that stood in one known post first, a row each, in order of reading: the first and the last of
 * them, how many were seen, and their characters. `isOwn` is 1 where the known post is of the same source, or forwards from it;
 * `isSameMessage` where it is of the same source, by the same id; `isMetAgain` where it is the same message, of a format whose
 * ids tell, in the same words; `isCopy` where it is not, and the known post was before this one, and before all posts at hand
 * that have the text too: then it is the origin.
 */
export interface SeenRuns {
  readonly rows: number;
  readonly first: Column;
  readonly last: Column;
  readonly paragraphs: Column;
  readonly characters: Column;
  readonly isOwn: Column;
  readonly isSameMessage: Column;
  readonly isMetAgain: Column;
  readonly isCopy: Column;
}

/**
 * Posts of an index, in order of path and number; `dump` indexes `paths`, `seconds` is 0 for a post without a date,
 * `forwardedFrom` null for one that is no forward.
 */
export interface KnownPlaces {
  readonly rows: number;
  readonly paths: readonly string[];
  readonly dump: Column;
  readonly post: Column;
  readonly firstLine: Column;
  readonly lastLine: Column;
  readonly seconds: Column;
  readonly utc: Column;
  readonly id: readonly (string | null)[];
  readonly source: readonly KnownSource[];
  readonly forwardedFrom: readonly (KnownSource | null)[];
}

/** A source as an index, or a dump at hand, has it. */
export interface KnownSource extends SourceKeys {
  readonly name: string;
}
