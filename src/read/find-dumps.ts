/**
 * Command-line arguments → the dumps they name, each once, in one order whatever the order of the arguments:
 * files as they are, folders walked, patterns expanded. Reads no dump.
 */
import { realpath, stat } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';
import { UserError } from '../errors.js';
import { causeOf, nameProblem } from './cause-of.js';
import type { DumpPath } from './dump-path.js';
import { compareNaturally } from './natural-order.js';
import { createOwnFileTest } from './own-files.js';
import { createReadAnyway, type Root } from './read-anyway.js';
import type { RunFiles } from './run-files.js';
import { entryKind, type FolderEntry, type PassedOver, walkFolder } from './walk-folder.js';

/** What is not to be read as a dump, and what is to be compared against. */
export interface FindOptions {
  /** What the run writes, and reads beside dumps. */
  readonly files?: RunFiles;
  /** Names dumps to compare against; one that `args` names as well is new. */
  readonly against?: readonly string[] | undefined;
  /** What to say to the user who names what is not there, null: nothing. */
  readonly suggest?: (arg: string) => string | null;
}

/**
 * Finds the dumps that `args` name. What names nothing is given as a dump that cannot be read, so that the others are;
 * a {@link UserError} is thrown where it leaves none, where it seems to be a command that was mistyped, and for a dump
 * that the run would overwrite. In a folder that is walked files of this run are not looked at; links, and hidden files and
 * folders, whose names begin with a dot, are given as not read: name one, and it is. The order
 * is natural, so that the pages of an export (`messages.html`, `messages2.html`, …) follow each other.
 */
export async function findDumps(
  args: readonly string[],
  cwd: string,
  { files = { written: [], read: [] }, against = [], suggest = () => null }: FindOptions = {},
): Promise<DumpPath[]> {
  const testOwn = createOwnFileTest(files, cwd);
  const found = new Map<string, DumpPath>();
  /** What is not read as far as is known: links, and what is hidden. */
  const passedOver = new Map<string, DumpPath>();
  const roots: Root[] = [];
  for (const { arg, isAgainst } of [...asked(args, false), ...asked(against, true)]) {
    roots.push({ file: await realPathOf(resolve(cwd, arg)), isAgainst });
    for (const expanded of await expand(arg, { cwd, suggest })) {
      const dump = testOwn({ ...expanded, against: isAgainst });
      if (dump === null) continue;
      // A link to a dump is that dump: read twice, every post would be a copy of itself.
      const file = dump.file === '-' ? '-' : await realPathOf(dump.file);
      const among = dump.unread === undefined ? found : passedOver;
      const known = among.get(file);
      if (known === undefined || compareDumps(dump, known) < 0) among.set(file, dump);
    }
  }
  const isReadAnyway = createReadAnyway(found, roots);
  const leftOut: DumpPath[] = [];
  for (const [file, dump] of passedOver) if (!(await isReadAnyway(file, dump))) leftOut.push(dump);
  // By the absolute path: what is read first does not depend on the working folder.
  const dumps = [...found.values(), ...leftOut].sort((a, b) => compareNaturally(a.file, b.file));
  for (const isAgainst of [false, true]) {
    const those = dumps.filter((dump) => dump.against === isAgainst);
    requireReadable(those, cwd);
  }
  if (args.length > 0 && dumps.every((dump) => dump.against))
    throw new UserError(`No dump but files of this run: ${args.join(', ')} (looked in ${cwd})`);
  return dumps;
}

/** Throws the first reason where there is nothing but what cannot be read. */
function requireReadable(dumps: readonly DumpPath[], cwd: string): void {
  const [first] = dumps;
  if (first?.unread === undefined || dumps.some(({ unread }) => unread === undefined)) return;
  throw new UserError(`${first.unread.reason} (looked in ${cwd})`);
}

function asked(args: readonly string[], isAgainst: boolean): { arg: string; isAgainst: boolean }[] {
  return args.map((arg) => ({ arg, isAgainst }));
}

/** The file behind links; the path itself where none can be seen. */
function realPathOf(file: string): Promise<string> {
  return realpath(file).catch(() => file);
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
  const kind = await kindOf(file);
  if (kind === 'folder') return walk(arg, cwd);
  if (kind === 'file') return [describe(file, cwd, true)];
  if (kind !== 'missing') return [describeUnread(arg, cwd, `Cannot look at ${arg}: ${kind.cause}`)];
  if (/[*?[\]{}!()]/.test(arg)) return matchPattern(arg, cwd);
  const problem = nameProblem(arg);
  if (problem !== null) return [describeUnread(arg, cwd, `Cannot open ${arg}: ${problem}`)];
  const hint = suggest(arg);
  if (hint !== null) throw new UserError(`No such file or folder: ${arg} (looked in ${cwd}); ${hint}`);
  return [describeUnread(arg, cwd, `No such file or folder: ${arg}`)];
}

async function kindOf(file: string): Promise<'file' | 'folder' | 'missing' | { readonly cause: string }> {
  try {
    return (await stat(file)).isDirectory() ? 'folder' : 'file';
  } catch (error) {
    const isMissing =
      error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
    return isMissing ? 'missing' : { cause: causeOf(error) };
  }
}

async function walk(arg: string, cwd: string): Promise<DumpPath[]> {
  const entries = await walkFolder(resolve(cwd, arg));
  return dumpsAmong(entries, {
    arg,
    cwd,
    nothing: `No files in the folder ${arg}: expected at least one dump`,
  });
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
  return dumpsAmong(entries, { arg: pattern, cwd, nothing: `No file matches the pattern ${pattern}` });
}

const passedOverWords: Readonly<Record<PassedOver, string>> = {
  hidden: 'is hidden',
  link: 'is a link',
  special: 'is no plain file',
};

/** The entries as dumps; where none is to be read, what names none: `nothing` says so. */
function dumpsAmong(
  entries: readonly FolderEntry[],
  { arg, cwd, nothing }: { arg: string; cwd: string; nothing: string },
): DumpPath[] {
  const hint = entries.length === 0 ? '' : '; links and hidden files are read where they are named';
  const dumps = entries.map((entry) => describeEntry(entry, cwd));
  return dumps.some(({ unread }) => unread === undefined)
    ? dumps
    : [describeUnread(arg, cwd, `${nothing}${hint}`)];
}

function describeEntry({ file, kind }: FolderEntry, cwd: string): DumpPath {
  // A folder that cannot be looked into goes with the dumps: opening it tells why it is left out.
  const dump = describe(file, cwd, kind === 'closed');
  if (kind === 'file' || kind === 'closed') return dump;
  const reason = `${dump.path} ${passedOverWords[kind]}: name it, and it is read`;
  return { ...dump, unread: { reason, why: kind === 'hidden' ? kind : 'no-file' } };
}

/** The shorter of the relative and the absolute path is the one that people can read. */
function describe(file: string, cwd: string, named: boolean): DumpPath {
  const near = relative(cwd, file);
  const path = near.length < file.length ? near : file;
  return { path: path.split(sep).join('/'), file, named, against: false };
}

function describeUnread(arg: string, cwd: string, reason: string): DumpPath {
  return { ...describe(resolve(cwd, arg), cwd, true), unread: { reason, why: 'broken' } };
}

/** What is read, then new, then named before found, then by path: which of two names of one file is shown does not depend on their order. */
function compareDumps(a: DumpPath, b: DumpPath): number {
  return (
    Number(a.unread !== undefined) - Number(b.unread !== undefined) ||
    Number(a.against) - Number(b.against) ||
    Number(b.named) - Number(a.named) ||
    compareNaturally(a.path, b.path)
  );
}

/** Bytes of all dumps as they lie on the disk; null where that is not known, as of standard input. */
export async function sizeOfDumps(dumps: readonly DumpPath[]): Promise<number | null> {
  let sum = 0;
  for (const { file, unread } of dumps) {
    if (unread !== undefined) continue;
    const stats = file === '-' ? null : await stat(file).catch(() => null);
    if (stats === null) return null;
    sum += stats.size;
  }
  return sum;
}
