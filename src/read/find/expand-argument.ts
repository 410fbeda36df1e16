/** One argument → the dumps that it names, in no order: files as they are, folders walked, patterns expanded. */
import { stat } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';
import { UserError } from '../../errors.js';
import { causeOf } from '../cause-of.js';
import type { DumpPath } from '../dump-path.js';
import { nameProblem } from './name-problem.js';
import { entryKind, type FolderEntry, type PassedOver, walkFolder } from './walk-folder.js';

/** Other names of standard input: opening them fails where it is a socket. */
const STDIN: ReadonlySet<string> = new Set(['-', '/dev/stdin', '/dev/fd/0', '/proc/self/fd/0']);

/**
 * A file as it is, the files of a folder, those that match a pattern; what names nothing as a dump that cannot be read. Throws
 * a {@link UserError} for an empty word, and for what `suggest` has an idea of.
 */
export async function expandArgument(
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
