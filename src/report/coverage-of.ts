/** How much of a cluster's member its origin has, and how much of the origin the member. */
import type { ClusterTable } from '../model.js';

/** The share of the member's characters that the origin has too, 0 to 1. */
export function coverageOf({ own, weights }: ClusterTable, member: number): number {
  return own.at(member) / Math.max(1, weights.at(member));
}

/** The share of the origin's characters that the member has too, 0 to 1. */
export function originCoverageOf({ theirs, weights }: ClusterTable, member: number, origin: number): number {
  return theirs.at(member) / Math.max(1, weights.at(origin));
}
