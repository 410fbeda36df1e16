/** A cluster's columns → its object: the origin, and each member with why it is there. */

import { fingerprintBytes } from '../../model/fingerprint-bytes.js';
import { type Analysis, type Column, type Credit, SeenBlock, Skip } from '../../model.js';
import type { ClusterReport, MemberReport } from '../report.js';
import { createSequence } from '../sequence.js';
import { createComparison, type Difference } from './compare-with-origin.js';
import { creditOfMember, sharedSeen } from './credit-of-member.js';
import type { BlockWords } from './describe-block.js';
import type { Lookup } from './lookup.js';
import { compareShares } from './shares.js';

/** Describes the cluster numbered `cluster`; its members are described while they are walked. */
export function describeCluster(words: BlockWords, cluster: number): ClusterReport {
  const { lookup } = words;
  const { clusters } = lookup.analysis;
  const origin = clusters.origin.at(cluster);
  const start = clusters.firstMember.at(cluster);
  const end = clusters.firstMember.at(cluster + 1);
  return {
    id: clusterId(words, origin),
    origin: lookup.placeOf(origin),
    originBy: lookup.dateOf(origin) === null ? 'order' : 'date',
    undated: countUndated(lookup.analysis, { origin, start, end }),
    members: createSequence(end - start, () => walkMembers(words, cluster)),
  };
}

function* walkMembers(words: BlockWords, cluster: number): Generator<MemberReport> {
  const { lookup } = words;
  const { clusters } = lookup.analysis;
  const origin = clusters.origin.at(cluster);
  const compare = createComparison(lookup.analysis, origin);
  const end = clusters.firstMember.at(cluster + 1);
  for (let at = clusters.firstMember.at(cluster); at < end; at++) {
    yield describeMember(words, { origin, at, difference: compare(clusters.member.at(at)) });
  }
}

/** How many posts of a cluster have no date. */
function countUndated(
  { posts, clusters }: Analysis,
  of: { origin: number; start: number; end: number },
): number {
  const { dated: anyDated, seconds } = posts.table;
  if (!anyDated) return 1 + of.end - of.start;
  let undated = seconds.at(of.origin) === 0 ? 1 : 0;
  for (let at = of.start; at < of.end; at++) undated += seconds.at(clusters.member.at(at)) === 0 ? 1 : 0;
  return undated;
}

function describeMember(
  { lookup, seenBlocks }: BlockWords,
  of: { origin: number; at: number; difference: Difference },
): MemberReport {
  const { clusters } = lookup.analysis;
  const post = clusters.member.at(of.at);
  const { relation, coverage, originCoverage } = compareShares(clusters, post, of.origin);
  const forwardedFrom = lookup.forwardedFrom(post);
  // Spelled out: spreading a place into it would take longer than all the rest, and there may be millions.
  return {
    dump: lookup.pathOf(post),
    post: lookup.numberOf(post),
    lines: lookup.linesOf(post),
    id: lookup.idOf(post),
    source: lookup.sourceOf(post),
    date: lookup.dateOf(post),
    relation,
    coverage,
    originCoverage,
    addedParagraphs: of.difference.added,
    leftOutParagraphs: of.difference.leftOut,
    credited: forwardedFrom !== null,
    credit: creditTold(lookup.analysis, seenBlocks, { post, origin: of.origin }),
    forwardedFrom,
  };
}

/**
 * What two posts have in common from an index alone is told as from there; here one stands to the other as if it were not. For
 * what is a signature there nobody owes credit.
 */
function creditTold(
  analysis: Analysis,
  seenBlocks: Column | null,
  of: { post: number; origin: number },
): Credit {
  const isOfIndex = seenBlocks !== null && sharedSeen(analysis, seenBlocks, of) === SeenBlock.known;
  return creditOfMember(analysis, isOfIndex ? null : seenBlocks, of);
}

/** The id of the cluster round `origin`: made of its content, or, where it has none, of which message it is. */
export function clusterId({ lookup, hashHex }: BlockWords, origin: number): string {
  const rows = comparedRows(lookup, origin);
  if (rows.length > 0) return hashHex(fingerprintBytes(rows, lookup.analysis.lines));
  const original = lookup.cardOf(origin)?.forward?.message ?? null;
  const message = [lookup.sourceOf(origin), lookup.idOf(origin), lookup.forwardedFrom(origin), original];
  return hashHex(new TextEncoder().encode(JSON.stringify(message)));
}

/** The rows of what is compared in a post: its content, so that the same content gives the same id. */
export function comparedRows({ analysis }: Lookup, post: number): number[] {
  const { table, paragraphs } = analysis.posts;
  const rows: number[] = [];
  for (let at = table.firstParagraph.at(post); at < table.firstParagraph.at(post + 1); at++) {
    if (analysis.matches.skip.at(at) === Skip.none) rows.push(paragraphs.row.at(at));
  }
  return rows;
}
