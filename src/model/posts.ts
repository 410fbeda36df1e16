/** The posts and paragraphs that the dumps were cut into. */

import type { Column } from './columns.js';
import type { Shape } from './shapes.js';

/** Why a boundary was made: the word in the `cue` column of `reposted split`. */
export const postCues = [
  'start-of-dump',
  'echo',
  'once',
  'forward-header',
  'placeholder',
  'after-placeholder',
  'blank-lines',
  'separator',
  'stamp',
  'header',
  'footer',
  'post-start',
  'post-end',
  'line',
  'record',
  'guess',
] as const;

/** See {@link postCues}. */
export type PostCue = (typeof postCues)[number];

/**
 * One row a post, in order of reading. `firstRow`/`endRow` is the whole extent in the {@link LineTable}, header,
 * echo and placeholders included; `echoRow`/`echoEnd` the second print (both 0 when there is none); `cue` indexes
 * {@link postCues}; `source` indexes `names`; `forwardedFrom` and `author` index `names` too, 0 for none;
 * `seconds` and `utc` are the date as in {@link PostDate}, 0 for none; `record` is 1 + the row in the
 * {@link RecordTable}, 0 for a post cut from text; `isMetAgain` is 1 for a message that was met before as it
 * is, which has no paragraphs; those of a post stand in the {@link ParagraphTable} from
 * `firstParagraph[post]` to `firstParagraph[post + 1]`. The posts before `firstNew` are of dumps to compare against,
 * which are read first. Where none is `dated`, the order of reading is all that tells which post was first.
 */
export interface PostTable {
  readonly rows: number;
  readonly firstNew: number;
  readonly dated: boolean;
  readonly dump: Column;
  readonly firstRow: Column;
  readonly endRow: Column;
  readonly echoRow: Column;
  readonly echoEnd: Column;
  readonly cue: Column;
  readonly source: Column;
  readonly author: Column;
  readonly seconds: Column;
  readonly utc: Column;
  readonly record: Column;
  readonly isMetAgain: Column;
  readonly forwardedFrom: Column;
  readonly firstParagraph: Column;
  /** Interned strings; `names[0]` is the empty string and means none. */
  readonly names: readonly string[];
}

/**
 * One row a paragraph, post after post, in the order a reader would read them: `row` in the {@link LineTable}
 * (a line that only the second print has stands where it belongs, so rows may go back), `post` in the posts.
 */
export interface ParagraphTable {
  readonly rows: number;
  readonly row: Column<Uint32Array>;
  readonly post: Column;
}

/** How a second print relates to the first: without its first line, or whole. */
export type EchoKind = 'tail' | 'whole';

/** What splitting found in one dump. */
export interface DumpCut {
  readonly shape: Shape;
  /** How the posts were printed twice, if they were: without their first line, or whole. */
  readonly echoKind: EchoKind | null;
  readonly firstPost: number;
  readonly endPost: number;
  readonly echoes: number;
  /** Lines the client or the page added: headers, placeholders, footers, separators. */
  readonly chrome: number;
  /** Placeholders and forward headers that belong to no post. */
  readonly orphans: number;
  /** Messages that were met before in the same words, and so have no paragraphs. */
  readonly sameMessages: number;
}

/** All posts of all dumps. */
export interface Posts {
  readonly table: PostTable;
  readonly paragraphs: ParagraphTable;
  readonly dumps: readonly DumpCut[];
}
