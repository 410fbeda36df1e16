/** Blocks and clusters as JSON, in pieces: each may have more places or members than memory holds. */
import type { BlockReport, ClusterReport } from './report.js';
import { showWithList } from './show-json.js';

/** Shows a block; `before` are fields to stand before its own. */
export function showBlock({ occurrences, ...head }: BlockReport, before: object = {}): Iterable<string> {
  return showWithList({ ...before, ...head }, 'occurrences', occurrences);
}

/** Shows a cluster; `before` are fields to stand before its own. */
export function showCluster({ members, ...head }: ClusterReport, before: object = {}): Iterable<string> {
  return showWithList({ ...before, ...head }, 'members', members);
}
