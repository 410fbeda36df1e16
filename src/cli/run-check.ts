/** `reposted check` and `reposted audit`: dumps and what is asked of them → the verdict → the exit code. */
import type { Baseline } from '../check/baseline.js';
import { showBaseline } from '../check/baseline-text.js';
import { type Asked, checkDumps } from '../check-dumps.js';
import { UserError } from '../errors.js';
import { analyzeWithCrew } from '../make-report.js';
import { replaceFile } from '../read/replace-file.js';
import { allBlocks } from '../report/listed-blocks.js';
import type { Reporter } from '../report/reporter.js';
import { reportAudit } from '../report/reporters/audit-reporter.js';
import { reportCheck } from '../report/reporters/check-reporter.js';
import { lookUpIn, splitAgainst } from './against.js';
import { crewFor } from './crew-for.js';
import { filesOf } from './files-of.js';
import { askedOfAudit, askedOfCheck } from './gate-options.js';
import { demandOf, openDumps } from './open-dumps.js';
import type { CheckCliOptions } from './options.js';
import { printConfig } from './print-config.js';
import { loadReports, writeReports } from './render-reports.js';
import { wantedReports } from './reporter-options.js';
import { asksForHashes } from './run.js';
import { settingsOf } from './settings.js';
import { tellTroubles } from './tell-troubles.js';
import { tellUnmet } from './tell-unmet.js';
import { toldOnTerminal } from './told-on-terminal.js';

/** 0 within policy, 1 where one is violated, 2 where the check is incomplete. */
export async function runCheck(args: readonly string[], options: CheckCliOptions): Promise<number> {
  if (options.printConfig === true) return printConfig(options);
  refuseNothing('check', args, options);
  return run(args, options, {
    ask: askedOfCheck,
    own: { text: async () => reportCheck },
    listsAccepted: false,
  });
}

/** The same for `audit`, whose only policy is on stale entries. */
export async function runAudit(args: readonly string[], options: CheckCliOptions): Promise<number> {
  if (options.printConfig === true) return printConfig(options);
  refuseNothing('audit', args, options);
  const own = {
    text: async () => reportAudit,
    markdown: async () => (await import('../report/reporters/markdown-audit.js')).reportAuditMarkdown,
  };
  return run(args, options, { ask: askedOfAudit, own, listsAccepted: true });
}

/** A list that follows `--against` takes what was meant to be new: then standard input would be waited for. */
function refuseNothing(command: 'check' | 'audit', args: readonly string[], options: CheckCliOptions): void {
  if (args.length > 0 || options.filesFrom !== undefined) return;
  throw new UserError(
    `No dump to ${command}: name the new dumps before --against, or - for standard input, as in reposted ${command} new/ --against old/`,
  );
}

interface Command {
  readonly ask: (options: CheckCliOptions) => Promise<Asked>;
  /** Reporters that tell something else than in a scan, by name. */
  readonly own: Readonly<Record<string, () => Promise<Reporter>>>;
  /** That has all that is accepted, so that nobody has to be told of what is met no longer. */
  readonly listsAccepted: boolean;
}

async function run(
  args: readonly string[],
  options: CheckCliOptions,
  { ask, own, listsAccepted }: Command,
): Promise<number> {
  const settings = settingsOf(options);
  const { dumps: against, index } = await splitAgainst(options);
  const wanted = wantedReports(options);
  const files = await filesOf({ ...options, index }, wanted);
  const asked = await ask(options);
  const loaded = await loadReports(wanted, process.cwd(), own);
  const hashed = asksForHashes(loaded, index);
  const demand = demandOf(options, 'gate');
  const scanned = await openDumps(args, { ...options, against, index }, { files, hashed, demand });
  const crew = await crewFor(scanned, options);
  try {
    const how = { listed: allBlocks, once: true, fewFingerprints: false };
    const analyzed = await analyzeWithCrew(crew, scanned, settings, how);
    const found = { ...analyzed, seen: await lookUpIn(index, scanned, analyzed.analysis) };
    crew?.know(found.analysis, found.seen);
    const { report, renewed, unmet } = checkDumps(scanned, found, { asked, findings: 'violations' });
    await writeReports(loaded, report, { ...options, crew });
    const told = toldOnTerminal(wanted, report, { most: 'troubles', top: options.top });
    const trouble = tellTroubles(report.dumps, scanned.reading, { ...options, told });
    if (!listsAccepted) tellUnmet(unmet, options);
    const { update, prune } = asked.renew;
    if (options.baseline !== undefined && (update || prune)) await keep(renewed, options.baseline);
    return trouble === 0 && report.check?.passed === false ? 1 : trouble;
  } finally {
    await crew?.stop();
    scanned.reading.close();
  }
}

async function keep(renewed: Baseline | null, path: string): Promise<void> {
  if (renewed === null) throw new UserError(`${path} is left as it was: not all dumps could be read`);
  await replaceFile(path, showBaseline(renewed), 'the baseline');
}
