/** The commands: options → dumps → report → exit code. */
import { availableParallelism } from 'node:os';
import { UserError } from '../errors.js';
import { makeReport } from '../make-report.js';
import { type DumpPath, findDumps, sizeOfDumps } from '../read/find-dumps.js';
import { readFileList } from '../read/read-file-list.js';
import { allBlocks, topBlocks } from '../report/listed-blocks.js';
import { type ScannedDumps, scanDumps } from '../scan-dumps.js';
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
  const wanted = wantedReports(options, process.cwd());
  const loaded = await loadReports(wanted, process.cwd());
  const scanned = await open(args, options, wanted);
  try {
    const isComplete = loaded.some(({ showsTop }) => !showsTop);
    const report = makeReport(
      scanned,
      settings,
      isComplete ? allBlocks : (found) => topBlocks(found, options.top),
    );
    await writeReports(loaded, report, options);
    return tellTroubles(report.dumps, scanned.reading, options);
  } finally {
    scanned.reading.close();
  }
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
  const enabled = process.stderr.isTTY === true && options.quiet !== true && process.env['CI'] === undefined;
  const expectedBytes = await sizeOfDumps(dumps);
  const progress = createProgress(enabled, expectedBytes);
  try {
    return await scanDumps(dumps, {
      userCues,
      format: inputFormatOf(options),
      fields: fieldsOf(options),
      encoding: options.encoding ?? null,
      maxBytes: options.maxBytes ?? null,
      threads: options.threads ?? threadsHere(),
      expectedBytes,
      onBytes: progress.add,
    });
  } finally {
    progress.clear();
  }
}

/** More threads than these wait for the one that puts the rows together. */
const MOST_THREADS = 4;

function threadsHere(): number {
  return Math.min(MOST_THREADS, availableParallelism());
}

/** Arguments and list together; standard input when neither is given and something is piped in. */
async function dumpsOf(
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
