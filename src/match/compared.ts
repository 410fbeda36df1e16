/** What blocks are found in, and how they are handed from step to step. */
import type { Column, Columns, LineTable, Posts, WritableColumn } from '../model.js';
import type { Groups } from './group-paragraphs.js';

/** What blocks are found in. */
export interface Compared {
  readonly columns: Columns;
  readonly lines: LineTable;
  readonly posts: Posts;
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
