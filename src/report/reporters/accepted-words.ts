/** What is accepted to repeat, in words of all formats that people read. */
import type { AcceptedPassage } from '../../model.js';
import { count } from './text-words.js';

/** Passages that are accepted in one way. */
export interface AcceptedList {
  readonly heading: string;
  readonly passages: readonly AcceptedPassage[];
}

/** What the configuration accepts, then what the baseline does; a list of nothing is left out. */
export function acceptedLists(accepted: readonly AcceptedPassage[]): AcceptedList[] {
  const lists = [
    { by: 'config', title: 'Accepted by the configuration, for a reason' },
    { by: 'baseline', title: 'Accepted by the baseline' },
  ] as const;
  return lists.flatMap(({ by, title }) => {
    const passages = accepted.filter((passage) => passage.by === by);
    return passages.length === 0 ? [] : [{ heading: `${title}: ${passages.length}`, passages }];
  });
}

/** How many there are, and how many of them are stale. */
export function tellAccepted(accepted: readonly AcceptedPassage[]): string {
  const stale = accepted.filter(isStale).length;
  return `${count(accepted.length, 'accepted passage')}, ${stale} found less often than accepted, or no longer`;
}

/** Whether more is accepted than there is. */
export function isStale({ accepted, found }: AcceptedPassage): boolean {
  return accepted === null ? found === 0 : found < accepted;
}

/** How often it is found, of how often it is accepted. */
export function stateOf({ accepted, found }: AcceptedPassage): string {
  const bound = accepted === null ? '' : ` of ${accepted}`;
  return found === 0 ? `repeats no longer${bound === '' ? '' : ` (${accepted})`}` : `found ${found}${bound}`;
}
