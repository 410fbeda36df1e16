/** What arguments and options name → the dumps there are, in their order, with what is ignored marked. */
import { UserError } from '../errors.js';
import type { DumpPath } from '../read/dump-path.js';
import { readFileList } from '../read/files/read-file-list.js';
import type { RunFiles } from '../read/files/run-files.js';
import { type FindOptions, findDumps } from '../read/find/find-dumps.js';
import { findIgnoreFile, type IgnoreGlobs, markIgnored } from '../read/find/ignore-list.js';
import { mistypedCommand } from './command-names.js';
import type { CutOptions, ScanCliOptions } from './options.js';

/** What names dumps. */
export type DumpOptions = CutOptions & Pick<ScanCliOptions, 'against'> & { readonly index?: string | null };

/** Arguments and list together; standard input when neither is given and something is piped in. */
export async function dumpsOf(
  args: readonly string[],
  options: DumpOptions,
  { files, suggest = mistypedCommand }: Pick<FindOptions, 'suggest'> & { readonly files: RunFiles },
): Promise<DumpPath[]> {
  const listed = options.filesFrom === undefined ? [] : await readFileList(options.filesFrom);
  if (options.filesFrom === '-' && args.includes('-')) {
    throw new UserError('Standard input cannot be both a dump (-) and the list of dumps (--files-from -)');
  }
  const all = [...args, ...listed];
  if (all.length === 0) {
    if ((options.against ?? []).length > 0 || typeof options.index === 'string')
      throw new UserError('No new dump: name it before --against, or - for standard input');
    if (options.filesFrom !== undefined)
      throw new UserError(`The list given to --files-from names no dump: ${options.filesFrom}`);
    all.push('-');
  }
  const dumps = await findDumps(all, process.cwd(), {
    files,
    against: options.against,
    suggest: (arg) => (arg === args[0] ? suggest(arg) : null),
  });
  requireOthers(dumps, options);
  return markIgnored(dumps, await ignoreListsOf(options));
}

/** A flag that names the new dumps again compares them with nothing; a configuration may, and so may it beside an index. */
function requireOthers(
  dumps: readonly DumpPath[],
  { against = [], index = null, effective }: DumpOptions,
): void {
  const isFlag = (effective?.['against']?.from ?? 'flag') === 'flag';
  if (!isFlag || against.length === 0 || index !== null || dumps.some((dump) => dump.against)) return;
  throw new UserError(
    `--against names the new dumps and no other: ${against.join(', ')}; expected dumps to compare them with, or leave it out to compare them with one another`,
  );
}

async function ignoreListsOf({ ignore, configFolder, effective }: DumpOptions): Promise<IgnoreGlobs[]> {
  const cwd = process.cwd();
  const file = await findIgnoreFile(cwd);
  const from = effective?.['ignore']?.from ?? 'flag';
  const folder = from.includes(':') ? (configFolder ?? cwd) : cwd;
  const own =
    ignore === undefined ? [] : [{ folder, by: from === 'flag' ? '--ignore' : from, globs: ignore }];
  return file === null ? own : [...own, file];
}
