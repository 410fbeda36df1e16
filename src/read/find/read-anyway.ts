/** Which of what is passed over in folders is read all the same, as the user named it, or something in it, another way. */
import { stat } from 'node:fs/promises';
import { dirname, relative, sep } from 'node:path';
import type { DumpPath } from '../dump-path.js';

/** What the user named. */
export interface Root {
  /** Behind links. */
  readonly file: string;
  readonly isAgainst: boolean;
}

/** Tells it of a dump that is passed over; `file` is where it is, behind links. */
export type ReadAnyway = (file: string, dump: DumpPath) => Promise<boolean>;

/** A test by what was found, by where it is behind links, and what the user named. */
export function createReadAnyway(found: ReadonlyMap<string, DumpPath>, roots: readonly Root[]): ReadAnyway {
  const folders = foldersOf(found.keys());
  /** What is only compared against is not read as new. */
  const isAsGood = (isAgainst: boolean, dump: DumpPath) => dump.against || !isAgainst;
  return async (file, dump) => {
    const why = dump.unread?.why;
    // Of a hidden folder nobody wants more than is named.
    if (why === 'hidden') return folders.has(file);
    const same = found.get(file);
    if (same !== undefined && isAsGood(same.against, dump)) return true;
    if (why !== 'no-file' || !(await isFolder(file))) return false;
    return roots.some((root) => isAsGood(root.isAgainst, dump) && isWalked(root.file, file));
  };
}

/** All folders that files are in, up to the root. */
function foldersOf(files: Iterable<string>): ReadonlySet<string> {
  const folders = new Set<string>();
  for (const file of files) {
    for (let folder = dirname(file); !folders.has(folder); folder = dirname(folder)) folders.add(folder);
  }
  return folders;
}

function isFolder(file: string): Promise<boolean> {
  return stat(file).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
}

/** Whether a walk through `folder` comes to `inner`, a folder. */
function isWalked(folder: string, inner: string): boolean {
  const way = relative(folder, inner);
  return way === '' || way.split(sep).every((part) => !part.startsWith('.'));
}
