/**
 * The stages in order: lines → posts → matches → clusters, each a function from read-only data to new data.
 * Reading and scanning come before (read-dumps.ts drives scan-lines.ts), reporting after.
 */
import { clusterPosts } from './cluster/cluster-posts.js';
import { rankFindings } from './cluster/rank-findings.js';
import { type Refiner, refineFingerprints } from './fingerprint/refine-fingerprints.js';
import { forgetFingerprints } from './match/forget-fingerprints.js';
import { groupParagraphs } from './match/group-paragraphs.js';
import { matchGroups } from './match/match-paragraphs.js';
import { separateCollisions, type Verified, type Verifier, verifyBlocks } from './match/verify-blocks.js';
import type {
  Analysis,
  Columns,
  DumpFacts,
  LineMeter,
  LineTable,
  Posts,
  RecordTable,
  Rung,
  Settings,
} from './model.js';
import { cutPosts, releaseCues } from './split/cut-posts.js';

/** The rung at which lines are scanned. */
const TOP: Rung = 'homoglyphs';

/** What the pure stages cannot do themselves. */
export interface AnalysisTools extends Verifier, Refiner {
  /** The dumps are cut but this once: what only that needs is given back. */
  readonly once: boolean;
  /** Few fingerprints are asked for once there are groups: they are made anew, and take no memory. */
  readonly fewFingerprints: boolean;
  /** What fingerprinted the lines. */
  readonly meter: LineMeter;
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
    const groups = groupParagraphs(columns, lines, posts.paragraphs);
    // At lower rungs a fingerprint is not what the line was scanned with.
    if (tools.fewFingerprints && settings.rung === TOP) lines = forgetFingerprints(lines, facts, tools);
    const matches = matchGroups({ columns, lines, posts }, groups, settings);
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
  if (of.settings.rung === TOP) return lines;
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
