/**
 * What an index is made of. `paragraphs` has a row for each distinct fingerprint of a source of a dump, with the first place
 * there and how often it stands there, so that a dump is put in or taken out without touching the rows of another; which
 * of all places was first is decided when one is looked up. `posts` has the posts of those places, and all messages by an id.
 */
import type { CellType } from './engine.js';

/** Indexes of another format are refused. */
export const indexFormat = 3;

/** The columns of a table, in order. */
export type Columns = Readonly<Record<string, CellType>>;

/** One row. */
export const aboutColumns: Columns = {
  format: 'UINTEGER',
  normalizer: 'VARCHAR',
  tool: 'VARCHAR',
  min_characters: 'UINTEGER',
};

/** `cut` is what the user said of cutting it, as JSON; `fingerprints` and `checksum` tell whether rows are missing. */
export const dumpColumns: Columns = {
  dump: 'UINTEGER',
  path: 'VARCHAR',
  xxh64: 'VARCHAR',
  cut: 'VARCHAR',
  format: 'VARCHAR',
  bytes: 'UBIGINT',
  lines: 'UBIGINT',
  posts: 'UINTEGER',
  paragraphs: 'UINTEGER',
  fingerprints: 'UINTEGER',
  checksum: 'UBIGINT',
};

/**
 * `seconds` is 0 for a post without a date; what a dump does not say is null, `forwarded_…` where a post is no forward, `words`
 * where it is no message.
 */
export const postColumns: Columns = {
  dump: 'UINTEGER',
  post: 'UINTEGER',
  first_line: 'UINTEGER',
  last_line: 'UINTEGER',
  id: 'VARCHAR',
  seconds: 'BIGINT',
  utc: 'BOOLEAN',
  source: 'VARCHAR',
  source_id: 'VARCHAR',
  source_handle: 'VARCHAR',
  forwarded_from: 'VARCHAR',
  forwarded_id: 'VARCHAR',
  forwarded_handle: 'VARCHAR',
  words: 'UINTEGER',
};

/** `weight` is twice the letters; `line` is 0 for a line of a record that has none of its own; `forwards` counts occurrences. */
export const paragraphColumns: Columns = {
  fingerprint: 'UBIGINT',
  weight: 'USMALLINT',
  dump: 'UINTEGER',
  post: 'UINTEGER',
  line: 'UINTEGER',
  occurrences: 'UINTEGER',
  posts: 'UINTEGER',
  forwards: 'UINTEGER',
  signature: 'BOOLEAN',
};

/** All tables, by name. */
export const indexTables = {
  about: aboutColumns,
  dumps: dumpColumns,
  posts: postColumns,
  paragraphs: paragraphColumns,
} as const;

/** What makes the table in `database`. */
export function createTable(database: string, table: keyof typeof indexTables): string {
  const columns = Object.entries(indexTables[table]).map(([name, type]) => `${name} ${type}`);
  return `CREATE TABLE ${database}.${table} (${columns.join(', ')})`;
}
