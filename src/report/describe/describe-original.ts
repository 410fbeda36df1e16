/** What a record says of the post that was forwarded, with null for what it does not say. */

import { formatDate } from '../../dates/post-date.js';
import type { ForwardedFrom } from '../../model.js';
import type { OriginalReport } from '../report.js';

/** Describes the original of a forward. */
export function describeOriginal(forward: ForwardedFrom): OriginalReport {
  const { id = null, handle = null, message = null, date, author = null, link = null } = forward;
  return { id, handle, message, date: date === undefined ? null : formatDate(date), author, link };
}

/** The same; null where the record says no more than a name, or is none. */
export function originalOf(forward: ForwardedFrom | undefined): OriginalReport | null {
  if (forward === undefined) return null;
  const original = describeOriginal(forward);
  return Object.values(original).every((value) => value === null) ? null : original;
}
