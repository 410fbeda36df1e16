/**
 * Posts that share enough with an earlier post gather round it. A post joins a cluster by what it shares with
 * the cluster's first post alone, so clusters cannot chain; a paragraph that thousands of otherwise different
 * posts hold remembers only its earliest holders, so the work stays linear.
 */
import { orderRows } from '../columns/order-rows.js';
import { type ClusterTable, type Column, Skip, type WritableColumn } from '../model.js';
import { timePosts } from '../order-posts.js';
import { createBlockOrigins } from './block-origins.js';
import { createClusterTable } from './cluster-table.js';
import { findRelative, relate } from './find-relative.js';
import { createHeldBlocks, type Shared } from './held-blocks.js';
import { firstOfMessage } from './same-message.js';
import { createSharedOrigins } from './shared-origins.js';
import { createWholes } from './whole-posts.js';

/** Clusters all posts that hold blocks; clusters are numbered in order of their first member. */
export function clusterPosts(shared: Shared): ClusterTable {
  const { columns, posts, matches } = shared;
  const weights = weighPosts(shared);
  const builder = createClusterTable(columns, posts.table.rows);
  const origins = createBlockOrigins(columns, matches.blocks.rows);
  const sharedWith = createSharedOrigins(columns, posts.table.rows);
  const wholes = createWholes(shared);
  const held = createHeldBlocks(shared);
  const firsts = firstOfMessage(shared);
  /** 1 + the origin that the first post of a message has, or is. */
  const originOf = columns.uint32(firsts.length);
  const inOrder = postsInOrder(shared, firsts);
  for (let at = 0; at < inOrder.length; at++) {
    const post = inOrder.at(at);
    held.read(post);
    origins.credit(sharedWith, held);
    const by = { post, held, origins, sharedWith, weights };
    const first = firsts.at(post) - 1;
    const isCopy = first >= 0 && first !== post;
    const relative =
      findRelative(shared, by, wholes.earlier(held)) ??
      (isCopy ? relate(shared, by, originOf.at(first) - 1) : null);
    if (first === post) originOf.set(post, 1 + (relative?.origin ?? post));
    if (relative !== null) {
      if (isNewPair(shared, post, relative.origin)) builder.add(relative.origin, { post, ...relative });
      continue;
    }
    wholes.remember(held, post);
    origins.remember(held, post);
  }
  for (const column of [weights, origins, sharedWith, held, firsts, originOf, inOrder]) column.release();
  return builder.finish();
}

/** Two posts of dumps to compare against are no news, even where a third has brought them together. */
function isNewPair({ posts }: Shared, post: number, origin: number): boolean {
  return Math.max(post, origin) >= posts.table.firstNew;
}

/** Characters of each post that can be compared: what coverage is a share of. */
function weighPosts({ columns, lines, posts, matches }: Shared): WritableColumn {
  const weights = columns.float64(posts.table.rows);
  const { row, post } = posts.paragraphs;
  for (let paragraph = 0; paragraph < posts.paragraphs.rows; paragraph++) {
    if (matches.skip.at(paragraph) !== Skip.none) continue;
    const owner = post.at(paragraph);
    weights.set(owner, weights.at(owner) + lines.characters.at(row.at(paragraph)));
  }
  return weights;
}

/** Posts that hold blocks or are copies of one message, the earliest first; undated dumps are in that order already. */
function postsInOrder({ columns, posts, matches }: Shared, firsts: Column): WritableColumn {
  const { firstHeld } = matches.blocks;
  const holders = columns.uint32(0, posts.table.rows);
  for (let post = 0; post < posts.table.rows; post++) {
    if (firstHeld.at(post) === firstHeld.at(post + 1) && firsts.at(post) === 0) continue;
    holders.set(holders.length, post);
  }
  if (!posts.table.dated) return holders;
  const inOrder = orderRows(columns, holders, timePosts(posts.table));
  holders.release();
  return inOrder;
}
