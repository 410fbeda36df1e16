/** Opens an index for reading, or says why it is none that can be read. */
import { UserError } from '../errors.js';
import { type Engine, openEngine, quoted } from './engine.js';
import { isKnownFile } from './is-known-file.js';
import { indexFormat, indexTables } from './tables.js';

/** An index that is open; its tables are in the database `known`. Close it when done. */
export interface KnownIndex {
  /** As the user named it. */
  readonly path: string;
  readonly engine: Engine;
  readonly about: AboutIndex;
  close(): void;
}

/** What an index says of itself. */
export interface AboutIndex {
  readonly normalizer: string;
  /** The version of reposted that made it. */
  readonly tool: string;
  readonly minCharacters: number;
}

/** Enough for a lookup; an answer that is larger goes to the disk. */
const READING_MEMORY = '256MB';

/** Opens the index at `path`; throws a {@link UserError} where there is none, or it is damaged or of another format. */
export async function openKnown(path: string): Promise<KnownIndex> {
  if (!isKnownFile(path)) throw new UserError(tellNoIndex(path));
  const engine = await openEngine(READING_MEMORY);
  try {
    return { path, engine, about: await attachKnown(engine, path), close: engine.close };
  } catch (error) {
    engine.close();
    throw error;
  }
}

/** Attaches the index at `path` to `engine` as the database `known`, for reading. */
export async function attachKnown(engine: Engine, path: string): Promise<AboutIndex> {
  return asIndexError(path, async () => {
    await engine.run(`ATTACH ${quoted(path)} AS known (READ_ONLY)`);
    const about = await readAbout(engine, path);
    await checkTables(engine, path);
    return about;
  });
}

/** Throws where the fingerprints of the index cannot be compared with those made now. */
export function requireNormalizer(path: string, about: AboutIndex, normalizer: string): void {
  if (about.normalizer === normalizer) return;
  throw new UserError(
    `${path} was made by reposted ${about.tool} with normalizer ${about.normalizer}, whose fingerprints cannot be ` +
      `compared with those of normalizer ${normalizer}: index the dumps anew (reposted index DUMP... -o NEW.db); ` +
      `\`reposted index list ${path}\` names them`,
  );
}

/** Runs what reads the index at `path`; what the engine finds wrong with it becomes a {@link UserError}. */
export async function asIndexError<T>(path: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof UserError || !(error instanceof Error)) throw error;
    throw new UserError(tellDamage(path, error.message));
  }
}

async function readAbout(engine: Engine, path: string): Promise<AboutIndex> {
  const [found] = await engine.rows(
    "SELECT count(*) FROM duckdb_tables() WHERE database_name = 'known' AND table_name = 'about'",
  );
  if (found?.[0] !== 1n) throw new UserError(tellNoIndex(path));
  const [[format, tool] = []] = await engine.rows('SELECT format, tool FROM known.about');
  if (format !== indexFormat) {
    throw new UserError(
      `${path} has the index format ${format} (made by reposted ${tool}); this reposted reads format ${indexFormat}: ` +
        'use the version that made it, or index the dumps anew (reposted index DUMP... -o NEW.db)',
    );
  }
  const [[normalizer, minCharacters] = []] = await engine.rows(
    'SELECT normalizer, min_characters FROM known.about',
  );
  return { normalizer: String(normalizer), tool: String(tool), minCharacters: Number(minCharacters) };
}

/** A file of strangers may have views, or other columns, by the names of our tables. */
async function checkTables(engine: Engine, path: string): Promise<void> {
  const found = await engine.rows(
    'SELECT t.table_name, c.column_name, c.data_type FROM duckdb_tables() t JOIN duckdb_columns() c ' +
      "USING (database_name, table_name) WHERE database_name = 'known' ORDER BY t.table_name, c.column_index",
  );
  const expected = Object.entries(indexTables)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([table, columns]) => Object.entries(columns).map(([name, type]) => [table, name, type]));
  if (JSON.stringify(found) !== JSON.stringify(expected)) throw new UserError(tellNoIndex(path));
}

function tellNoIndex(path: string): string {
  return `${path} is no index of reposted: expected a file made with \`reposted index DUMP... -o FILE\``;
}

function tellDamage(path: string, message: string): string {
  const [cause = ''] = message.split('\n');
  if (/conflicting lock|being used by another/i.test(cause)) {
    return `${path} is open in another program, which can write to it: close it there and run again (${cause})`;
  }
  return `${path} is damaged: restore it from a copy, or delete it and index the dumps anew (${cause})`;
}
