/** The commands: options → dumps → report → exit code. */
import { UserError } from '../errors.js';
import { analyzeWithCrew, describeDumps } from '../make-report.js';
import type { Analysis } from '../model.js';
import { type DumpPath, findDumps, sizeOfDumps } from '../read/find-dumps.js';
import { findIgnoreFile, type IgnoreGlobs, markIgnored } from '../read/ignore-list.js';
import { readFileList } from '../read/read-file-list.js';
import { allBlocks, topBlocks } from '../report/listed-blocks.js';
import { type ScannedDumps, type ScanOptions, scanDumps } from '../scan-dumps.js';
import { cutPosts } from '../split/cut-posts.js';
import { lookUpIn, splitAgainst } from './against.js';
import { mistypedCommand } from './command-names.js';
import { crewFor } from './crew-for.js';
import { askedOfScan } from './gate-options.js';
import type { CheckCliOptions, CutOptions, ScanCliOptions } from './options.js';
import { refuseAbsentFields } from './refuse-absent-fields.js';
import { type LoadedReport, loadReports, writeReports } from './render-reports.js';
import { wantedReports } from './reporter-options.js';
import { cutSettings, fieldsOf, inputFormatOf, settingsOf, threadsOf } from './settings.js';
import { tellTroubles } from './tell-troubles.js';
import { createProgress } from './terminal.js';
import { userCuesOf } from './user-cues.js';
import { writeReport } from './write-report.js';

/** What names dumps, and files that are none. */
type DumpOptions = CutOptions &
  Pick<CheckCliOptions, 'against' | 'baseline' | 'blocklist'> & { readonly index?: string | null };

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
  const wanted = wantedReports(options, process.cwd());
  const loaded = await loadReports(wanted, process.cwd());
  const hashed = asksForHashes(loaded, index);
  const scanned = await openDumps(args, { ...options, against, index }, { outputs: wanted, hashed });
  const crew = isComplete(loaded) ? await crewFor(scanned, options) : null;
  try {
    const isTop = !isComplete(loaded);
    const listed = isTop ? (found: Analysis) => topBlocks(found, options.top) : allBlocks;
    const isShort = isTop && options.top <= FEW && asked === null && index === null;
    const fewFingerprints = isShort && scanned.lines.rows >= MANY_LINES;
    const how = { listed, once: true, fewFingerprints };
    const analyzed = await analyzeWithCrew(crew, scanned, settings, how);
    const found = { ...analyzed, seen: await lookUpIn(index, scanned, analyzed.analysis) };
    const report =
      asked === null
        ? describeDumps(scanned, found).report
        : (await import('../check-dumps.js')).checkDumps(scanned, found, { asked, findings: 'all' }).report;
    await writeReports(loaded, report, { ...options, crew });
    const trouble = tellTroubles(report.dumps, scanned.reading, options);
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
  const scanned = await openDumps(args, options, {
    outputs: [{ file: options.output ?? null }],
    hashed: false,
  });
  const { columns, lines, records, reading } = scanned;
  try {
    const posts = cutPosts({ columns, lines, records, facts: reading.facts }, settings, reading.reread.read);
    await writeReport(
      reportSplit({ lines, records, posts, facts: reading.facts }, reading.reread.read),
      options.output,
    );
    const dumps = reading.facts.map((facts, dump) => ({
      ...facts,
      confidence: posts.dumps[dump]?.shape.confidence ?? 'low',
    }));
    return tellTroubles(dumps, reading, options);
  } finally {
    reading.close();
  }
}

/** Finds, reads and scans what the arguments name; a line of progress is drawn meanwhile. */
export async function openDumps(
  args: readonly string[],
  options: DumpOptions,
  { outputs, hashed }: { outputs: readonly { readonly file: string | null }[]; hashed: boolean },
): Promise<ScannedDumps> {
  const userCues = await userCuesOf(options);
  const written = outputs.map(({ file }) => file).filter((file) => file !== null);
  const dumps = await dumpsOf(args, options, written);
  const expectedBytes = await sizeOfDumps(dumps);
  const progress = createProgress(wantsProgress(options), expectedBytes);
  const scanned = await scanDumps(dumps, {
    ...readingOptions(options),
    userCues,
    hashed,
    expectedBytes,
    onBytes: progress.add,
  }).finally(progress.clear);
  try {
    refuseAbsentFields(scanned.reading.facts, options);
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

/** What the options say of reading dumps. */
export function readingOptions(
  options: CutOptions,
): Pick<ScanOptions, 'format' | 'fields' | 'encoding' | 'maxBytes' | 'threads' | 'memory'> {
  return {
    format: inputFormatOf(options),
    fields: fieldsOf(options),
    encoding: options.encoding ?? null,
    maxBytes: options.maxBytes ?? null,
    threads: threadsOf(options),
    memory: options.memory ?? null,
  };
}

/** Arguments and list together; standard input when neither is given and something is piped in. */
export async function dumpsOf(
  args: readonly string[],
  options: DumpOptions,
  written: readonly string[],
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
  const { against, index, baseline, blocklist, configPath } = options;
  const own = [index, baseline, blocklist, configPath].flatMap((file) => file ?? []);
  const dumps = await findDumps(all, process.cwd(), {
    outputs: written,
    against,
    own,
    suggest: mistypedCommand,
  });
  return markIgnored(dumps, await ignoreListsOf(options));
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
