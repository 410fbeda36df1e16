/**
 * Posts that share enough with an earlier post gather round it. A post joins a cluster by what it shares with
 * the cluster's first post alone, so clusters cannot chain; a paragraph that thousands of otherwise different
 * posts hold remembers only its earliest holders, so the work stays linear.
 */
import { type ClusterTable, Skip } from '../model.js';
import { orderPosts } from '../order-posts.js';
import { createClusterTable } from './cluster-table.js';
import { findRelative, relate } from './find-relative.js';
import { createHeldBlocks, type Shared } from './held-blocks.js';
import { firstOfMessage } from './same-message.js';
import { createSharedOrigins, type SharedOrigins } from './shared-origins.js';
import { createWholes } from './whole-posts.js';

/** How many earlier posts a block remembers as possible origins. */
const REMEMBERED = 4;

/** Clusters all posts that hold blocks; clusters are numbered in order of their first member. */
export function clusterPosts(shared: Shared): ClusterTable {
  const weights = weighPosts(shared);
  const builder = createClusterTable(shared.posts.table.rows);
  const origins = new Uint32Array(shared.matches.blocks.rows * REMEMBERED);
  const sharedWith = createSharedOrigins(shared.posts.table.rows);
  const wholes = createWholes(shared);
  const held = createHeldBlocks(shared);
  const firsts = firstOfMessage(shared);
  /** 1 + the origin that the first post of a message has, or is. */
  const originOf = new Uint32Array(firsts.length);
  for (const post of postsInOrder(shared, firsts)) {
    held.read(post);
    sharedWith.clear();
    for (let at = 0; at < held.count; at++) {
      addOrigins(sharedWith, origins, held.block[at] ?? 0, held.characters[at] ?? 0);
    }
    const twin = wholes.earlier(held);
    if (twin !== null && !sharedWith.has(twin)) sharedWith.add(twin, weights[post] ?? 0);
    const first = (firsts[post] ?? 0) - 1;
    const relative =
      findRelative(shared, post, { held, sharedWith, weights }) ??
      (first < 0 || first === post
        ? null
        : relate(shared, { post, origin: (originOf[first] ?? 0) - 1, held, weights }));
    if (first === post) originOf[post] = 1 + (relative?.origin ?? post);
    if (relative !== null) {
      if (isNewPair(shared, post, relative.origin)) builder.add(relative.origin, { post, ...relative });
      continue;
    }
    wholes.remember(held, post);
    for (let at = 0; at < held.count; at++) remember(origins, held.block[at] ?? 0, post);
  }
  return builder.finish();
}

/** Two posts of dumps to compare against are no news, even where a third has brought them together. */
function isNewPair({ posts }: Shared, post: number, origin: number): boolean {
  return Math.max(post, origin) >= posts.table.firstNew;
}

/** Characters of each post that can be compared: what coverage is a share of. */
function weighPosts({ lines, posts, matches }: Shared): Float64Array {
  const weights = new Float64Array(posts.table.rows);
  const { row, post } = posts.paragraphs;
  for (let paragraph = 0; paragraph < posts.paragraphs.rows; paragraph++) {
    if (matches.skip[paragraph] !== Skip.none) continue;
    const owner = post[paragraph] ?? 0;
    weights[owner] = (weights[owner] ?? 0) + (lines.characters[row[paragraph] ?? 0] ?? 0);
  }
  return weights;
}

/** Posts that hold blocks or are copies of one message, the earliest first; undated dumps are in that order already. */
function postsInOrder({ posts, matches }: Shared, firsts: Uint32Array): Uint32Array {
  const holds = new Uint8Array(posts.table.rows);
  const { first } = matches.blocks;
  for (let at = 0; at < first.length; at++) holds[posts.paragraphs.post[first[at] ?? 0] ?? 0] = 1;
  const holders = new Uint32Array(posts.table.rows);
  let count = 0;
  let dated = false;
  for (let post = 0; post < posts.table.rows; post++) {
    if (holds[post] === 0 && firsts[post] === 0) continue;
    holders[count] = post;
    count += 1;
    dated ||= posts.table.seconds[post] !== 0;
  }
  const inOrder = holders.subarray(0, count);
  return dated ? inOrder.sort(orderPosts(posts.table)) : inOrder;
}

/** Credits the posts that `block` remembers with its characters. */
function addOrigins(
  sharedWith: SharedOrigins,
  origins: Uint32Array,
  block: number,
  characters: number,
): void {
  for (let at = block * REMEMBERED; at < (block + 1) * REMEMBERED; at++) {
    const origin = origins[at] ?? 0;
    if (origin === 0) return;
    sharedWith.add(origin - 1, characters);
  }
}

function remember(origins: Uint32Array, block: number, post: number): void {
  for (let at = block * REMEMBERED; at < (block + 1) * REMEMBERED; at++) {
    if (origins[at] === post + 1) return;
    if (origins[at] !== 0) continue;
    origins[at] = post + 1;
    return;
  }
}
