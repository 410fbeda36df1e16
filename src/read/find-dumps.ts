/**
 * Command-line arguments → the dumps they name, each once, in one order whatever the order of the arguments:
 * files as they are, folders walked, patterns expanded. Reads no dump.
 */
import { access, constants, realpath, stat } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';
import { UserError } from '../errors.js';
import { causeOf } from './cause-of.js';
import { compareNaturally } from './natural-order.js';

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
 * Finds the dumps that `args` name; throws a {@link UserError} for a path or pattern that names nothing, where a file of
 * `outputs` is one of them, and where `against` names the same dumps. In a folder that is walked those and other files of this run are passed over, and
 * so are hidden files, whose names begin with a dot: name one, and it is read. The order is natural, so that the pages
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
  const namedTwice = new Set<string>();
  for (const { arg, isAgainst } of [...asked(args, false), ...asked(against, true)]) {
    for (const dump of await expand(arg, { cwd, suggest })) {
      // A link to a dump is that dump: read twice, every post would be a copy of itself.
      const file = dump.file === '-' ? '-' : await realPathOf(dump.file);
      if (!dump.named && (written.has(file) || passed.has(file))) continue;
      if (written.has(file)) {
        throw new UserError(
          `--output or --reporter would overwrite a dump that is read: ${dump.path}; give the report another name`,
        );
      }
      const known = found.get(file);
      if (known?.against === false && isAgainst) namedTwice.add(file);
      const tagged = { ...dump, against: isAgainst };
      if (known === undefined || compareDumps(tagged, known) < 0) found.set(file, tagged);
    }
  }
  if (namedTwice.size > 0 && namedTwice.size === found.size) {
    throw new UserError(
      `--against names the new dumps and no other: ${against.join(', ')}; expected dumps to compare them with, or leave it out to compare them with one another`,
    );
  }
  // By the absolute path: what is read first does not depend on the working folder.
  return [...found.values()].sort((a, b) => compareNaturally(a.file, b.file));
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
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return file;
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
  const folder = resolve(cwd, arg);
  const dumps = await glob('**/*', folder);
  const closed = await findClosedFolders(folder);
  if (dumps.length + closed.length === 0) {
    throw new UserError(`No files in the folder ${arg}: expected at least one dump`);
  }
  // A folder that cannot be looked into goes with the dumps: opening it tells why it is left out.
  return [
    ...dumps.map((file) => describe(resolve(folder, file), cwd, false)),
    ...closed.map((inner) => describe(inner, cwd, true)),
  ];
}

async function findClosedFolders(folder: string): Promise<string[]> {
  const { default: fastGlob } = await import('fast-glob');
  const options = { cwd: folder, onlyDirectories: true, followSymbolicLinks: false, suppressErrors: true };
  const closed: string[] = [];
  for (const inner of ['.', ...(await fastGlob('**', options))]) {
    const path = resolve(folder, inner);
    await access(path, constants.R_OK | constants.X_OK).catch(() => closed.push(path));
  }
  return closed;
}

async function matchPattern(pattern: string, cwd: string): Promise<DumpPath[]> {
  const dumps = await glob(pattern, cwd);
  if (dumps.length === 0) throw new UserError(`No file matches the pattern ${pattern} (looked in ${cwd})`);
  return dumps.map((file) => describe(resolve(cwd, file), cwd, false));
}

/** fast-glob takes 36 ms to load, so it is loaded only when a folder or a pattern is met. */
async function glob(pattern: string, cwd: string): Promise<string[]> {
  const { default: fastGlob } = await import('fast-glob');
  return fastGlob(pattern, { cwd, onlyFiles: true, followSymbolicLinks: false, suppressErrors: true });
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
    sum += (await stat(dump.file)).size;
  }
  return sum;
}
