/**
 * The stages in order: lines → posts → matches → clusters, each a function from read-only data to new data.
 * Reading and scanning come before (read-dumps.ts drives scan-lines.ts), reporting after.
 */
import { clusterPosts } from './cluster/cluster-posts.js';
import { rankFindings } from './cluster/rank-findings.js';
import { type Refiner, refineFingerprints } from './fingerprint/refine-fingerprints.js';
import { areMadeFast, forgetFingerprints } from './match/forget-fingerprints.js';
import { groupParagraphs } from './match/group-paragraphs.js';
import { matchGroups } from './match/match-paragraphs.js';
import type { Places } from './match/passage.js';
import { separateCollisions, type Verified, type Verifier, verifyBlocks } from './match/verify-blocks.js';
import type {
  Analysis,
  Columns,
  LineMeter,
  LineTable,
  Posts,
  ReadBytes,
  Rung,
  Scanned,
  Settings,
} from './model.js';
import { cutPosts, releaseCues } from './split/cut-posts.js';

/** The rung at which lines are scanned. */
const TOP: Rung = 'homoglyphs';

/** What the stages before verifying cannot do themselves. */
export interface FindingTools extends Refiner {
  readonly read: ReadBytes;
  /** What fingerprinted the lines. */
  readonly meter: LineMeter;
  /** The dumps are cut but this once: what only that needs is given back. */
  readonly once: boolean;
  /** Few fingerprints are asked for once there are groups: they are made anew, and take no memory; so are weights. */
  readonly fewFingerprints: boolean;
}

/** What the pure stages cannot do themselves. */
export interface AnalysisTools extends FindingTools, Verifier {
  /** The blocks that will be listed, by number: only what is listed is read again and verified. */
  readonly listed: (analysis: Analysis) => Iterable<number>;
}

/** What is known of an analysis when its blocks are. */
export type Matched = Places & Pick<Analysis, 'columns' | 'settings'>;

/** What is known in the end. */
export interface Analyzed {
  readonly analysis: Analysis;
  readonly verified: Verified;
}

/** Finds everything there is to report about scanned dumps. */
export function analyze(scanned: Scanned, settings: Settings, tools: AnalysisTools): Analyzed {
  const finding = find(scanned, settings, tools);
  let found = finding.next();
  while (found.done !== true) {
    found = finding.next(verifyBlocks(found.value, tools.listed(found.value), tools));
  }
  return found.value;
}

/** Others, who take their time. */
export interface Verifiers {
  /** They may begin: blocks are known before posts are clustered. */
  begin(matched: Matched): void;
  /** Verifies what they began with, all of it. */
  verify(analysis: Analysis): Promise<Verified>;
}

/** The same, where others verify what was found. */
export async function analyzeWith(
  others: Verifiers,
  scanned: Scanned,
  settings: Settings,
  tools: FindingTools,
): Promise<Analyzed> {
  const finding = find(scanned, settings, { ...tools, onMatched: (matched) => others.begin(matched) });
  let found = finding.next();
  while (found.done !== true) found = finding.next(await others.verify(found.value));
  return found.value;
}

/** Yields what it found until that is verified. */
function* find(
  scanned: Scanned,
  settings: Settings,
  tools: FindingTools & { readonly onMatched?: (matched: Matched) => void },
): Generator<Analysis, Analyzed, Verified> {
  const { columns, facts, records } = scanned;
  const posts = cutPosts(scanned, settings, tools.read, { once: tools.once, messagesOnce: true });
  if (tools.once) releaseCues(scanned.lines);
  let lines = lowerRung(scanned.lines, posts, { columns, settings, tools });
  // At lower rungs a fingerprint is not what the line was scanned with; nor where a collision was told apart.
  let canForget = tools.fewFingerprints && settings.rung === TOP && areMadeFast(posts.table);
  for (;;) {
    const groups = groupParagraphs(columns, lines, posts.paragraphs, canForget);
    const matches = matchGroups({ columns, lines, posts }, groups, settings, canForget);
    if (canForget) lines = forgetFingerprints(lines, facts, tools);
    canForget = false;
    tools.onMatched?.({ columns, settings, lines, posts, matches });
    const clusters = clusterPosts({ columns, lines, records, posts, matches });
    const found = { columns, settings, facts, lines, records, posts, matches, clusters };
    const analysis: Analysis = { ...found, ranking: rankFindings(found) };
    const verified = yield analysis;
    if (verified.collisions.length === 0) return { analysis, verified };
    // Equal fingerprints, different texts: told apart, and matched again.
    lines = separateCollisions({ columns, lines, posts }, verified.collisions);
  }
}

/** The scan fingerprints at the top rung; a lower one is asked for seldom, and refined from it. */
function lowerRung(
  lines: LineTable,
  posts: Posts,
  of: { columns: Columns; settings: Settings; tools: FindingTools },
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
