/** Builds the {@link ClusterTable}: members come as they are found and are laid out cluster by cluster. */
import { GrowingColumn } from '../growing-column.js';
import type { ClusterTable } from '../model.js';

/** A post that joins a cluster. */
export interface NewMember {
  readonly post: number;
  readonly coverage: number;
  readonly originCoverage: number;
}

/** Takes members in order of time, of any cluster of `posts`; clusters are numbered in order of their first member. */
export function createClusterTable(posts: number): {
  add(origin: number, member: NewMember): void;
  finish(): ClusterTable;
} {
  /** 1 + the cluster round a post, 0 for none. */
  const clusterOf = new Uint32Array(posts);
  const origin = new GrowingColumn((length) => new Uint32Array(length));
  const cluster = new GrowingColumn((length) => new Uint32Array(length));
  const post = new GrowingColumn((length) => new Uint32Array(length));
  const coverage = new GrowingColumn((length) => new Float64Array(length));
  const originCoverage = new GrowingColumn((length) => new Float64Array(length));
  let rows = 0;
  let members = 0;
  return {
    add(of, member) {
      if (clusterOf[of] === 0) {
        origin.set(rows, of);
        rows += 1;
        clusterOf[of] = rows;
      }
      cluster.set(members, (clusterOf[of] ?? 0) - 1);
      post.set(members, member.post);
      coverage.set(members, member.coverage);
      originCoverage.set(members, member.originCoverage);
      members += 1;
    },
    finish() {
      const firstMember = countingStarts(cluster.values, members, rows);
      const filled = firstMember.slice();
      const table = {
        member: new Uint32Array(members),
        coverage: new Float64Array(members),
        originCoverage: new Float64Array(members),
      };
      for (let at = 0; at < members; at++) {
        const of = cluster.values[at] ?? 0;
        const to = filled[of] ?? 0;
        filled[of] = to + 1;
        table.member[to] = post.values[at] ?? 0;
        table.coverage[to] = coverage.values[at] ?? 0;
        table.originCoverage[to] = originCoverage.values[at] ?? 0;
      }
      return { rows, origin: origin.values, firstMember, ...table };
    },
  };
}

/** Where each bucket starts when `count` values below `buckets` are sorted; one more for the end. */
function countingStarts(values: Uint32Array, count: number, buckets: number): Uint32Array {
  const starts = new Uint32Array(buckets + 1);
  for (let at = 0; at < count; at++) {
    const next = (values[at] ?? 0) + 1;
    starts[next] = (starts[next] ?? 0) + 1;
  }
  for (let bucket = 0; bucket < buckets; bucket++) {
    starts[bucket + 1] = (starts[bucket + 1] ?? 0) + (starts[bucket] ?? 0);
  }
  return starts;
}
