/** Builds the {@link ClusterTable}: members come as they are found and are laid out cluster by cluster. */
import { copyColumn } from '../columns/copy-column.js';
import type { ClusterTable, Column, Columns, WritableColumn } from '../model.js';

/** A post that joins a cluster. */
export interface NewMember {
  readonly post: number;
  readonly characters: number;
  readonly coverage: number;
  readonly originCoverage: number;
}

/** Takes members in order of time, of any cluster of `posts`; clusters are numbered in order of their first member. */
export function createClusterTable(
  columns: Columns,
  posts: number,
): {
  add(origin: number, member: NewMember): void;
  finish(): ClusterTable;
} {
  /** 1 + the cluster round a post, 0 for none. */
  const clusterOf = columns.uint32(posts);
  const origin = columns.uint32(0);
  const cluster = columns.uint32(0, posts);
  const post = columns.uint32(0, posts);
  const characters = columns.float64(0, posts);
  const coverage = columns.float64(0, posts);
  const originCoverage = columns.float64(0, posts);
  return {
    add(of, member) {
      if (clusterOf.at(of) === 0) {
        origin.set(origin.length, of);
        clusterOf.set(of, origin.length);
      }
      cluster.set(cluster.length, clusterOf.at(of) - 1);
      post.set(post.length, member.post);
      characters.set(characters.length, member.characters);
      coverage.set(coverage.length, member.coverage);
      originCoverage.set(originCoverage.length, member.originCoverage);
    },
    finish() {
      const rows = origin.length;
      const members = cluster.length;
      const firstMember = countingStarts(cluster, columns.uint32(rows + 1));
      const filled = copyColumn(firstMember, columns.uint32(rows + 1));
      const table = {
        member: columns.uint32(members),
        characters: columns.float64(members),
        coverage: columns.float64(members),
        originCoverage: columns.float64(members),
      };
      for (let at = 0; at < members; at++) {
        const of = cluster.at(at);
        const to = filled.at(of);
        filled.set(of, to + 1);
        table.member.set(to, post.at(at));
        table.characters.set(to, characters.at(at));
        table.coverage.set(to, coverage.at(at));
        table.originCoverage.set(to, originCoverage.at(at));
      }
      for (const done of [clusterOf, cluster, post, characters, coverage, originCoverage, filled])
        done.release();
      return { rows, origin, firstMember, ...table };
    },
  };
}

/** Where each bucket starts when `values` are sorted; one more for the end. */
function countingStarts(values: Column, starts: WritableColumn): WritableColumn {
  for (let at = 0; at < values.length; at++) starts.set(values.at(at) + 1, starts.at(values.at(at) + 1) + 1);
  for (let bucket = 1; bucket < starts.length; bucket++) {
    starts.set(bucket, starts.at(bucket) + starts.at(bucket - 1));
  }
  return starts;
}
