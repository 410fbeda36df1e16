/** Which groups make blocks. */
import { Skip, type WritableColumn } from '../model.js';
import type { Compared } from './compared.js';

/** Groups that make blocks, and paragraphs that repeat but make none. */
export interface Counting {
  /** By group, {@link COUNTS} for each that makes blocks. */
  readonly groups: WritableColumn;
  /** Paragraphs that stood before within their post, and in no other. */
  readonly repeatedWithin: number;
}

/** Compared, in two posts or more, and not only in dumps to compare against. */
const COUNTS = 1;
/** Compared, and more than once in the one post that it is in. */
const WITHIN = 2;

/** Finds out of each group what it is. */
export function findCounting(of: Compared): Counting {
  const marks = markGroups(of);
  let repeatedWithin = 0;
  for (let group = 0; group < marks.length; group++) {
    if (marks.at(group) !== WITHIN) continue;
    repeatedWithin += of.groups.size.at(group) - 1;
    marks.set(group, 0);
  }
  return { groups: marks, repeatedWithin };
}

function markGroups({ columns, posts: { table }, groups, skip }: Compared): WritableColumn {
  const marks = columns.uint8(groups.count);
  let met = 0;
  let from = 0;
  for (let post = 0; post < table.rows; post++) {
    const end = table.firstParagraph.at(post + 1);
    /** Groups are numbered as they are met: those up to this one stand in an earlier post. */
    const metBefore = met;
    for (let paragraph = from; paragraph < end; paragraph++) {
      const group = groups.of.at(paragraph);
      const isFirst = group > met;
      if (isFirst) met = group;
      if (isFirst || group === 0 || post < table.firstNew || skip.at(paragraph) !== Skip.none) continue;
      if (group <= metBefore) marks.set(group, COUNTS);
      else if (marks.at(group) === 0) marks.set(group, WITHIN);
    }
    from = end;
  }
  return marks;
}
