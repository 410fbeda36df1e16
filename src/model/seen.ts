/** What an index of dumps remembers. */

import type { Column } from './columns.js';

/** The index that paragraphs were looked up in. */
export interface SeenIndex {
  readonly path: string;
  readonly dumps: number;
  readonly posts: number;
  /** Letters or digits that a paragraph needed to be remembered. */
  readonly minCharacters: number;
  /** Dumps of the index that were passed over: they are among those at hand, in this state or an earlier one. */
  readonly leftAside: readonly string[];
}

/**
 * What an index knows of the paragraphs at hand. By paragraph: `place` is 1 + the row in `places` of the first known
 * post with the same fingerprint and as many letters (0: it was not seen before), `line` is the line there (0: it has
 * none), `posts` how many known posts have it.
 */
export interface SeenTable {
  readonly index: SeenIndex;
  readonly place: Column;
  readonly line: Column;
  readonly posts: Column;
  readonly places: KnownPlaces;
  readonly runs: SeenRuns;
}

/**
 * Runs of paragraphs of one post that stood in one known post first, a row each, in order of reading: the first and the
 * last of them, how many were seen, and their characters.
 */
export interface SeenRuns {
  readonly rows: number;
  readonly first: Column;
  readonly last: Column;
  readonly paragraphs: Column;
  readonly characters: Column;
}

/** Posts of an index, in order of path and number; `dump` indexes `paths`, `seconds` is 0 for a post without a date. */
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
  readonly source: readonly string[];
}
