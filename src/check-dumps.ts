/** Scanned dumps and what is asked of them → the report with its verdict, and the baseline that is to be written. */
import type { Baseline } from './check/baseline.js';
import { judge } from './check/judge.js';
import { parseBlocklist, type TextMarks } from './check/parse-blocklist.js';
import type { Gate } from './check/policies.js';
import { renewBaseline } from './check/renew-baseline.js';
import { fingerprintHex } from './fingerprint-hex.js';
import { reportOn } from './make-report.js';
import type { Analysis, Rung, Settings } from './model.js';
import { normalizerVersion, normalizeText } from './normalize/normalize-text.js';
import { type BlockWords, blockId } from './report/describe-block.js';
import { beginningOf, describeCheck, describeViolations } from './report/describe-check.js';
import { originRun } from './report/describe-occurrences.js';
import { createViolationFindings } from './report/describe-violations.js';
import { escapeText } from './report/escape-text.js';
import type { Report } from './report/report.js';
import type { ScannedDumps } from './scan-dumps.js';

/** What is asked of the dumps. */
export interface Asked extends Omit<Gate, 'blocklist'> {
  /** A block list as it was read; its path is for messages. */
  readonly blocklist: { readonly path: string; readonly text: string } | null;
  /** Whether the baseline is to accept what is found now, and to forget what is found no longer. */
  readonly renew: { readonly update: boolean; readonly prune: boolean };
}

/** How to report on the check. */
export interface CheckOptions {
  readonly asked: Asked;
  /** As in {@link reportOn}. */
  readonly listed: (analysis: Analysis) => Iterable<number>;
  /** Whether the findings are all copies, as without a check, or just what violates a policy. */
  readonly findings: 'all' | 'violations';
}

/** The report, with its `check`; `renewed` is the baseline to write, null where none is to be. */
export function checkDumps(
  scanned: ScannedDumps,
  settings: Settings,
  { asked, listed, findings }: CheckOptions,
): { report: Report; renewed: Baseline | null } {
  // A mistake in the list is told before anything is compared.
  const blocklist =
    asked.blocklist &&
    parseBlocklist(asked.blocklist.text, asked.blocklist.path, (text) =>
      markText(text, scanned, settings.rung),
    );
  const { report, words } = reportOn(scanned, settings, listed);
  const renewed = renew(words, asked, settings.rung);
  const verdict = judge(
    words.lookup.analysis,
    { ...asked, blocklist, baseline: renewed ?? asked.baseline },
    {
      characters: report.summary.characters,
      idOf: idsOf(words),
      keyOf: (paragraph) => normalizeText(textOf(words, paragraph), settings.rung),
    },
  );
  const listPath = asked.blocklist?.path ?? '';
  const checked = { ...report, check: describeCheck(words, verdict, listPath) };
  if (findings === 'all') return { report: checked, renewed };
  const violations = createViolationFindings(words, describeViolations(words, verdict, listPath));
  return { report: { ...checked, findings: violations }, renewed };
}

function renew(
  words: BlockWords,
  { renew: { update, prune }, baseline, accept }: Asked,
  rung: Rung,
): Baseline | null {
  if (!update && !prune) return null;
  const { lookup } = words;
  return renewBaseline(
    lookup.analysis,
    { baseline, update, prune, accept },
    {
      kind: { normalizer: normalizerVersion, rung },
      idOf: idsOf(words),
      excerptOf: (block) => escapeText(beginningOf(textOf(words, originRun(lookup, block).first), EXCERPT)),
    },
  );
}

/** Characters of a block that a baseline shows: enough for who reviews it. */
const EXCERPT = 60;

function idsOf(words: BlockWords): (block: number) => string {
  return (block) => blockId(words, originRun(words.lookup, block));
}

function textOf({ lookup }: BlockWords, paragraph: number): string {
  const { table, paragraphs } = lookup.analysis.posts;
  return lookup.textOf(table.dump[paragraphs.post[paragraph] ?? 0] ?? 0, paragraphs.row[paragraph] ?? 0);
}

/** Paragraphs that repeat are fingerprinted at the rung that is asked for, all others at the top one. */
function markText(text: string, { hasher }: ScannedDumps, rung: Rung): TextMarks {
  const idAt = (at: Rung): string => {
    hasher.hash(new TextEncoder().encode(normalizeText(text, at)));
    return fingerprintHex(hasher.low, hasher.high);
  };
  return { ids: [idAt('homoglyphs'), idAt(rung)], key: normalizeText(text, rung) };
}
