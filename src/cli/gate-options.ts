/** Options → what a check is asked, with the files that it names read. */
import type { Baseline } from '../check/baseline.js';
import { parseBaseline, refuseOther } from '../check/baseline-text.js';
import { noPolicies, type Policies } from '../check/policies.js';
import type { Asked } from '../check-dumps.js';
import { UserError } from '../errors.js';
import { normalizerVersion } from '../normalize/normalize-text.js';
import { readTextFile } from '../read/files/read-text-file.js';
import { acceptCommand } from './accept-command.js';
import type { CheckCliOptions, ScanCliOptions } from './options.js';

/** What `check` asks. Throws a {@link UserError} for a file that is missing or broken. */
export async function askedOfCheck(options: CheckCliOptions): Promise<Asked> {
  const { accept = [], updateBaseline: update = false, prune = false } = options;
  if ((update || prune) && options.baseline === undefined) {
    throw new UserError(
      `${update ? '--update-baseline' : '--prune'} expects --baseline FILE beside it: which file is to be written?`,
    );
  }
  if (options.baseline === '-')
    throw new UserError(
      '--baseline expects a file, found -: what a check accepts is read and written by name',
    );
  return {
    policies: policiesOf(options),
    baseline: options.baseline === undefined ? null : await readBaseline(options.baseline, options),
    accept,
    blocklist: options.blocklist === undefined ? null : await readBlocklist(options.blocklist),
    renew: { update, prune },
  };
}

/** What `audit` asks: no policy but that for stale entries. Throws a {@link UserError} where nothing is accepted as well. */
export async function askedOfAudit(options: CheckCliOptions): Promise<Asked> {
  const asked = await askedOfCheck(options);
  if (asked.baseline === null && asked.accept.length === 0) {
    throw new UserError(
      'Nothing is accepted that could be audited: expected --baseline FILE, or "accept" in the configuration',
    );
  }
  return { ...asked, policies: { ...noPolicies, failStale: options.failStale ?? false } };
}

/** What `scan --fail-on` asks; null where it asks nothing. */
export function askedOfScan({ failOn = 'none', accept = [] }: ScanCliOptions): Asked | null {
  if (failOn === 'none') return null;
  const policies = failOn === 'any' ? { ...noPolicies, maxBlocks: 0 } : { ...noPolicies, maxUncredited: 0 };
  return { policies, baseline: null, accept, blocklist: null, renew: { update: false, prune: false } };
}

/** Each is off unless asked for; where none is, what is safe: nothing beyond the baseline, or no uncredited copy. */
function policiesOf(options: CheckCliOptions): Policies {
  const { maxUncredited = null, maxBlocks = null, maxRepeated = null } = options;
  const { failLength = 0, failStale = false } = options;
  const none =
    maxUncredited === null && maxBlocks === null && maxRepeated === null && options.blocklist === undefined;
  return {
    maxUncredited: none && options.baseline === undefined ? 0 : maxUncredited,
    maxBlocks: none && options.baseline !== undefined ? 0 : maxBlocks,
    maxRepeated,
    failLength,
    failStale,
  };
}

async function readBaseline(path: string, options: CheckCliOptions): Promise<Baseline | null> {
  const { updateBaseline = false, prune = false } = options;
  const text = await readTextFile(path, 'the baseline');
  if (text === null) {
    if (updateBaseline) return null;
    throw new UserError(
      `No baseline at ${path}: expected a file that --update-baseline has written; create it with: ${acceptCommand(process.argv.slice(2), path)}`,
    );
  }
  // Written anew from nothing but what is found now: what it was does not matter, as long as it was one.
  if (updateBaseline && prune) {
    refuseOther(text, path);
    return null;
  }
  const baseline = parseBaseline(text, path);
  if (baseline.normalizer !== normalizerVersion || baseline.rung !== options.rung)
    refuseKind(baseline, path, options);
  return baseline;
}

function refuseKind({ normalizer, rung }: Baseline, path: string, options: CheckCliOptions): never {
  const [found, expected, instead] =
    normalizer === normalizerVersion
      ? [`--rung ${rung}`, `--rung ${options.rung}`, `give --rung ${rung}`]
      : [
          `normalizer ${normalizer}`,
          `normalizer ${normalizerVersion}`,
          'run the version of reposted that wrote it',
        ];
  throw new UserError(
    `${path}:1: expected a baseline of ${expected}, found one of ${found}, whose ids cannot be compared with these: to migrate, ${instead} until the check passes, then write it anew with --update-baseline --prune`,
  );
}

async function readBlocklist(path: string): Promise<{ path: string; text: string }> {
  const text = await readTextFile(path, 'the block list');
  if (text === null)
    throw new UserError(`No block list at ${path}: --blocklist expects a file of ids or texts, one a line`);
  return { path, text };
}
