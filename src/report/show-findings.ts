/** Blocks, clusters and the verdict as JSON, in pieces: each may have more places, members or violations than memory holds. */
import type { BlockReport, CheckReport, ClusterReport } from './report.js';
import { showWithList } from './show-json.js';

/** Shows a block; `before` are fields to stand before its own. */
export function showBlock({ occurrences, ...head }: BlockReport, before: object = {}): Iterable<string> {
  return showWithList({ ...before, ...head }, 'occurrences', occurrences);
}

/** Shows a cluster; `before` are fields to stand before its own. */
export function showCluster({ members, ...head }: ClusterReport, before: object = {}): Iterable<string> {
  return showWithList({ ...before, ...head }, 'members', members);
}

/** Shows the verdict; `before` are fields to stand before its own. */
export function showCheck({ violations, ...head }: CheckReport, before: object = {}): Iterable<string> {
  return showWithList({ ...before, ...head }, 'violations', violations);
}
