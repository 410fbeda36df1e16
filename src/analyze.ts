/**
 * The stages in order: lines → posts → matches → clusters, each a function from read-only data to new data.
 * Reading and scanning come before (read-dumps.ts drives scan-lines.ts), reporting after.
 */
import { clusterPosts } from './cluster/cluster-posts.js';
import { rankFindings } from './cluster/rank-findings.js';
import { type Refiner, refineFingerprints } from './fingerprint/refine-fingerprints.js';
import { groupParagraphs } from './match/group-paragraphs.js';
import { matchParagraphs } from './match/match-paragraphs.js';
import { separateCollisions, type Verified, type Verifier, verifyBlocks } from './match/verify-blocks.js';
import type { Analysis, Columns, DumpFacts, LineTable, Posts, RecordTable, Settings } from './model.js';
import { cutPosts, releaseCues } from './split/cut-posts.js';

/** What the pure stages cannot do themselves. */
export interface AnalysisTools extends Verifier, Refiner {
  /** The dumps are cut but this once: what only that needs is given back. */
  readonly once: boolean;
  /** The blocks that will be listed, by number: only what is listed is read again and verified. */
  readonly listed: (analysis: Analysis) => Iterable<number>;
}

/** Finds everything there is to report about scanned dumps. */
export function analyze(
  scanned: {
    columns: Columns;
    lines: LineTable;
    records: RecordTable;
    facts: readonly DumpFacts[];
  },
  settings: Settings,
  tools: AnalysisTools,
): { analysis: Analysis; verified: Verified } {
  const { columns, facts, records } = scanned;
  const posts = cutPosts(scanned, settings, tools.read);
  if (tools.once) releaseCues(scanned.lines);
  let lines = lowerRung(scanned.lines, posts, { columns, settings, tools });
  for (;;) {
    const matches = matchParagraphs({ columns, lines, posts }, settings);
    const clusters = clusterPosts({ columns, lines, records, posts, matches });
    const found = { columns, settings, facts, lines, records, posts, matches, clusters };
    const analysis: Analysis = { ...found, ranking: rankFindings(found) };
    const verified = verifyBlocks(analysis, tools.listed(analysis), tools);
    if (verified.collisions.length === 0) return { analysis, verified };
    // Equal fingerprints, different texts: told apart, and matched again.
    lines = separateCollisions({ columns, lines, posts }, verified.collisions);
  }
}

/** The scan fingerprints at the top rung; a lower one is asked for seldom, and refined from it. */
function lowerRung(
  lines: LineTable,
  posts: Posts,
  of: { columns: Columns; settings: Settings; tools: AnalysisTools },
): LineTable {
  if (of.settings.rung === 'homoglyphs') return lines;
  const groups = groupParagraphs(of.columns, lines, posts.paragraphs);
  const repeated = function* () {
    for (let paragraph = 0; paragraph < posts.paragraphs.rows; paragraph++) {
      if (groups.size.at(groups.of.at(paragraph)) > 1) yield paragraph;
    }
  };
  return refineFingerprints(lines, posts, {
    paragraphs: repeated(),
    refiner: of.tools,
    columns: of.columns,
  });
}
