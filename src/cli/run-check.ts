/** `reposted check` and `reposted audit`: what is asked of dumps, and the baseline that they may renew. */
import type { Baseline } from '../check/baseline.js';
import { showBaseline } from '../check/baseline-text.js';
import { UserError } from '../errors.js';
import { replaceFile } from '../read/files/replace-file.js';
import { reportAudit } from '../report/reporters/audit-reporter.js';
import { reportCheck } from '../report/reporters/check-reporter.js';
import { askedOfAudit, askedOfCheck } from './gate-options.js';
import type { CheckCliOptions } from './options.js';
import { reportRepeats } from './report-repeats.js';

/** 0 within policy, 1 where one is violated, 2 where the check is incomplete. */
export async function runCheck(args: readonly string[], options: CheckCliOptions): Promise<number> {
  refuseNothing('check', args, options);
  return reportRepeats(args, options, {
    ask: () => askedOfCheck(options),
    findings: 'violations',
    own: { text: async () => reportCheck },
    tells: 'troubles',
    renew: (baseline) => renewBaselineOf(options, baseline),
  });
}

/** The same for `audit`, whose only policy is on stale entries. */
export async function runAudit(args: readonly string[], options: CheckCliOptions): Promise<number> {
  refuseNothing('audit', args, options);
  const own = {
    text: async () => reportAudit,
    markdown: async () => (await import('../report/reporters/markdown-audit.js')).reportAuditMarkdown,
  };
  const ask = () => askedOfAudit(options);
  return reportRepeats(args, options, {
    ask,
    findings: 'violations',
    own,
    tells: 'troubles',
    listsAccepted: true,
  });
}

/** A list that follows `--against` takes what was meant to be new: then standard input would be waited for. */
function refuseNothing(command: 'check' | 'audit', args: readonly string[], options: CheckCliOptions): void {
  if (args.length > 0 || options.filesFrom !== undefined) return;
  throw new UserError(
    `No dump to ${command}: name the new dumps before --against, or - for standard input, as in reposted ${command} new/ --against old/`,
  );
}

/** Writes the baseline, where that is asked for. */
async function renewBaselineOf(options: CheckCliOptions, renewed: Baseline | null): Promise<void> {
  const { baseline: path, updateBaseline = false, prune = false } = options;
  if (path === undefined || !(updateBaseline || prune)) return;
  if (renewed === null) throw new UserError(`${path} is left as it was: not all dumps could be read`);
  await replaceFile(path, showBaseline(renewed), 'the baseline');
}
