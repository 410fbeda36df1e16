/** Arguments and options → dumps → what repeats in them → the reports that are asked for, and the exit code. */
import type { Baseline } from '../check/baseline.js';
import type { Asked, CheckOptions } from '../check-dumps.js';
import { analyzeWithCrew, describeDumps } from '../make-report.js';
import type { Analysis } from '../model.js';
import { allBlocks, topBlocks } from '../report/describe/listed-blocks.js';
import type { NamedReporter } from '../report/reporters/reporters.js';
import { lookUpIn, splitAgainst } from './against.js';
import { crewFor } from './crew-for.js';
import { filesOf } from './files-of.js';
import type { CheckCliOptions } from './options.js';
import { loadReports, writeReports } from './render-reports.js';
import { wantedReports } from './reporter-options.js';
import { demandOf, scanArguments } from './scan-arguments.js';
import { settingsOf } from './settings.js';
import { tellTroubles } from './tell-troubles.js';
import { tellUnmet } from './tell-unmet.js';
import { type ToldThere, toldOnTerminal } from './told-on-terminal.js';

/** What a command asks, and what of that its reports tell. */
export interface Asking {
  /** What is asked of the dumps, before any is read; null: nothing. */
  readonly ask: () => Promise<Asked | null>;
  /** Whether reports for machines tell all copies, or just what violates a policy, for which every block is verified. */
  readonly findings: CheckOptions['findings'];
  /** Reporters that tell something else than in a scan, by name. */
  readonly own?: Readonly<Record<string, NamedReporter['load']>>;
  /** What of troubles its text report tells. */
  readonly tells: ToldThere;
  /** Its reports have all that is accepted, so that nobody has to be told of what is met no longer. */
  readonly listsAccepted?: boolean;
  /** Told of the baseline that is to be written, when all is reported. */
  readonly renew?: (baseline: Baseline | null) => Promise<void>;
}

/** Of fewer lines, fingerprints take less memory than is worth the time to make some anew. */
const MANY_LINES = 1 << 18;
/** Entries of a list that ask for few fingerprints. */
const FEW = 100;

/** 0 when all went well, 1 where a policy is violated, 2 where something could not be read as asked. */
export async function reportRepeats(
  args: readonly string[],
  options: CheckCliOptions,
  { ask, findings, own, tells, listsAccepted = false, renew }: Asking,
): Promise<number> {
  const settings = settingsOf(options);
  const { dumps: against, index } = await splitAgainst(options);
  const wanted = wantedReports(options);
  const files = await filesOf({ ...options, index }, wanted);
  const asked = await ask();
  const loaded = await loadReports(wanted, process.cwd(), own);
  const isComplete = loaded.some(({ showsTop }) => !showsTop);
  const isTop = !isComplete && findings === 'all';
  // A report for people tells no hashes of dumps, and an index compares them.
  const hashed = isComplete || index !== null;
  const demand = demandOf(options, asked === null ? 'scan' : 'gate');
  const scanned = await scanArguments(args, { ...options, against, index }, { files, hashed, demand });
  const crew = isTop ? null : await crewFor(scanned, options);
  try {
    const listed = isTop ? (found: Analysis) => topBlocks(found, options.top) : allBlocks;
    const isShort = isTop && options.top <= FEW && asked === null && index === null;
    const fewFingerprints = isShort && scanned.lines.rows >= MANY_LINES;
    const how = { listed, once: true, fewFingerprints };
    const analyzed = await analyzeWithCrew(crew, scanned, settings, how);
    const found = { ...analyzed, seen: await lookUpIn(index, scanned, analyzed.analysis) };
    crew?.know(found.analysis, found.seen);
    const { report, unmet, renewed } =
      asked === null
        ? { ...describeDumps(scanned, found), unmet: [], renewed: null }
        : (await import('../check-dumps.js')).checkDumps(scanned, found, { asked, findings });
    await writeReports(loaded, report, { ...options, crew });
    const told = toldOnTerminal(wanted, report, { most: tells, top: options.top });
    const trouble = tellTroubles(report.dumps, scanned.reading, { ...options, told });
    if (!listsAccepted) tellUnmet(unmet, options);
    await renew?.(renewed);
    return trouble === 0 && report.check?.passed === false ? 1 : trouble;
  } finally {
    await crew?.stop();
    scanned.reading.close();
  }
}
