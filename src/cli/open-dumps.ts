/** What arguments and options name → dumps that are found, read and scanned. */
import { UserError } from '../errors.js';
import type { DumpPath } from '../read/dump-path.js';
import { type FindOptions, findDumps, sizeOfDumps } from '../read/find-dumps.js';
import { findIgnoreFile, type IgnoreGlobs, markIgnored } from '../read/ignore-list.js';
import type { Demand } from '../read/left-out.js';
import { checkedEncoding } from '../read/open-options.js';
import { readFileList } from '../read/read-file-list.js';
import type { RunFiles } from '../read/run-files.js';
import { type ScannedDumps, type ScanOptions, scanDumps } from '../scan-dumps.js';
import { atPlace } from './at-place.js';
import { checkFields } from './check-fields.js';
import { mistypedCommand } from './command-names.js';
import { inputFormatOf } from './input-format-of.js';
import type { CutOptions, ScanCliOptions } from './options.js';
import { fieldsOf, threadsOf } from './settings.js';
import { createProgress } from './terminal.js';
import { userCuesOf } from './user-cues.js';

/** What names dumps. */
type DumpOptions = CutOptions & Pick<ScanCliOptions, 'against'> & { readonly index?: string | null };

/** What a command asks of reading. */
type HowToRead = Required<Pick<ScanOptions, 'hashed' | 'demand'>>;

/** Finds, reads and scans what the arguments name; a line of progress is drawn meanwhile. */
export async function openDumps(
  args: readonly string[],
  options: DumpOptions,
  { files, ...how }: { readonly files: RunFiles } & HowToRead,
): Promise<ScannedDumps> {
  const userCues = await userCuesOf(options);
  const dumps = await dumpsOf(args, options, { files });
  const expectedBytes = await sizeOfDumps(dumps);
  const progress = createProgress(wantsProgress(options), expectedBytes);
  const scanned = await scanDumps(dumps, {
    ...readingOptions(options),
    ...how,
    userCues,
    expectedBytes,
    onBytes: progress.add,
  }).finally(progress.clear);
  try {
    checkFields(scanned.reading.facts, options);
    return scanned;
  } catch (error) {
    scanned.reading.close();
    throw error;
  }
}

/** Only a person at a terminal waits. */
export function wantsProgress({ quiet }: { readonly quiet?: boolean }): boolean {
  return process.stderr.isTTY === true && quiet !== true && process.env['CI'] === undefined;
}

/** What must be read of what is found: what the command asks, or everything. */
export function demandOf({ strict = false }: CutOptions, asked: Demand): Demand {
  return strict ? 'strict' : asked;
}

/** What the options say of reading dumps. */
export function readingOptions(
  options: CutOptions,
): Pick<ScanOptions, 'format' | 'fields' | 'encoding' | 'maxBytes' | 'threads' | 'memory'> {
  return {
    format: inputFormatOf(options),
    fields: fieldsOf(options),
    encoding: atPlace(options, 'encoding', () => checkedEncoding(options.encoding ?? null)),
    maxBytes: options.maxBytes ?? null,
    threads: threadsOf(options),
    memory: options.memory ?? null,
  };
}

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
