/** The lines of the dumps, and what each says by its bytes alone. */

import type { Column, Releasable, WritableColumn } from './columns.js';

/** What the line itself says about where posts begin and end: one code a line, seen by its bytes alone. */
export const Cue = {
  none: 0,
  /** `Forwarded from NAME`, in any of the known languages. */
  forward: 1,
  /** `Forwarded from` with the name on the next line. */
  forwardAlone: 2,
  /** `NAME, [30.05.2025 10:00]`, as pasted from Telegram Desktop. */
  stamp: 3,
  /** `Media is too big` and its kin: stands before the post's text. */
  placeholderBefore: 4,
  /** `Please open Telegram to view this post`: stands after the post's text, or in its place. */
  placeholderAfter: 5,
  /** `VIEW IN TELEGRAM`: the second line of a placeholder. */
  placeholderLink: 6,
  /** `12.3K views10:00`: ends a post. */
  views: 7,
  /** Only emoji and counts: ends a post. */
  reactions: 8,
  /** A rule of equal symbols, or a form feed. */
  separator: 9,
  /** One link and nothing else. */
  link: 10,
  /** Hashtags and nothing else. */
  hashtags: 11,
  /** `Channel created`, `X pinned «…»`: the client's own news. */
  service: 12,
  /** `May 30`: the day chip of a page saved from a browser. */
  day: 13,
  /** The user's own `--post-start`, `--post-end` and `--separator`. */
  userStart: 14,
  userEnd: 15,
  userSeparator: 16,
  /** The name, on the line after `Forwarded from`. */
  forwardName: 17,
} as const;

/** What a header line declares, read once while its bytes are at hand. */
export type Header =
  | { readonly kind: 'forward'; readonly from: string; readonly author: string | null }
  | { readonly kind: 'stamp'; readonly name: string; readonly date: string };

/**
 * One row a visible line, in order of reading; the rows of one dump stand together.
 * `start` and `bytes` are the line without its end
 * (`start` modulo 2^32: ask lineStart); `line` is 1-based, 0 for a line of a
 * record that has no line of its own in the dump; `gap` counts the blank lines before it
 * (255 for more); `low` and `high` are the fingerprint of its top-rung key; `characters` counts code points;
 * `weight` is twice the key's letters and digits, a letter of a script without spaces counted 2.5-fold (65,535
 * for more), 0 for a line with nothing to compare; `head` hashes the beginning of the key (0: too short, or of a record).
 * `gap`, `cue` and `head` are for the cut alone, and may be released behind it; `low` and `high` may be made anew for the few
 * rows that are asked for once paragraphs are grouped, and `weight` once they are matched.
 */
export interface LineTable {
  readonly rows: number;
  readonly start: Column;
  readonly bytes: Column;
  readonly line: Column;
  readonly gap: WritableColumn<Uint8Array>;
  readonly cue: WritableColumn<Uint8Array>;
  readonly low: Column<Uint32Array> & Releasable;
  readonly high: Column<Uint32Array> & Releasable;
  readonly characters: Column;
  readonly weight: Column & Releasable;
  readonly head: WritableColumn;
  readonly headers: ReadonlyMap<number, Header>;
  /** The rows from which on `start` is to be read in another span of 2^32 bytes. */
  readonly spans: readonly { readonly row: number; readonly span: number }[];
}
