/** Which groups make blocks. */
import { Skip, type WritableColumn } from '../model.js';
import type { Compared } from './compared.js';

/** 1 for each group that makes blocks: compared, in two posts or more, and not only in dumps to compare against. */
export function findCounting({ columns, posts: { table }, groups, skip }: Compared): WritableColumn {
  const counting = columns.uint8(groups.count);
  let met = 0;
  let from = 0;
  for (let post = 0; post < table.rows; post++) {
    const end = table.firstParagraph.at(post + 1);
    /** Groups are numbered as they are met: those up to this one stand in an earlier post. */
    const metBefore = met;
    for (let paragraph = from; paragraph < end; paragraph++) {
      const group = groups.of.at(paragraph);
      if (group > met) met = group;
      if (group === 0 || group > metBefore || post < table.firstNew) continue;
      if (skip.at(paragraph) === Skip.none) counting.set(group, 1);
    }
    from = end;
  }
  return counting;
}
