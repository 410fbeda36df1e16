/**
 * Posts that share enough with an earlier post gather round it. A post joins a cluster by what it shares with
 * the cluster's first post alone, so clusters cannot chain; one that has most of its text from nobody may have a cluster
 * round it, too, so that a short post cannot hide who copied the long ones that hold it. A paragraph that thousands of otherwise different
 * posts hold remembers only its earliest holders, so the work stays linear.
 */
import { allRows, orderRows } from '../columns/order-rows.js';
import { orderPosts, timePosts } from '../model/order-posts.js';
import type { ClusterTable, Column, WritableColumn } from '../model.js';
import { BlockOrigins } from './block-origins.js';
import { createClusterTable } from './cluster-table.js';
import { COMPARED, findRelative, isMostOf, type Relating, type Relative, relate } from './find-relative.js';
import { HeldBlocks, type Shared } from './held-blocks.js';
import { firstOfMessage } from './same-message.js';
import { SharedOrigins } from './shared-origins.js';
import { weighPosts } from './weigh-posts.js';
import { createWholes, type Wholes } from './whole-posts.js';

/** Clusters all posts that hold blocks; clusters are numbered in order of their first member. */
export function clusterPosts(shared: Shared): ClusterTable {
  const { columns, posts, matches } = shared;
  const { rows } = posts.table;
  const by: Relating = {
    shared,
    compare: orderPosts(posts.table),
    held: new HeldBlocks(shared),
    origins: new BlockOrigins(columns, matches.blocks.rows),
    sharedWith: new SharedOrigins(columns, rows),
    weights: weighPosts(shared),
  };
  const builder = createClusterTable(columns, rows);
  const firsts = firstOfMessage(shared);
  const inOrder = postsInOrder(shared);
  const gather = createGatherer(by, firsts, (post, relative) => {
    if (isNewPair(shared, post, relative.origin)) builder.add(post, relative);
  });
  for (let at = 0; at < rows; at++) gather.take(inOrder === null ? at : inOrder.at(at));
  for (const done of [by.held, by.origins, by.sharedWith, firsts, gather]) done.release();
  const clusters = builder.finish(inOrder);
  inOrder?.release();
  return { ...clusters, weights: by.weights };
}

/** Takes posts, the earliest first, and tells which of them has a relative among those before it. */
function createGatherer(
  by: Relating,
  firsts: Column,
  onRelative: (post: number, relative: Relative) => void,
): { take(post: number): void; release(): void } {
  const { held, origins, sharedWith, shared } = by;
  const { firstHeld } = shared.matches.blocks;
  const wholes = createWholes(shared);
  /** 1 + the origin that the first post of a message has, or is. */
  const originOf = shared.columns.uint32(firsts.length);
  return {
    take(post) {
      const first = firsts.at(post) - 1;
      if (firstHeld.at(post) === firstHeld.at(post + 1) && first < 0) return;
      held.read(post);
      origins.credit(sharedWith, held);
      let relative = findRelative(by, post, mayMiss(by) ? wholes.earlier(held) : null);
      if (relative === null && first >= 0 && first !== post) relative = relate(by, originOf.at(first) - 1);
      if (first === post) originOf.set(post, 1 + (relative?.origin ?? post));
      if (relative !== null) onRelative(post, relative);
      if (relative === null || !isMostOf(by, post, relative)) remember(by, wholes, post);
    },
    release() {
      for (const done of [originOf, wholes]) done.release();
    },
  };
}

/** Whether a post like the one held may be no candidate: no block had room to remember it, or there are too many others. */
function mayMiss({ held, origins, sharedWith }: Relating): boolean {
  return origins.fullCount === held.count || sharedWith.count > COMPARED;
}

/** A block with room remembers a post that holds it alone; where there are more blocks, they may remember too many. */
function remember({ held, origins }: Relating, wholes: Wholes, post: number): void {
  if (origins.fullCount === held.count || held.count > 1) wholes.remember(held, post);
  origins.remember(held, post);
}

/** Two posts of dumps to compare against are no news, even where a third has brought them together. */
function isNewPair({ posts }: Shared, post: number, origin: number): boolean {
  return Math.max(post, origin) >= posts.table.firstNew;
}

/** All posts, the earliest first; null where they are in that order already. */
function postsInOrder({ columns, posts }: Shared): WritableColumn | null {
  if (!posts.table.dated) return null;
  const rows = allRows(columns, posts.table.rows);
  const inOrder = orderRows(columns, rows, timePosts(posts.table));
  rows.release();
  return inOrder;
}
