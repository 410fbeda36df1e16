/** Shares of text: how much of a cluster's member its origin has, and how much of the origin the member. */
import type { ClusterTable } from '../../model.js';
import type { MemberReport } from '../findings.js';

/** How a member of a cluster relates to its origin, by what each has of the other. */
export function compareShares(
  { own, theirs, weights }: ClusterTable,
  member: number,
  origin: number,
): Pick<MemberReport, 'relation' | 'coverage' | 'originCoverage'> {
  const coverage = round(own.at(member) / Math.max(1, weights.at(member)));
  const originCoverage = round(theirs.at(member) / Math.max(1, weights.at(origin)));
  return { relation: relationOf(coverage, originCoverage), coverage, originCoverage };
}

/** Seen from the member: it contains the origin, or is contained in it. */
function relationOf(coverage: number, originCoverage: number): MemberReport['relation'] {
  if (coverage === 0 && originCoverage === 0) return 'same-message';
  if (coverage === 1 && originCoverage === 1) return 'identical';
  if (originCoverage === 1) return 'contains';
  return coverage === 1 ? 'contained' : 'overlaps';
}

/** Shares are given to six places: enough to tell, the same on every machine. */
export function round(share: number): number {
  return Math.round(share * 1e6) / 1e6;
}
