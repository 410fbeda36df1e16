/** Scanned dumps → the report: analysis, what an index knows of it, and description, joined. */
import { type AnalysisTools, analyze } from './analyze.js';
import { fingerprintHex } from './fingerprint-hex.js';
import type { Verified } from './match/verify-blocks.js';
import type { Analysis, SeenTable, Settings } from './model.js';
import { lowestRung, lowestRungOfCopy } from './normalize/lowest-rung.js';
import { normalizerVersion, normalizeText } from './normalize/normalize-text.js';
import { toolVersion } from './read/tool-version.js';
import { buildReport } from './report/build-report.js';
import type { BlockWords } from './report/describe-block.js';
import { createLookup } from './report/lookup.js';
import type { Report } from './report/report.js';
import type { ScannedDumps } from './scan-dumps.js';

/** The blocks that will be listed, so that just these are read again and verified. */
export type Listed = (analysis: Analysis) => Iterable<number>;

/** What was found in dumps; `seen` is what an index knew of it, null where none was asked. */
export interface Found {
  readonly analysis: Analysis;
  readonly verified: Verified;
  readonly seen: SeenTable | null;
}

/** Makes the report of what is at hand, without an index. */
export function makeReport(scanned: ScannedDumps, settings: Settings, listed: Listed): Report {
  return describeDumps(
    scanned,
    analyzeDumps(scanned, settings, { listed, once: false, fewFingerprints: false }),
  ).report;
}

/**
 * Finds what repeats in the dumps; `once`: they will not be analyzed again, and take less memory; `fewFingerprints`: and even less,
 * as the report will show little.
 */
export function analyzeDumps(
  { columns, lines, records, reading, hasher, meter }: ScannedDumps,
  settings: Settings,
  how: Pick<AnalysisTools, 'listed' | 'once' | 'fewFingerprints'>,
): Found {
  const { read, ahead } = reading.reread;
  const normalize = (text: string) => normalizeText(text, settings.rung);
  const tools: AnalysisTools = { read, ahead, hasher, meter, lowestRungOfCopy, normalize, ...how };
  return { ...analyze({ columns, lines, records, facts: reading.facts }, settings, tools), seen: null };
}

/** The report of what was found, and what it is worded with. */
export function describeDumps(
  { reading, hasher }: ScannedDumps,
  { analysis, verified, seen }: Found,
): { report: Report; words: BlockWords } {
  const hashHex = (bytes: Uint8Array) => {
    hasher.hash(bytes);
    return fingerprintHex(hasher.low, hasher.high);
  };
  const { read, ahead } = reading.reread;
  const lookup = createLookup(analysis, read);
  const words = { lookup, ahead, rung: verified.rung, lowestRung, hashHex };
  const report = buildReport(words, {
    version: toolVersion(),
    normalizer: normalizerVersion,
    leftOut: reading.leftOut.map(({ path, reason, ignored = false }) => ({ path, reason, ignored })),
    problems: reading.problems,
    seen,
  });
  return { report, words };
}
