/** The commands: options → dumps → report → exit code. */
import { availableParallelism } from 'node:os';
import { UserError } from '../errors.js';
import { type Listed, makeReport, makeReportAgainst } from '../make-report.js';
import type { Analysis, Settings } from '../model.js';
import { type DumpPath, findDumps, sizeOfDumps } from '../read/find-dumps.js';
import { readFileList } from '../read/read-file-list.js';
import { allBlocks, topBlocks } from '../report/listed-blocks.js';
import type { Report } from '../report/report.js';
import { type ScannedDumps, type ScanOptions, scanDumps } from '../scan-dumps.js';
import { cutPosts } from '../split/cut-posts.js';
import type { CutOptions, ScanCliOptions } from './options.js';
import { loadReports, writeReports } from './render-reports.js';
import { wantedReports } from './reporter-options.js';
import { cutSettings, fieldsOf, inputFormatOf, settingsOf } from './settings.js';
import { tellTroubles } from './tell-troubles.js';
import { createProgress } from './terminal.js';
import { userCuesOf } from './user-cues.js';
import { writeReport } from './write-report.js';

/** `reposted scan`: 0 when all went well, 2 when something named could not be read. */
export async function runScan(args: readonly string[], options: ScanCliOptions): Promise<number> {
  const settings = settingsOf(options);
  await checkAgainst(options);
  const wanted = wantedReports(options, process.cwd());
  const loaded = await loadReports(wanted, process.cwd());
  const scanned = await open(args, options, wanted);
  try {
    const isComplete = loaded.some(({ showsTop }) => !showsTop);
    const listed = isComplete ? allBlocks : (found: Analysis) => topBlocks(found, options.top);
    const report = await reportOn(scanned, settings, { listed, index: options.against });
    await writeReports(loaded, report, options);
    return tellTroubles(report.dumps, scanned.reading, options);
  } finally {
    scanned.reading.close();
  }
}

/** With what an index knows, where one is named. */
async function reportOn(
  scanned: ScannedDumps,
  settings: Settings,
  of: { listed: Listed; index: string | undefined },
): Promise<Report> {
  const { index } = of;
  if (index === undefined) return makeReport(scanned, settings, of.listed);
  const { lookUpSeen } = await import('../look-up-seen.js');
  const lookUp = (found: Analysis) =>
    lookUpSeen({ ...found, lines: scanned.lines }, { index, cwd: process.cwd() });
  return makeReportAgainst(scanned, settings, { listed: of.listed, lookUp });
}

/** An index holds fingerprints of the top rung, and what is wrong with it should not cost a long run. */
async function checkAgainst({ against, rung }: ScanCliOptions): Promise<void> {
  if (against === undefined) return;
  if (rung !== 'homoglyphs') {
    throw new UserError(
      `--against compares at the top rung, as an index has no texts: it cannot be had with --rung ${rung}`,
    );
  }
  await (await import('../look-up-seen.js')).checkIndex(against);
}

/** `reposted split`: the posts, one JSON line each. */
export async function runSplit(args: readonly string[], options: CutOptions): Promise<number> {
  const settings = cutSettings(options);
  const { reportSplit } = await import('../report/reporters/split-reporter.js');
  const scanned = await open(args, options, [{ file: options.output ?? null }]);
  const { lines, records, reading } = scanned;
  try {
    const posts = cutPosts({ lines, records, facts: reading.facts }, settings, reading.reread.read);
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

async function open(
  args: readonly string[],
  options: CutOptions,
  outputs: readonly { readonly file: string | null }[],
): Promise<ScannedDumps> {
  const userCues = await userCuesOf(options);
  const written = outputs.map(({ file }) => file).filter((file) => file !== null);
  const dumps = await dumpsOf(args, options, written);
  const expectedBytes = await sizeOfDumps(dumps);
  const progress = createProgress(wantsProgress(options), expectedBytes);
  try {
    return await scanDumps(dumps, {
      ...readingOptions(options),
      userCues,
      expectedBytes,
      onBytes: progress.add,
    });
  } finally {
    progress.clear();
  }
}

/** Only a person at a terminal waits. */
export function wantsProgress({ quiet }: { readonly quiet?: boolean }): boolean {
  return process.stderr.isTTY === true && quiet !== true && process.env['CI'] === undefined;
}

/** What the options say of reading dumps. */
export function readingOptions(
  options: CutOptions,
): Pick<ScanOptions, 'format' | 'fields' | 'encoding' | 'maxBytes' | 'threads'> {
  return {
    format: inputFormatOf(options),
    fields: fieldsOf(options),
    encoding: options.encoding ?? null,
    maxBytes: options.maxBytes ?? null,
    threads: options.threads ?? threadsHere(),
  };
}

/** More threads than these wait for the one that puts the rows together. */
const MOST_THREADS = 4;

function threadsHere(): number {
  return Math.min(MOST_THREADS, availableParallelism());
}

/** Arguments and list together; standard input when neither is given and something is piped in. */
export async function dumpsOf(
  args: readonly string[],
  options: CutOptions,
  written: readonly string[],
): Promise<DumpPath[]> {
  const listed = options.filesFrom === undefined ? [] : await readFileList(options.filesFrom);
  if (options.filesFrom === '-' && args.includes('-')) {
    throw new UserError('Standard input cannot be both a dump (-) and the list of dumps (--files-from -)');
  }
  const all = [...args, ...listed];
  if (all.length === 0) {
    if (options.filesFrom !== undefined)
      throw new UserError(`The list given to --files-from names no dump: ${options.filesFrom}`);
    all.push('-');
  }
  return findDumps(all, process.cwd(), written);
}
