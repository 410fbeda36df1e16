/** Which dumps are to be left out: globs as git has them, of `.repostedignore` and of the configuration. */
import { join, relative, sep } from 'node:path';
import { UserError } from '../errors.js';
import type { DumpPath } from './dump-path.js';
import { projectFolders } from './find-upwards.js';
import { readTextFile } from './read-text-file.js';

const IGNORE_FILE = '.repostedignore';

/** Globs, and the folder that they are about. */
export interface IgnoreGlobs {
  readonly folder: string;
  /** Who says so, for the report. */
  readonly by: string;
  readonly globs: readonly string[];
}

/** The globs of the nearest `.repostedignore`; null where there is none. */
export async function findIgnoreFile(cwd: string): Promise<IgnoreGlobs | null> {
  for (const folder of await projectFolders(cwd)) {
    const path = join(folder, IGNORE_FILE);
    const text = await readTextFile(path, 'the list of what to ignore');
    if (text !== null) return { folder, by: relative(cwd, path) || path, globs: text.split(/\r?\n/) };
  }
  return null;
}

/** Marks what is ignored; a dump that is named is read all the same. Throws a {@link UserError} where no new one is left. */
export async function markIgnored(
  dumps: readonly DumpPath[],
  lists: readonly IgnoreGlobs[],
): Promise<DumpPath[]> {
  if (lists.length === 0) return [...dumps];
  const { default: ignore } = await import('ignore');
  const tests = lists.map(({ folder, by, globs }) => ({ folder, by, rules: ignore().add([...globs]) }));
  const marked = dumps.map((dump): DumpPath => {
    if (dump.named || dump.unread?.why === 'ignored') return dump;
    const list = tests.find(({ folder, rules }) => {
      const path = relative(folder, dump.file).split(sep).join('/');
      return ignore.isPathValid(path) && rules.ignores(path);
    });
    return list === undefined
      ? dump
      : { ...dump, unread: { reason: `ignored by ${list.by}`, why: 'ignored' } };
  });
  if (marked.every(({ against, unread }) => against || unread !== undefined)) {
    const reasons = [...new Set(marked.flatMap(({ unread }) => unread?.reason ?? []))].join(', ');
    throw new UserError(
      `Every dump is left out (${reasons}): expected one at least; name a file, and it is read`,
    );
  }
  return marked;
}
