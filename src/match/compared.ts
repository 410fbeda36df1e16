/** What blocks are found in, and how they are handed from step to step. */
import type { Analysis, Column, WritableColumn } from '../model.js';
import type { Groups } from './group-paragraphs.js';

/** Lines, and the posts that they were cut into. */
export type CutLines = Pick<Analysis, 'columns' | 'lines' | 'posts'>;

/** What blocks are found in. */
export interface Compared extends CutLines {
  readonly groups: Groups;
  /** One {@link Skip} code a paragraph. */
  readonly skip: Column;
}

/** Blocks, before their edges are final. */
export interface Blocks {
  readonly rows: number;
  readonly firstOccurrence: Column;
  readonly first: WritableColumn;
  readonly last: WritableColumn;
  readonly held: Column;
  readonly heldBlock: Column;
  readonly heldCharacters: Column;
  readonly firstHeld: Column;
}
