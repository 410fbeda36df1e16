// Promises: texts checked as dumps are, but out of memory.

import type { Baseline } from '../src/check/baseline.js';
import { noPolicies, type Policies } from '../src/check/policies.js';
import { type Asked, checkDumps } from '../src/check-dumps.js';
import { analyzeDumps } from '../src/make-report.js';
import { allBlocks } from '../src/report/describe/listed-blocks.js';
import type { CheckReport, Report, ViolationReport } from '../src/report/report.js';
import { settings } from './build-posts.js';
import { scanTexts, type Texts } from './scan-texts.js';

export interface CheckChoices extends Partial<Omit<Asked, 'policies' | 'blocklist'>>, Partial<Policies> {
  /** Dumps to compare against. */
  readonly old?: Texts;
  /** The text of a block list. */
  readonly blocklist?: string;
}

/** The verdict on `texts`, whose posts are parted by lines of dashes. */
export function checkTexts(
  texts: Texts,
  choices: CheckChoices = {},
): { report: Report; check: CheckReport; renewed: Baseline | null } {
  const {
    old = {},
    baseline = null,
    accept = [],
    blocklist,
    renew = { update: false, prune: false },
    ...policies
  } = choices;
  const scanned = scanTexts({ ...old, ...texts }, { against: Object.keys(old) });
  const asked: Asked = {
    policies: { ...noPolicies, ...policies },
    baseline,
    accept,
    renew,
    blocklist: blocklist === undefined ? null : { path: 'list.txt', text: blocklist },
  };
  const { report, renewed } = checkDumps(
    scanned,
    analyzeDumps(
      scanned,
      { ...settings, format: 'separator-text' },
      { listed: allBlocks, once: true, fewFingerprints: false },
    ),
    { asked, findings: 'violations' },
  );
  if (report.check === null) throw new Error('There is no verdict');
  return { report, check: report.check, renewed };
}

/** `uncredited blocks: new.txt:1-2 from old.txt:4-5`. */
export function tellViolation({ policies, copy, origin, listed }: ViolationReport): string {
  const from = origin === null ? `${listed?.path}:${listed?.line}` : placeOf(origin);
  return `${policies.join(' ')}: ${placeOf(copy)} from ${from}`;
}

function placeOf({ dump, lines: [first, last] }: { dump: string; lines: readonly [number, number] }): string {
  return `${dump}:${first}-${last}`;
}

/** All of them. */
export function violationsOf(check: CheckReport): string[] {
  return check.violations.toJSON().map(tellViolation);
}
