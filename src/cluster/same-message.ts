/**
 * Posts that are copies of one message, as their records say: the message itself, met in another dump, and posts that
 * declare to be forwarded from it. They are known as such even when their texts differ, or when they have none; a message met again
 * as it was is not told: it is one post.
 */

import { orderPosts } from '../model/order-posts.js';
import type { WritableColumn } from '../model.js';
import type { Shared } from './held-blocks.js';

/** 1 + the post that was first of the same message, by post; 0 for posts whose message no other post is. */
export function firstOfMessage(shared: Shared): WritableColumn {
  const { columns, posts, records } = shared;
  if (records.rows === 0) {
    const none = columns.uint32(0);
    none.reserve(posts.table.rows);
    return none;
  }
  const firsts = columns.uint32(posts.table.rows);
  const compare = orderPosts(posts.table);
  const met = firstMet(shared);
  // A post met first stands for its message: first for the earliest of its copies, then for what they look up.
  for (let post = 0; post < firsts.length; post++) {
    const model = met.at(post) - 1;
    if (model < 0 || model === post) continue;
    const earliest = firsts.at(model) === 0 ? model : firsts.at(model) - 1;
    firsts.set(model, 1 + (compare(post, earliest) < 0 ? post : earliest));
  }
  for (let post = 0; post < firsts.length; post++) {
    const model = met.at(post) - 1;
    if (model >= 0 && model !== post) firsts.set(post, firsts.at(model));
  }
  met.release();
  return firsts;
}

/** 1 + the post of the same identity that is met first in order of reading, by post; 0 where there is no identity. */
function firstMet({ columns, posts, records }: Shared): WritableColumn {
  const { record, isMetAgain } = posts.table;
  const { identityLow, identityHigh } = records;
  const met = columns.uint32(posts.table.rows);
  const mask = 2 ** Math.ceil(Math.log2(Math.max(16, met.length * 1.5))) - 1;
  const slots = columns.uint32(mask + 1);
  for (let post = 0; post < met.length; post++) {
    const own = record.at(post) - 1;
    const low = own < 0 ? 0 : identityLow.at(own);
    const high = own < 0 ? 0 : identityHigh.at(own);
    if ((low === 0 && high === 0) || isMetAgain.at(post) === 1) continue;
    let slot = (low ^ high) & mask;
    for (;;) {
      const taken = slots.at(slot);
      const other = taken === 0 ? own : record.at(taken - 1) - 1;
      if (taken === 0) slots.set(slot, post + 1);
      if (identityLow.at(other) === low && identityHigh.at(other) === high) {
        met.set(post, slots.at(slot));
        break;
      }
      slot = (slot + 1) & mask;
    }
  }
  slots.release();
  return met;
}
