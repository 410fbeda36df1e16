/** Builds the {@link ClusterTable}: members come as they are found and are laid out cluster by cluster. */

import { copyColumn } from '../columns/copy-column.js';
import { capCharacters } from '../model/cap-characters.js';
import type { ClusterTable, Column, Columns, WritableColumn } from '../model.js';
import type { Relative } from './find-relative.js';

/** Takes members in order of time; clusters are numbered in order of their first member. */
export interface ClusterTableBuilder {
  /** `post` joins the cluster round its relative, and is in no other. */
  add(post: number, relative: Relative): void;
  /** `inOrder` has the posts in the order in which they came, null: as they were read. */
  finish(inOrder: Column | null): Omit<ClusterTable, 'weights'>;
}

/** Makes a table of clusters of `posts`. */
export function createClusterTable(columns: Columns, posts: number): ClusterTableBuilder {
  const of = columns.uint32(posts);
  const round = columns.uint32(posts);
  const own = columns.near(posts);
  const theirs = columns.near(posts);
  const origin = columns.uint32(0);
  const size = columns.uint32(0);
  return {
    add(post, relative) {
      if (round.at(relative.origin) === 0) {
        origin.set(origin.length, relative.origin);
        size.set(size.length, 0);
        round.set(relative.origin, origin.length);
      }
      const cluster = round.at(relative.origin);
      of.set(post, cluster);
      size.set(cluster - 1, size.at(cluster - 1) + 1);
      own.set(post, capCharacters(relative.own));
      theirs.set(post, capCharacters(relative.theirs));
    },
    finish(inOrder) {
      const rows = origin.length;
      const firstMember = startsOf(size, columns.uint32(rows + 1));
      const filled = copyColumn(firstMember, size);
      const member = columns.uint32(firstMember.at(rows));
      for (let at = 0; at < (inOrder ?? of).length; at++) {
        const post = inOrder === null ? at : inOrder.at(at);
        const cluster = of.at(post) - 1;
        if (cluster < 0) continue;
        const to = filled.at(cluster);
        filled.set(cluster, to + 1);
        member.set(to, post);
      }
      filled.release();
      return { rows, origin, firstMember, member, own, theirs, of, round };
    },
  };
}

/** Where each cluster's members start, when there are so many; one more for the end. */
function startsOf(sizes: Column, starts: WritableColumn): WritableColumn {
  let start = 0;
  for (let cluster = 0; cluster < sizes.length; cluster++) {
    starts.set(cluster, start);
    start += sizes.at(cluster);
  }
  starts.set(sizes.length, start);
  return starts;
}
