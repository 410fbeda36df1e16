/** Warns of ids that were meant to accept or to block something and are those of nothing at hand. */
import type { UnmetId } from '../model.js';
import { tell } from './tell.js';

/** More of them are only counted. */
const MOST_TOLD = 3;

/** Tells each list in a line, unless `quiet`. */
export function tellUnmet(
  unmet: readonly UnmetId[],
  { quiet = false, blocklist = '' }: { readonly quiet?: boolean; readonly blocklist?: string },
): void {
  if (quiet) return;
  const lists = [
    { by: 'config', name: '"accept"' },
    { by: 'blocklist', name: blocklist },
  ] as const;
  for (const { by, name } of lists) {
    const ids = unmet.filter((one) => one.by === by).map(({ id }) => id);
    if (ids.length === 0) continue;
    const more = ids.length > MOST_TOLD ? ` and ${ids.length - MOST_TOLD} more` : '';
    tell(
      `${name}: no paragraph or block of these dumps has the id ${ids.slice(0, MOST_TOLD).join(', ')}${more}; expected ids as a check shows them behind "block"`,
    );
  }
}
