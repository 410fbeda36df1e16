/** Scanned dumps → the report: analysis and description, joined. */
import { type AnalysisTools, analyze } from './analyze.js';
import type { Analysis, Settings } from './model.js';
import { lowestRung, lowestRungOfCopy } from './normalize/lowest-rung.js';
import { normalizerVersion, normalizeText } from './normalize/normalize-text.js';
import { toolVersion } from './read/tool-version.js';
import { buildReport } from './report/build-report.js';
import { createLookup } from './report/lookup.js';
import type { Report } from './report/report.js';
import type { ScannedDumps } from './scan-dumps.js';

/** `listed` names the blocks that will be listed, so that just these are read again and verified. */
export function makeReport(
  scanned: ScannedDumps,
  settings: Settings,
  listed: (analysis: Analysis) => Iterable<number>,
): Report {
  const { lines, records, reading, hasher } = scanned;
  const { read, ahead } = reading.reread;
  const normalize = (text: string) => normalizeText(text, settings.rung);
  const tools: AnalysisTools = { read, ahead, hasher, lowestRungOfCopy, normalize, listed };
  const { analysis, verified } = analyze({ lines, records, facts: reading.facts }, settings, tools);
  const hashHex = (bytes: Uint8Array) => {
    const hash = hasher.stream();
    hash.update(bytes);
    return hash.hex();
  };
  return buildReport(
    { lookup: createLookup(analysis, read), ahead, rung: verified.rung, lowestRung, hashHex },
    {
      version: toolVersion(),
      normalizer: normalizerVersion,
      leftOut: reading.leftOut.map(({ path, reason }) => ({ path, reason })),
      problems: reading.problems,
    },
  );
}
