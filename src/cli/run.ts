/** The commands: options → dumps → report → exit code. */
import { UserError } from '../errors.js';
import { analyzeWithCrew, describeDumps } from '../make-report.js';
import type { Analysis } from '../model.js';
import type { DumpPath } from '../read/dump-path.js';
import { type FindOptions, findDumps, sizeOfDumps } from '../read/find-dumps.js';
import { findIgnoreFile, type IgnoreGlobs, markIgnored } from '../read/ignore-list.js';
import type { Demand } from '../read/left-out.js';
import { checkedEncoding } from '../read/open-options.js';
import { readFileList } from '../read/read-file-list.js';
import type { RunFiles } from '../read/run-files.js';
import { allBlocks, topBlocks } from '../report/listed-blocks.js';
import { type ScannedDumps, type ScanOptions, scanDumps } from '../scan-dumps.js';
import { cutPosts } from '../split/cut-posts.js';
import { lookUpIn, splitAgainst } from './against.js';
import { atPlace } from './at-place.js';
import { checkFields } from './check-fields.js';
import { mistypedCommand } from './command-names.js';
import { crewFor } from './crew-for.js';
import { filesOf } from './files-of.js';
import { askedOfScan } from './gate-options.js';
import { inputFormatOf } from './input-format-of.js';
import type { CutOptions, ScanCliOptions } from './options.js';
import { type LoadedReport, loadReports, writeReports } from './render-reports.js';
import { wantedReports } from './reporter-options.js';
import { cutSettings, fieldsOf, settingsOf, threadsOf } from './settings.js';
import { tellTroubles } from './tell-troubles.js';
import { tellUnmet } from './tell-unmet.js';
import { createProgress } from './terminal.js';
import { toldOnTerminal } from './told-on-terminal.js';
import { userCuesOf } from './user-cues.js';
import { writeReport } from './write-report.js';

/** What names dumps. */
type DumpOptions = CutOptions & Pick<ScanCliOptions, 'against'> & { readonly index?: string | null };

/** What a command asks of reading. */
type HowToRead = Required<Pick<ScanOptions, 'hashed' | 'demand'>>;

/** Of fewer lines, fingerprints take less memory than is worth the time to make some anew. */
const MANY_LINES = 1 << 18;
/** Entries of a list that ask for few fingerprints. */
const FEW = 100;

/** `reposted scan`: 0 when all went well, 1 when `--fail-on` says so, 2 when something named could not be read. */
export async function runScan(args: readonly string[], options: ScanCliOptions): Promise<number> {
  if (options.printConfig === true) return (await import('./print-config.js')).printConfig(options);
  const settings = settingsOf(options);
  const asked = askedOfScan(options);
  const { dumps: against, index } = await splitAgainst(options);
  const wanted = wantedReports(options);
  const files = await filesOf({ ...options, index }, wanted);
  const loaded = await loadReports(wanted, process.cwd());
  const hashed = asksForHashes(loaded, index);
  const demand = demandOf(options, asked === null ? 'scan' : 'gate');
  const scanned = await openDumps(args, { ...options, against, index }, { files, hashed, demand });
  const crew = isComplete(loaded) ? await crewFor(scanned, options) : null;
  try {
    const isTop = !isComplete(loaded);
    const listed = isTop ? (found: Analysis) => topBlocks(found, options.top) : allBlocks;
    const isShort = isTop && options.top <= FEW && asked === null && index === null;
    const fewFingerprints = isShort && scanned.lines.rows >= MANY_LINES;
    const how = { listed, once: true, fewFingerprints };
    const analyzed = await analyzeWithCrew(crew, scanned, settings, how);
    const found = { ...analyzed, seen: await lookUpIn(index, scanned, analyzed.analysis) };
    const { report, unmet } =
      asked === null
        ? { ...describeDumps(scanned, found), unmet: [] }
        : (await import('../check-dumps.js')).checkDumps(scanned, found, { asked, findings: 'all' });
    await writeReports(loaded, report, { ...options, crew });
    const told = toldOnTerminal(wanted, report, { most: 'all', top: options.top });
    const trouble = tellTroubles(report.dumps, scanned.reading, { ...options, told });
    tellUnmet(unmet, options);
    return trouble === 0 && report.check?.passed === false ? 1 : trouble;
  } finally {
    await crew?.stop();
    scanned.reading.close();
  }
}

/** `reposted split`: the posts, one JSON line each. */
export async function runSplit(args: readonly string[], options: CutOptions): Promise<number> {
  if (options.printConfig === true) return (await import('./print-config.js')).printConfig(options);
  const settings = cutSettings(options);
  const { reportSplit } = await import('../report/reporters/split-reporter.js');
  const files = await filesOf(options, [{ path: options.output ?? '-', by: '--output' }]);
  const demand = demandOf(options, 'scan');
  const scanned = await openDumps(args, options, { files, hashed: false, demand });
  const { columns, lines, records, reading } = scanned;
  try {
    const posts = cutPosts({ columns, lines, records, facts: reading.facts }, settings, reading.reread.read);
    await writeReport(
      reportSplit({ lines, records, posts, facts: reading.facts }, reading.reread.read),
      options.output,
    );
    const shapes = posts.dumps.map(({ shape }) => shape);
    return tellTroubles(shapes, reading, options);
  } finally {
    reading.close();
  }
}

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

/** A report for people tells no hashes of dumps, and an index compares them. */
export function asksForHashes(loaded: readonly LoadedReport[], index: string | null): boolean {
  return isComplete(loaded) || index !== null;
}

function isComplete(loaded: readonly LoadedReport[]): boolean {
  return loaded.some(({ showsTop }) => !showsTop);
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
