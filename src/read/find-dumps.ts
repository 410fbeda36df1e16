/**
 * Command-line arguments → the dumps they name, each once, in one order whatever the order of the arguments:
 * files as they are, folders walked, patterns expanded. Reads no dump.
 */
import { realpath, stat } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';
import { UserError } from '../errors.js';
import { causeOf } from './cause-of.js';
import { compareNaturally } from './natural-order.js';
import { entryKind, type FolderEntry, type PassedOver, walkFolder } from './walk-folder.js';

/** Where a dump is; `path` is `-` for standard input, else relative to the working folder. */
export interface DumpPath {
  readonly path: string;
  /** What to hand to the file system. */
  readonly file: string;
  /** Named by the user, not found in a folder or by a pattern: what is wrong with it is an error. */
  readonly named: boolean;
  /** As in DumpFacts. */
  readonly against: boolean;
  /** The list of globs that says to leave it out. */
  readonly ignoredBy?: string;
  /** Found in a folder or by a pattern, and not to be read, as it is this. */
  readonly passedOver?: PassedOver;
}

/** What is not to be read as a dump, and what is to be compared against. */
export interface FindOptions {
  /** The files that will be written. */
  readonly outputs?: readonly string[] | undefined;
  /** Names dumps to compare against; one that `args` names as well is new. */
  readonly against?: readonly string[] | undefined;
  /** Other files of this run: baseline, configuration. */
  readonly own?: readonly string[] | undefined;
  /** What to say to the user who names what is not there, null: nothing. */
  readonly suggest?: (arg: string) => string | null;
}

/**
 * Finds the dumps that `args` name; throws a {@link UserError} for a path or pattern that names nothing, and where
 * a file of `outputs` is one of them. In a folder that is walked those and other files of this run are not looked at.
 * Links and hidden files, whose names begin with a dot, are given as passed over: name one, and it is read. The order is natural, so that the pages
 * of an export (`messages.html`, `messages2.html`, …) follow each other.
 */
export async function findDumps(
  args: readonly string[],
  cwd: string,
  { outputs = [], against = [], own = [], suggest = () => null }: FindOptions = {},
): Promise<DumpPath[]> {
  const written = await realPathsOf(outputs, cwd);
  const passed = await realPathsOf(own, cwd);
  const found = new Map<string, DumpPath>();
  const passedOver = new Map<string, DumpPath>();
  for (const { arg, isAgainst } of [...asked(args, false), ...asked(against, true)]) {
    for (const dump of await expand(arg, { cwd, suggest })) {
      // A link to a dump is that dump: read twice, every post would be a copy of itself.
      const file = dump.file === '-' ? '-' : await realPathOf(dump.file);
      if (!dump.named && (written.has(file) || passed.has(file))) continue;
      if (dump.passedOver !== undefined) {
        passedOver.set(file, { ...dump, against: isAgainst });
        continue;
      }
      if (written.has(file)) {
        throw new UserError(
          `--output or --reporter would overwrite a dump that is read: ${dump.path}; give the report another name`,
        );
      }
      const known = found.get(file);
      const tagged = { ...dump, against: isAgainst };
      if (known === undefined || compareDumps(tagged, known) < 0) found.set(file, tagged);
    }
  }
  // A link to what is read leaves nothing out, nor does a hidden folder of which something is.
  const isRead = (file: string, { passedOver: what }: DumpPath): boolean =>
    found.has(file) ||
    (what === 'hidden' && [...found.keys()].some((read) => read.startsWith(`${file}${sep}`)));
  const notRead = [...passedOver].flatMap(([file, dump]) => (isRead(file, dump) ? [] : dump));
  // By the absolute path: what is read first does not depend on the working folder.
  return [...found.values(), ...notRead].sort((a, b) => compareNaturally(a.file, b.file));
}

function asked(args: readonly string[], isAgainst: boolean): { arg: string; isAgainst: boolean }[] {
  return args.map((arg) => ({ arg, isAgainst }));
}

async function realPathsOf(paths: readonly string[], cwd: string): Promise<ReadonlySet<string>> {
  return new Set(await Promise.all(paths.map((path) => realPathOf(resolve(cwd, path)))));
}

/** The file behind links; the path itself where there is none yet. */
async function realPathOf(file: string): Promise<string> {
  try {
    return await realpath(file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ELOOP'))
      return file;
    throw error;
  }
}

/** Other names of standard input: opening them fails where it is a socket. */
const STDIN: ReadonlySet<string> = new Set(['-', '/dev/stdin', '/dev/fd/0', '/proc/self/fd/0']);

async function expand(
  arg: string,
  { cwd, suggest }: { cwd: string; suggest: (arg: string) => string | null },
): Promise<DumpPath[]> {
  if (arg === '')
    throw new UserError('A dump is named by an empty word: expected a file, a folder, a pattern or -');
  if (STDIN.has(arg)) return [{ path: '-', file: '-', named: true, against: false }];
  const file = resolve(cwd, arg);
  const kind = await kindOf(file, arg);
  if (kind === 'folder') return walk(arg, cwd);
  if (kind === 'file') return [describe(file, cwd, true)];
  if (/[*?[\]{}!()]/.test(arg)) return matchPattern(arg, cwd);
  const missing = `No such file or folder: ${arg} (looked in ${cwd})`;
  throw new UserError([missing, suggest(arg) ?? []].flat().join('; '));
}

async function kindOf(file: string, arg: string): Promise<'file' | 'folder' | 'missing'> {
  try {
    return (await stat(file)).isDirectory() ? 'folder' : 'file';
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) {
      return 'missing';
    }
    throw new UserError(`Cannot look at ${arg}: ${causeOf(error)}`);
  }
}

async function walk(arg: string, cwd: string): Promise<DumpPath[]> {
  const entries = await walkFolder(resolve(cwd, arg));
  return dumpsAmong(
    entries,
    cwd,
    (hint) => `No files in the folder ${arg}: expected at least one dump${hint}`,
  );
}

/** fast-glob takes 36 ms to load, so it is loaded only when a pattern is met. */
async function matchPattern(pattern: string, cwd: string): Promise<DumpPath[]> {
  const { default: fastGlob } = await import('fast-glob');
  const options = { cwd, onlyFiles: false, objectMode: true, followSymbolicLinks: false } as const;
  const matches = await fastGlob(pattern, { ...options, suppressErrors: true });
  const entries = matches.flatMap(({ path, dirent }) => {
    const kind = entryKind(dirent);
    return kind === 'folder' ? [] : { file: resolve(cwd, path), kind };
  });
  return dumpsAmong(
    entries,
    cwd,
    (hint) => `No file matches the pattern ${pattern} (looked in ${cwd})${hint}`,
  );
}

/** `nothing` is what to say where there is nothing to read, with a hint at what was passed over. */
function dumpsAmong(
  entries: readonly FolderEntry[],
  cwd: string,
  nothing: (hint: string) => string,
): DumpPath[] {
  // A folder that cannot be looked into goes with the dumps: opening it tells why it is left out.
  const dumps = entries.map(({ file, kind }) => {
    const dump = describe(file, cwd, kind === 'closed');
    return kind === 'file' || kind === 'closed' ? dump : { ...dump, passedOver: kind };
  });
  if (dumps.some(({ passedOver }) => passedOver === undefined)) return dumps;
  throw new UserError(
    nothing(dumps.length === 0 ? '' : ', and links and hidden files are read where they are named'),
  );
}

/** The shorter of the relative and the absolute path is the one that people can read. */
function describe(file: string, cwd: string, named: boolean): DumpPath {
  const near = relative(cwd, file);
  const path = near.length < file.length ? near : file;
  return { path: path.split(sep).join('/'), file, named, against: false };
}

/** New, then named before found, then by path: which of two names of one file is shown does not depend on their order. */
function compareDumps(a: DumpPath, b: DumpPath): number {
  return (
    Number(a.against) - Number(b.against) ||
    Number(b.named) - Number(a.named) ||
    compareNaturally(a.path, b.path)
  );
}

/** Bytes of all dumps as they lie on the disk; null where one of them is standard input. */
export async function sizeOfDumps(dumps: readonly DumpPath[]): Promise<number | null> {
  let sum = 0;
  for (const dump of dumps) {
    if (dump.file === '-') return null;
    if (dump.passedOver !== undefined) continue;
    sum += (await stat(dump.file)).size;
  }
  return sum;
}
