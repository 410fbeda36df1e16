/**
 * Changes an index, all at once: what changes is written to a draft beside it, which takes the place of the file by a
 * rename when it is complete and on the disk. So whoever opens the index has the old state or the new one, whenever the
 * writer is killed; reading goes on meanwhile; and nothing rests on the replay of a journal.
 */
import { chmodSync, closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { realpath } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { UserError } from '../errors.js';
import { appendDump } from './append-dump.js';
import { type Engine, openEngine, quoted } from './engine.js';
import { filesBeside } from './files-beside.js';
import { isKnownFile } from './is-known-file.js';
import type { KnownDump, KnownTexts } from './known-dump.js';
import { type ListedDump, listDumps } from './list-dumps.js';
import { lockIndex } from './lock-index.js';
import { type AboutIndex, attachKnown } from './open-known.js';
import { aboutColumns, createTable, indexFormat } from './tables.js';

/** An index under change. */
export interface KnownWriter {
  /** What the index says of itself; of a new one, what it will say. */
  readonly about: AboutIndex;
  /** The dumps as they are with the changes so far. */
  readonly dumps: readonly ListedDump[];
  add(dump: KnownDump, texts: KnownTexts): Promise<void>;
  remove(dump: ListedDump): void;
  /** Puts the changes into force; without any, a file that is there is not touched. */
  commit(): Promise<void>;
  /** Lets go of everything; what was not committed is gone. */
  close(): void;
}

/** Enough to write with: rows go to the disk as they come. */
const WRITING_MEMORY = '1GB';

/**
 * Opens the index at `path` for changing. Where there is none, one that says `fresh` of itself is begun, or, if that is
 * null, a {@link UserError} thrown; as it is where another process is writing to it.
 */
export async function writeKnown(path: string, fresh: AboutIndex | null): Promise<KnownWriter> {
  const isNew = fresh !== null && !existsSync(path);
  if (!isNew && !isKnownFile(path)) {
    throw new UserError(
      `${path} is no index of reposted and will not be overwritten: name another file with --output, or delete it`,
    );
  }
  const file = isNew ? resolve(path) : await realpath(path);
  const engine = await openEngine(WRITING_MEMORY);
  try {
    const lock = await lockIndex(engine, file, path);
    try {
      return await openWriter(engine, { path, file, fresh, lock });
    } catch (error) {
      lock.release();
      throw error;
    }
  } catch (error) {
    engine.close();
    throw error;
  }
}

interface Opened {
  /** As the user named it, and the file itself. */
  readonly path: string;
  readonly file: string;
  readonly fresh: AboutIndex | null;
  readonly lock: { release(): void };
}

async function openWriter(engine: Engine, of: Opened): Promise<KnownWriter> {
  const { path, file, fresh, lock } = of;
  dropDraft(file);
  const before = identify(file);
  const about = before === null && fresh !== null ? fresh : await attachKnown(engine, path);
  let dumps = before === null ? [] : await listDumps(engine);
  const removed: number[] = [];
  let next = Math.max(0, ...dumps.map(({ dump }) => dump)) + 1;
  let isDrafted = false;
  const draft = async () => {
    if (isDrafted) return;
    isDrafted = true;
    await createDraft(engine, file, about);
  };
  return {
    about,
    get dumps() {
      return dumps;
    },
    async add(dump, texts) {
      await draft();
      const listed = { ...dump, dump: next };
      next += 1;
      dumps = [...dumps, listed];
      await asWriteError(path, () => appendDump(engine, listed, texts));
    },
    remove(dump) {
      dumps = dumps.filter((other) => other.dump !== dump.dump);
      removed.push(dump.dump);
    },
    async commit() {
      if (before !== null && removed.length === 0 && !isDrafted) return;
      await draft();
      await asWriteError(path, async () => {
        await finishDraft(engine, file, before === null ? null : removed);
        if (identify(file) !== before) {
          throw new UserError(`${path} was changed by another process meanwhile: run again`);
        }
        replace(file);
      });
    },
    close() {
      // Windows removes no open file: there the next writer does.
      if (process.platform !== 'win32') dropDraft(file);
      lock.release();
      engine.close();
    },
  };
}

async function createDraft(engine: Engine, file: string, about: AboutIndex): Promise<void> {
  await asWriteError(file, async () => {
    await engine.run(`ATTACH ${quoted(filesBeside(file).draft)} AS draft`);
    await engine.run('BEGIN');
    for (const table of ['about', 'dumps', 'posts', 'paragraphs'] as const) {
      await engine.run(createTable('draft', table));
    }
    const values = [indexFormat, about.normalizer, about.tool, about.minCharacters];
    await engine.append(
      { database: 'draft', table: 'about' },
      1,
      Object.values(aboutColumns).map((type, column) => ({ type, at: () => values[column] ?? null })),
    );
  });
}

/** What stays of the old state joins what is new; then all of it is on the disk. */
async function finishDraft(engine: Engine, file: string, removed: readonly number[] | null): Promise<void> {
  if (removed !== null) {
    const kept = removed.length === 0 ? '' : ` WHERE dump NOT IN (${removed.join(', ')})`;
    for (const table of ['dumps', 'posts', 'paragraphs']) {
      await engine.run(`INSERT INTO draft.${table} SELECT * FROM known.${table}${kept}`);
    }
  }
  await engine.run('COMMIT');
  await engine.run('CHECKPOINT draft');
  await engine.run('DETACH draft');
  if (removed !== null) await engine.run('DETACH known');
  sync(filesBeside(file).draft);
}

function replace(file: string): void {
  const { draft } = filesBeside(file);
  if (existsSync(file)) chmodSync(draft, statSync(file).mode);
  renameSync(draft, file);
  // The rename itself is on the disk only with the folder; Windows has no such thing.
  if (process.platform !== 'win32') sync(dirname(file));
}

function sync(file: string): void {
  const handle = openSync(file, 'r');
  fsyncSync(handle);
  closeSync(handle);
}

function dropDraft(file: string): void {
  const { draft, journal } = filesBeside(file);
  rmSync(draft, { force: true });
  rmSync(journal, { force: true });
}

/** Which file stands at a path, and in which state; null where none does. */
function identify(file: string): string | null {
  if (!existsSync(file)) return null;
  const { ino, size, mtimeMs } = statSync(file);
  return `${ino} ${size} ${mtimeMs}`;
}

async function asWriteError<T>(path: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (error instanceof UserError || !(error instanceof Error)) throw error;
    const [cause = ''] = error.message.split('\n');
    throw new UserError(`Cannot write ${path}: ${cause}; the index is as it was`);
  }
}
