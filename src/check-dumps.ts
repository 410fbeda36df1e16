/** Scanned dumps and what is asked of them → the report with its verdict, and the baseline that is to be written. */
import type { Baseline } from './check/baseline.js';
import { findNamed } from './check/find-named.js';
import { judge } from './check/judge.js';
import { parseBlocklist, type TextMarks } from './check/parse-blocklist.js';
import type { Acceptance, Gate } from './check/policies.js';
import { type RenewalTools, renewBaseline } from './check/renew-baseline.js';
import { describeDumps, type Found } from './make-report.js';
import { fingerprintHex } from './model/fingerprint-hex.js';
import type { Rung, SeenTable, UnmetId } from './model.js';
import { normalizerVersion, normalizeText } from './normalize/normalize-text.js';
import { beginningOf } from './report/describe/beginning-of.js';
import { createViolationFindings } from './report/describe/create-violation-findings.js';
import { type BlockWords, blockId } from './report/describe/describe-block.js';
import { describeCheck } from './report/describe/describe-check.js';
import { originRun, runOf } from './report/describe/describe-occurrences.js';
import { describeViolations } from './report/describe/describe-violations.js';
import { escapeProse } from './report/escape/escape-text.js';
import type { Report } from './report/report.js';
import type { ScannedDumps } from './scan-dumps.js';

/** What is asked of the dumps. */
export interface Asked extends Omit<Gate, 'accept' | 'blocklist'> {
  readonly accept: readonly Acceptance[];
  /** A block list as it was read; its path is for messages. */
  readonly blocklist: { readonly path: string; readonly text: string } | null;
  /** Whether the baseline is to accept what is found now, and to forget what is found no longer. */
  readonly renew: { readonly update: boolean; readonly prune: boolean };
}

/** How to report on the check. */
export interface CheckOptions {
  readonly asked: Asked;
  /** Whether the findings are all copies, as without a check, or just what violates a policy. */
  readonly findings: 'all' | 'violations';
}

/**
 * The report of what was found, with its `check`; `renewed` is the baseline to write, null where none is to be, or can be;
 * `unmet` are ids that nothing has.
 */
export function checkDumps(
  scanned: ScannedDumps,
  found: Found,
  { asked, findings }: CheckOptions,
): { report: Report; renewed: Baseline | null; unmet: readonly UnmetId[] } {
  const { rung } = found.analysis.settings;
  const { report, words } = describeDumps(scanned, found);
  const tools = {
    idOf: (block: number) => blockId(words, originRun(words.lookup, block)),
    idOfRun: (first: number, last: number) => blockId(words, runOf(words.lookup, first, last)),
  };
  const incomplete = scanned.reading.troubles.length > 0;
  const blocklist =
    asked.blocklist &&
    parseBlocklist(asked.blocklist.text, asked.blocklist.path, (text) => markText(text, scanned, rung));
  const named = findNamed(
    found.analysis,
    found.seen,
    { accept: asked.accept, blocklist },
    { idOf: tools.idOf, hash: scanned.hasher },
  );
  const { accept } = named;
  // What was not read would be forgotten.
  const renewed = incomplete ? null : renew(words, found.seen, { ...asked, accept }, tools);
  const verdict = judge(
    found.analysis,
    found.seen,
    { ...asked, accept, blocklist, baseline: renewed ?? asked.baseline },
    {
      ...tools,
      runs: named.runs,
      characters: report.summary.characters,
      keyOf: (paragraph) => normalizeText(textOf(words, paragraph), rung),
    },
  );
  const told = { blocklist: asked.blocklist?.path ?? '', seen: found.seen, incomplete };
  const checked = { ...report, check: describeCheck(words, verdict, told) };
  // What an index has it cannot show.
  const unmet = found.seen === null ? named.unmet : [];
  if (findings === 'all') return { report: checked, renewed, unmet };
  const violations = createViolationFindings(words, describeViolations(words, verdict, told));
  return { report: { ...checked, findings: violations }, renewed, unmet };
}

function renew(
  words: BlockWords,
  seen: SeenTable | null,
  { renew: { update, prune }, baseline, accept }: Pick<Asked, 'renew' | 'baseline'> & Pick<Gate, 'accept'>,
  tools: Pick<RenewalTools, 'idOf' | 'idOfRun'>,
): Baseline | null {
  if (!update && !prune) return null;
  const { analysis } = words.lookup;
  const kind = { normalizer: normalizerVersion, rung: analysis.settings.rung };
  const excerptOf = (paragraph: number) => escapeProse(beginningOf(textOf(words, paragraph), EXCERPT));
  return renewBaseline(analysis, seen, { baseline, update, prune, accept }, { ...tools, kind, excerptOf });
}

/** Characters of a block that a baseline shows: enough for who reviews it. */
const EXCERPT = 60;

function textOf({ lookup }: BlockWords, paragraph: number): string {
  const { table, paragraphs } = lookup.analysis.posts;
  return lookup.textOf(table.dump.at(paragraphs.post.at(paragraph)), paragraphs.row.at(paragraph));
}

/** Paragraphs that repeat are fingerprinted at the rung that is asked for, all others at the top one. */
function markText(text: string, { hasher }: ScannedDumps, rung: Rung): TextMarks {
  const idAt = (at: Rung): string => {
    hasher.hash(new TextEncoder().encode(normalizeText(text, at)));
    return fingerprintHex(hasher.low, hasher.high);
  };
  return { ids: [idAt('homoglyphs'), idAt(rung)], key: normalizeText(text, rung) };
}
