/** A cluster's columns → its object: the origin, and each member with why it is there. */
import { type Relation, Skip } from '../model.js';
import { type BlockWords, fingerprintBytes } from './describe-block.js';
import type { Lookup } from './lookup.js';
import type { ClusterReport, Credit, MemberReport } from './report.js';
import { round } from './summarize.js';

/** Describes the cluster numbered `cluster`. */
export function describeCluster({ lookup, hashHex }: BlockWords, cluster: number): ClusterReport {
  const { clusters } = lookup.analysis;
  const origin = clusters.origin[cluster] ?? 0;
  const members: MemberReport[] = [];
  for (let at = clusters.firstMember[cluster] ?? 0; at < (clusters.firstMember[cluster + 1] ?? 0); at++) {
    members.push(describeMember(lookup, origin, at));
  }
  const date = lookup.dateOf(origin);
  return {
    id: hashHex(fingerprintBytes(comparedRows(lookup, origin), lookup.analysis.lines)),
    origin: { ...lookup.placeOf(origin), source: lookup.sourceOf(origin), date },
    originBy: date !== null && members.every((member) => member.date !== null) ? 'date' : 'order',
    members,
  };
}

function describeMember(lookup: Lookup, origin: number, at: number): MemberReport {
  const { clusters } = lookup.analysis;
  const post = clusters.member[at] ?? 0;
  const coverage = round(clusters.coverage[at] ?? 0);
  const originCoverage = round(clusters.originCoverage[at] ?? 0);
  const forwardedFrom = lookup.forwardedFrom(post);
  return {
    ...lookup.placeOf(post),
    source: lookup.sourceOf(post),
    date: lookup.dateOf(post),
    relation: relationOf(coverage, originCoverage),
    coverage,
    originCoverage,
    credited: forwardedFrom !== null,
    credit: creditOf(lookup, { origin, post, forwardedFrom }),
    forwardedFrom,
  };
}

/** Seen from the member: it contains the origin, or is contained in it. */
function relationOf(coverage: number, originCoverage: number): Relation {
  if (coverage === 1 && originCoverage === 1) return 'identical';
  if (originCoverage === 1) return 'contains';
  return coverage === 1 ? 'contained' : 'overlaps';
}

function creditOf(
  lookup: Lookup,
  of: { origin: number; post: number; forwardedFrom: string | null },
): Credit {
  if (lookup.sourceOf(of.origin) === lookup.sourceOf(of.post)) return 'own';
  return of.forwardedFrom === null ? 'uncredited' : 'credited';
}

/** The rows of what is compared in a post: its content, so that the same content gives the same id. */
function comparedRows({ analysis }: Lookup, post: number): number[] {
  const { table, paragraphs } = analysis.posts;
  const rows: number[] = [];
  for (let at = table.firstParagraph[post] ?? 0; at < (table.endParagraph[post] ?? 0); at++) {
    if (analysis.matches.skip[at] === Skip.none) rows.push(paragraphs.row[at] ?? 0);
  }
  return rows;
}
