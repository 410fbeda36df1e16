/** Ids of blocks for people, who copy them into `accept` and block lists. */
import type { Sequence } from '../sequence.js';
import { take } from './text-words.js';

/** More than these are for the JSON. */
const MOST_IDS = 4;

/** `block 311b…`, `blocks 311b… 5e0a… and 2 more`; nothing where there is none. */
export function tellIds(ids: readonly string[] | Sequence<string>): string {
  if (ids.length === 0) return '';
  const more = ids.length > MOST_IDS ? ` and ${ids.length - MOST_IDS} more` : '';
  return `${ids.length === 1 ? 'block' : 'blocks'} ${[...take(ids, MOST_IDS)].join(' ')}${more}`;
}
