/**
 * Command-line arguments → the dumps they name, each once, in one order whatever the order of the arguments. Reads no dump.
 */
import { realpath, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { UserError } from '../../errors.js';
import type { DumpPath } from '../dump-path.js';
import type { RunFiles } from '../files/run-files.js';
import { expandArgument } from './expand-argument.js';
import { compareNaturally } from './natural-order.js';
import { createOwnFileTest } from './own-files.js';
import { createReadAnyway, type Root } from './read-anyway.js';

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
    for (const expanded of await expandArgument(arg, { cwd, suggest })) {
      const dump = testOwn({ ...expanded, against: isAgainst });
      if (dump === null) continue;
      // A link to a dump, a hard one too, is that dump: read twice, every post would be a copy of itself.
      const file = dump.file === '-' ? '-' : await fileBehind(dump.file);
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

/** Stands for a file by whichever name: for one that has several its number on the disk, for any other its path. */
async function fileBehind(name: string): Promise<string> {
  const path = await realPathOf(name);
  const stats = await stat(path, { bigint: true }).catch(() => null);
  return stats?.isFile() === true && stats.nlink > 1n ? `${stats.dev}:${stats.ino}` : path;
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
