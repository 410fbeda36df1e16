/** Which dumps are to be left out: globs as git has them, of `.repostedignore` and of the configuration. */
import { isAbsolute, join, parse, relative, sep } from 'node:path';
import { UserError } from '../../errors.js';
import type { DumpPath, Unread } from '../dump-path.js';
import { projectFolders } from '../files/find-upwards.js';
import { readTextFile } from '../files/read-text-file.js';
import { isUnwanted } from '../left-out.js';

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

/**
 * Marks what is ignored, members of archives too; a dump that is named is read all the same. Throws a {@link UserError}
 * where no new one, or none to compare against, is left.
 */
export async function markIgnored(
  dumps: readonly DumpPath[],
  lists: readonly IgnoreGlobs[],
): Promise<DumpPath[]> {
  if (lists.length === 0) return [...dumps];
  const { default: ignore } = await import('ignore');
  const tests = lists.map(({ folder, by, globs }) => ({ folder, by, rules: ignore().add([...globs]) }));
  const ignoredBy = (file: string): Unread | undefined => {
    const list = tests.find(({ folder, rules }) => rules.ignores(pathFrom(folder, file)));
    return list === undefined ? undefined : { reason: `ignored by ${list.by}`, why: 'ignored' };
  };
  const marked = dumps.map((dump): DumpPath => {
    const unread =
      dump.named || (dump.unread !== undefined && isUnwanted(dump.unread)) ? undefined : ignoredBy(dump.file);
    const unreadMember = (name: string) => ignoredBy(join(dump.file, name));
    return { ...dump, unreadMember, ...(unread === undefined ? {} : { unread }) };
  });
  refuseNone(
    marked.filter(({ against }) => !against),
    'Every dump',
  );
  const against = marked.filter((dump) => dump.against);
  if (against.length > 0) refuseNone(against, 'Every dump of --against');
  return marked;
}

function refuseNone(dumps: readonly DumpPath[], what: string): void {
  if (dumps.some(({ unread }) => unread === undefined)) return;
  const by = [...new Set(dumps.flatMap(({ unread }) => (unread?.why === 'ignored' ? unread.reason : [])))];
  throw new UserError(
    `${what} is left out (${by.join(', ')}): expected one at least; name a file, and it is read`,
  );
}

/** As globs see a file: from their folder; outside of it from the root, where those that name no folder match it still. */
function pathFrom(folder: string, file: string): string {
  const path = relative(folder, file);
  const isInside = !isAbsolute(path) && path.split(sep)[0] !== '..';
  return (isInside ? path : relative(parse(file).root, file)).split(sep).join('/');
}
