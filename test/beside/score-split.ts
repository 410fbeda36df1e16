// Promises: how well a cut agrees with the truth: precision, recall and F1 of the lines where posts start, and the
// shares of extents, echoes and forward headers found exactly. Where there was nothing to find, the share is 1.

import type { TruthRow } from '../rough-scrape.js';
import type { SplitRow } from './run-reposted.js';

export interface SplitScore {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly extents: number;
  readonly echoes: number;
  readonly forwards: number;
}

export function scoreSplit(
  truth: readonly TruthRow[],
  rows: readonly Pick<SplitRow, 'lines' | 'echo' | 'forwardedFrom'>[],
): SplitScore {
  const rowAt = new Map(rows.map((row) => [row.lines[0], row]));
  const hits = truth.filter((post) => rowAt.has(post.l0)).length;
  const precision = hits / Math.max(1, rowAt.size);
  const recall = hits / Math.max(1, truth.length);
  const echoed = truth.filter((post) => post.echo !== null);
  const forwarded = truth.filter((post) => post.fwd_from !== null);
  return {
    precision,
    recall,
    f1: (2 * precision * recall) / Math.max(Number.EPSILON, precision + recall),
    extents: share(truth, (post) => rowAt.get(post.l0)?.lines[1] === post.l1),
    echoes: share(echoed, (post) => String(rowAt.get(post.l0)?.echo) === String(post.echo)),
    forwards: share(forwarded, (post) => rowAt.get(post.l0)?.forwardedFrom === post.fwd_from),
  };
}

function share(posts: readonly TruthRow[], isFound: (post: TruthRow) => boolean): number {
  return posts.length === 0 ? 1 : posts.filter(isFound).length / posts.length;
}
