/** Which groups belong together: those that follow each other at every occurrence of both. */
import { type Column, Skip, type WritableColumn } from '../model.js';
import type { Compared } from './compared.js';

/** For each group that counts 1 + the group that follows it at every occurrence of both; 0 where there is none. */
export function linkGroups(of: Compared, counting: Column): WritableColumn {
  const { columns, groups, skip } = of;
  const { firstParagraph, rows } = of.posts.table;
  const next = columns.uint32(groups.count);
  /** By group, 1 where paragraphs that cannot count stand between its first and what follows that. */
  const parted = columns.uint8(groups.count);
  let from = 0;
  let met = 0;
  for (let post = 0; post < rows; post++) {
    const end = firstParagraph.at(post + 1);
    let last = 0;
    let lastParagraph = 0;
    let isFirst = false;
    let isParted = false;
    for (let paragraph = from; paragraph < end; paragraph++) {
      const group = groups.of.at(paragraph);
      if (counting.at(group) === 0) {
        if (group > met) met = group;
        const code = skip.at(paragraph);
        if (code === Skip.none) {
          if (last !== 0) next.set(last, 0);
          last = 0;
        } else if (code !== Skip.empty) isParted = true;
        continue;
      }
      if (last !== 0) {
        if (isFirst) {
          // As many occurrences on both sides and one behind each of ours: the pairing is complete.
          if (groups.size.at(group) === groups.size.at(last)) {
            next.set(last, group + 1);
            if (isParted) parted.set(last, 1);
          }
        } else if (next.at(last) !== 0) {
          const alike =
            next.at(last) === group + 1 &&
            parted.at(last) === Number(isParted) &&
            (!isParted ||
              partedAlike(of, groups.first.at(last), { paragraph: lastParagraph, follower: paragraph }));
          if (!alike) next.set(last, 0);
        }
      }
      isFirst = group > met;
      if (isFirst) met = group;
      last = group;
      lastParagraph = paragraph;
      isParted = false;
    }
    if (last !== 0) next.set(last, 0);
    from = end;
  }
  parted.release();
  return next;
}

/** Whether the same passed-over paragraphs stand before `follower` as after `first`. */
function partedAlike(
  { groups, skip }: Compared,
  first: number,
  { paragraph, follower }: { paragraph: number; follower: number },
): boolean {
  let a = first + 1;
  let b = paragraph + 1;
  for (;;) {
    while (skip.at(a) === Skip.empty) a += 1;
    while (skip.at(b) === Skip.empty) b += 1;
    if (groups.of.at(a) === 0 || groups.of.at(a) !== groups.of.at(b)) return false;
    if (b === follower) return true;
    a += 1;
    b += 1;
  }
}
