/**
 * The embedded database under an index: DuckDB. This file alone knows it. It is heavy and optional, so it is loaded
 * when an index is first opened, and told how to be had where it is missing.
 */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DuckDBConnection, DuckDBResult, DuckDBValue } from '@duckdb/node-api';
import { UserError } from '../errors.js';

/** What a database holds in one place. */
export type Cell = bigint | number | string | boolean | null;

/** The types of columns that an index has. */
export type CellType = 'UBIGINT' | 'BIGINT' | 'UINTEGER' | 'USMALLINT' | 'BOOLEAN' | 'VARCHAR';

/** Values to append, one a row, by row. */
export interface NewColumn {
  readonly type: CellType;
  readonly at: (row: number) => Cell;
}

/** Where a table is. */
export interface TableName {
  readonly database: string;
  readonly table: string;
}

/** Gives the value of a column of a row of one piece of an answer. */
export type ReadCell = (column: number, row: number) => Cell;

/** A database in memory, which others are attached to. */
export interface Engine {
  run(sql: string): Promise<void>;
  /** The rows of a short answer. */
  rows(sql: string): Promise<readonly (readonly Cell[])[]>;
  /** Walks a long answer in pieces. */
  pieces(sql: string, visit: (cell: ReadCell, rows: number) => void): Promise<void>;
  /** Appends `rows` rows, column by column: no object a row. */
  append(to: TableName, rows: number, columns: readonly NewColumn[]): Promise<void>;
  close(): void;
}

/** What fits into one piece that the engine takes. */
const PIECE = 2048;

/** Opens the engine; it holds no more than `memory` beside what is being appended. */
export async function openEngine(memory: string): Promise<Engine> {
  const duckdb = await loadDuckdb();
  const instance = await duckdb.DuckDBInstance.create(':memory:', {
    memory_limit: memory,
    threads: '2',
    temp_directory: join(tmpdir(), `reposted-index-${process.pid}`),
    // Nothing is fetched from anywhere, whatever is asked.
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  });
  const connection = await instance.connect();
  return {
    run: async (sql) => {
      await connection.run(sql);
    },
    rows: async (sql) =>
      (await (await connection.run(sql)).getRows()).map((row) => row.map((value) => cellOf(value))),
    pieces: async (sql, visit) => visitPieces(await connection.stream(sql), visit),
    append: (to, rows, columns) => appendPieces(duckdb, connection, { to, rows, columns }),
    close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

/** A text as SQL has it between quotes. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

type Duckdb = typeof import('@duckdb/node-api');

async function loadDuckdb(): Promise<Duckdb> {
  try {
    return await import('@duckdb/node-api');
  } catch (error) {
    const [cause = ''] = String(error instanceof Error ? error.message : error).split('\n');
    throw new UserError(
      'An index needs the optional package @duckdb/node-api, which cannot be loaded: run ' +
        `\`npm install @duckdb/node-api\` where reposted is installed (${cause})`,
    );
  }
}

async function visitPieces(
  result: DuckDBResult,
  visit: (cell: ReadCell, rows: number) => void,
): Promise<void> {
  for (;;) {
    const piece = await result.fetchChunk();
    if (piece === null || piece.rowCount === 0) return;
    const columns = Array.from({ length: piece.columnCount }, (_, at) => piece.getColumnVector(at));
    visit((column, row) => cellOf(columns[column]?.getItem(row) ?? null), piece.rowCount);
  }
}

async function appendPieces(
  duckdb: Duckdb,
  connection: DuckDBConnection,
  of: { to: TableName; rows: number; columns: readonly NewColumn[] },
): Promise<void> {
  const types = of.columns.map(({ type }) => duckdb[type]);
  const appender = await connection.createAppender(of.to.table, 'main', of.to.database);
  for (let from = 0; from < of.rows; from += PIECE) {
    const length = Math.min(PIECE, of.rows - from);
    const piece = duckdb.DuckDBDataChunk.create(types, length);
    of.columns.forEach(({ at }, column) => {
      const vector = piece.getColumnVector(column);
      for (let row = 0; row < length; row++) vector.setItem(row, at(from + row));
      vector.flush();
    });
    appender.appendDataChunk(piece);
  }
  appender.closeSync();
}

function cellOf(value: DuckDBValue): Cell {
  if (typeof value === 'object' && value !== null) throw new TypeError('An index has no nested values');
  return value ?? null;
}
