/** Scanned dumps → the report: analysis, what an index knows of it, and description, joined. */
import { type AnalysisTools, analyze, analyzeWith, type Matched } from './analyze.js';
import { createBlockWords, createVerifier } from './create-block-tools.js';
import type { Verified } from './match/verify-blocks.js';
import type { Analysis, SeenTable, Settings } from './model.js';
import { normalizerVersion } from './normalize/normalize-text.js';
import { isUnwanted } from './read/left-out.js';
import { toolVersion } from './read/tool-version.js';
import { buildReport } from './report/describe/build-report.js';
import type { BlockWords } from './report/describe/describe-block.js';
import type { Report } from './report/report.js';
import type { ScannedDumps } from './scan-dumps.js';
import type { Crew } from './threads/crew.js';

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

/** What will be asked of an analysis: see {@link AnalysisTools}. */
export type HowToAnalyze = Pick<AnalysisTools, 'listed' | 'once' | 'fewFingerprints'>;

/** Finds what repeats in the dumps. */
export function analyzeDumps(scanned: ScannedDumps, settings: Settings, how: HowToAnalyze): Found {
  const { reading, hasher, meter } = scanned;
  const tools = { ...createVerifier(reading.reread, settings.rung), hasher, meter, ...how };
  return { ...analyze(scanned, settings, tools), seen: null };
}

/** The same, but a crew, where there is one, verifies all of it. */
export async function analyzeWithCrew(
  crew: Crew | null,
  scanned: ScannedDumps,
  settings: Settings,
  how: HowToAnalyze,
): Promise<Found> {
  if (crew === null) return analyzeDumps(scanned, settings, how);
  const { reading, hasher, meter } = scanned;
  const verifier = createVerifier(reading.reread, settings.rung);
  const others = {
    begin: (matched: Matched) => crew.begin(matched),
    verify: (analysis: Analysis) => crew.verify(analysis, verifier),
  };
  return {
    ...(await analyzeWith(others, scanned, settings, { ...verifier, hasher, meter, ...how })),
    seen: null,
  };
}

/** The report of what was found, and what it is worded with. */
export function describeDumps(
  { reading, hasher }: ScannedDumps,
  { analysis, verified, seen }: Found,
): { report: Report; words: BlockWords } {
  const words = createBlockWords(analysis, {
    texts: reading.reread,
    rung: verified.rung,
    seenBlocks: seen?.blocks ?? null,
    hasher,
  });
  const report = buildReport(words, {
    version: toolVersion(),
    normalizer: normalizerVersion,
    leftOut: reading.leftOut.map(({ path, reason, why, isTrouble }) => ({
      path,
      reason,
      why,
      ignored: isUnwanted({ why }),
      isTrouble,
    })),
    troubles: reading.troubles,
    problems: reading.problems,
    seen,
  });
  return { report, words };
}
