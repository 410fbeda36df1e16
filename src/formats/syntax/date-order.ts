/** What stands first in dates of figures, the day or the month: it is said nowhere, and seen from many dates. */

import { formatDate } from '../../dates/post-date.js';
import type { DateOrder, PostRecord, UnreadDates } from '../../model.js';

/** An order, and how it is known, in words for the report. */
export interface OrderFound {
  readonly order: DateOrder;
  readonly evidence: string;
}

/** Puts it into words; `how` it is known. */
export function foundOrder(order: DateOrder, how: string): OrderFound {
  return { order, evidence: `dates with the ${order} first (${how})` };
}

/** The order that dates can only be in where a part is beyond 12, by how many there are of each; null where they do not tell. */
export function orderBeyond12(dayFirst: number, monthFirst: number): OrderFound | null {
  if (dayFirst === monthFirst) return null;
  return foundOrder(dayFirst > monthFirst ? 'day' : 'month', 'seen from dates beyond the 12th');
}

/** Watches the dates of the posts of one dump. */
export interface DateWatch {
  /** A post that begins on `line`. */
  see(post: PostRecord, line: number): void;
  /** What stands first in those that were left open; null where none was, or where the dump does not tell. */
  order(): OrderFound | null;
  /** Those that were not read, those left open among them where there is no order. */
  unread(): UnreadDates;
}

const NONE: UnreadDates = { posts: 0, first: null };
/** UTF-16 units of a date that are told. */
const LONGEST_TOLD = 40;

/** Makes one. An order holds only where no date of the dump speaks against it. */
export function createDateWatch(): DateWatch {
  const firsts = { day: 0, month: 0 };
  let open = NONE;
  let unread = NONE;
  const order = (): OrderFound | null =>
    open.posts === 0 || (firsts.day > 0 && firsts.month > 0) ? null : orderBeyond12(firsts.day, firsts.month);
  return {
    see({ date, dateText }, line) {
      if (date?.first === 'unknown') open = withOne(open, line, dateText);
      else if (date?.first !== undefined) firsts[date.first] += 1;
      // 0 is how programs write that they know none, and the table too.
      else if (date?.seconds === 0) unread = withOne(unread, line, dateText ?? formatDate(date));
      else if (date === undefined && dateText !== undefined) unread = withOne(unread, line, dateText);
    },
    order,
    unread: () => (order() === null ? joined(unread, open) : unread),
  };
}

function withOne({ posts, first }: UnreadDates, line: number, text = ''): UnreadDates {
  return { posts: posts + 1, first: first ?? { line, text: text.slice(0, LONGEST_TOLD) } };
}

function joined(one: UnreadDates, other: UnreadDates): UnreadDates {
  const isFirst = other.first === null || (one.first !== null && one.first.line <= other.first.line);
  return { posts: one.posts + other.posts, first: isFirst ? one.first : other.first };
}
