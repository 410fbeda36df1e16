/** The commands: options → dumps → report → exit code. */
import { analyzeWithCrew, describeDumps } from '../make-report.js';
import type { Analysis } from '../model.js';
import { allBlocks, topBlocks } from '../report/listed-blocks.js';
import { cutPosts } from '../split/cut-posts.js';
import { lookUpIn, splitAgainst } from './against.js';
import { crewFor } from './crew-for.js';
import { filesOf } from './files-of.js';
import { askedOfScan } from './gate-options.js';
import { demandOf, openDumps } from './open-dumps.js';
import type { CutOptions, ScanCliOptions } from './options.js';
import { type LoadedReport, loadReports, writeReports } from './render-reports.js';
import { wantedReports } from './reporter-options.js';
import { cutSettings, settingsOf } from './settings.js';
import { tellTroubles } from './tell-troubles.js';
import { tellUnmet } from './tell-unmet.js';
import { toldOnTerminal } from './told-on-terminal.js';
import { writeReport } from './write-report.js';

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
    crew?.know(found.analysis, found.seen);
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
  const { reading } = scanned;
  const { read } = reading.reread;
  try {
    const posts = cutPosts(scanned, settings, read);
    await writeReport(reportSplit({ ...scanned, posts }, read), options.output);
    const shapes = posts.dumps.map(({ shape }) => shape);
    return tellTroubles(shapes, reading, options);
  } finally {
    reading.close();
  }
}

/** A report for people tells no hashes of dumps, and an index compares them. */
export function asksForHashes(loaded: readonly LoadedReport[], index: string | null): boolean {
  return isComplete(loaded) || index !== null;
}

function isComplete(loaded: readonly LoadedReport[]): boolean {
  return loaded.some(({ showsTop }) => !showsTop);
}
