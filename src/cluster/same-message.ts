/**
 * Posts that are copies of one message, as their records say: the message itself, met in another dump, and posts that
 * declare to be forwarded from it. They are known as such even when their texts differ, or when they have none.
 */
import type { Column } from '../model.js';
import { orderPosts } from '../order-posts.js';
import type { Shared } from './held-blocks.js';

/** 1 + the post that was first of the same message, by post; 0 for posts whose message no other post is. */
export function firstOfMessage(shared: Shared): Uint32Array {
  const { posts, records } = shared;
  const firsts = new Uint32Array(posts.table.rows);
  if (records.rows === 0) return firsts;
  const compare = orderPosts(posts.table);
  const met = firstMet(posts.table.record, shared);
  // A post met first stands for its message: first for the earliest of its copies, then for what they look up.
  for (let post = 0; post < firsts.length; post++) {
    const model = (met[post] ?? 0) - 1;
    if (model < 0 || model === post) continue;
    const earliest = (firsts[model] ?? 0) === 0 ? model : (firsts[model] ?? 0) - 1;
    firsts[model] = 1 + (compare(post, earliest) < 0 ? post : earliest);
  }
  for (let post = 0; post < firsts.length; post++) {
    const model = (met[post] ?? 0) - 1;
    if (model >= 0 && model !== post) firsts[post] = firsts[model] ?? 0;
  }
  return firsts;
}

/** 1 + the post of the same identity that is met first in order of reading, by post; 0 where there is no identity. */
function firstMet(record: Column, { posts, records }: Shared): Uint32Array {
  const { identityLow, identityHigh } = records;
  const met = new Uint32Array(posts.table.rows);
  const mask = 2 ** Math.ceil(Math.log2(Math.max(16, met.length * 1.5))) - 1;
  const slots = new Uint32Array(mask + 1);
  for (let post = 0; post < met.length; post++) {
    const own = (record[post] ?? 0) - 1;
    const low = own < 0 ? 0 : (identityLow[own] ?? 0);
    const high = own < 0 ? 0 : (identityHigh[own] ?? 0);
    if (low === 0 && high === 0) continue;
    let slot = (low ^ high) & mask;
    for (;;) {
      const taken = slots[slot] ?? 0;
      const other = taken === 0 ? own : (record[taken - 1] ?? 0) - 1;
      if (taken === 0) slots[slot] = post + 1;
      if (identityLow[other] === low && identityHigh[other] === high) {
        met[post] = slots[slot] ?? 0;
        break;
      }
      slot = (slot + 1) & mask;
    }
  }
  return met;
}
