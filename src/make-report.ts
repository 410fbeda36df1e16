/** Scanned dumps → the report: analysis, what an index knows of it, and description, joined. */
import { type AnalysisTools, analyze } from './analyze.js';
import type { Verified } from './match/verify-blocks.js';
import type { Analysis, SeenTable, Settings } from './model.js';
import { lowestRung } from './normalize/lowest-rung.js';
import { normalizerVersion, normalizeText } from './normalize/normalize-text.js';
import { toolVersion } from './read/tool-version.js';
import { buildReport } from './report/build-report.js';
import { createLookup } from './report/lookup.js';
import type { Report } from './report/report.js';
import type { ScannedDumps } from './scan-dumps.js';

/** The blocks that will be listed, so that just these are read again and verified. */
export type Listed = (analysis: Analysis) => Iterable<number>;

/** Makes the report of what is at hand. */
export function makeReport(scanned: ScannedDumps, settings: Settings, listed: Listed): Report {
  return describe(scanned, { ...find(scanned, settings, listed), seen: null });
}

/** The same with what an index knows of it: `lookUp` asks the index. */
export async function makeReportAgainst(
  scanned: ScannedDumps,
  settings: Settings,
  of: { readonly listed: Listed; readonly lookUp: (analysis: Analysis) => Promise<SeenTable> },
): Promise<Report> {
  const found = find(scanned, settings, of.listed);
  return describe(scanned, { ...found, seen: await of.lookUp(found.analysis) });
}

interface Found {
  readonly analysis: Analysis;
  readonly verified: Verified;
}

function find({ lines, records, reading, hasher }: ScannedDumps, settings: Settings, listed: Listed): Found {
  const { read } = reading.reread;
  const normalize = (text: string) => normalizeText(text, settings.rung);
  const tools: AnalysisTools = { read, hasher, lowestRung, normalize, listed };
  return analyze({ lines, records, facts: reading.facts }, settings, tools);
}

function describe(
  { reading, hasher }: ScannedDumps,
  { analysis, verified, seen }: Found & { readonly seen: SeenTable | null },
): Report {
  const hashHex = (bytes: Uint8Array) => {
    const hash = hasher.stream();
    hash.update(bytes);
    return hash.hex();
  };
  return buildReport(
    { lookup: createLookup(analysis, reading.reread.read), rung: verified.rung, lowestRung, hashHex },
    {
      version: toolVersion(),
      normalizer: normalizerVersion,
      leftOut: reading.leftOut.map(({ path, reason }) => ({ path, reason })),
      problems: reading.problems,
      seen,
    },
  );
}
