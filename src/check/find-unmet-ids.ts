/** Finds the ids that a gate names and no paragraph or block of the dumps has: whoever copied them may have copied something else. */
import type { Analysis, UnmetId } from '../model.js';
import { createIdFinder } from './id-finder.js';
import type { Acceptance, Gate } from './policies.js';

/** In the order in which they are named. Paragraphs count wherever they stand, repeated or not. */
export function findUnmetIds(
  analysis: Analysis,
  { accept, blocklist }: { readonly accept: readonly Acceptance[] } & Pick<Gate, 'blocklist'>,
  idOf: (block: number) => string,
): UnmetId[] {
  const named: UnmetId[] = [
    ...accept.map(({ id }) => ({ id, by: 'config' as const })),
    ...(blocklist ?? []).flatMap(({ ids, key }) =>
      key === null ? ids.map((id) => ({ id, by: 'blocklist' as const })) : [],
    ),
  ];
  const unmet = new Set(named.map(({ id }) => id));
  forgetParagraphs(analysis, unmet);
  for (let block = 0; unmet.size > 0 && block < analysis.matches.blocks.rows; block++)
    unmet.delete(idOf(block));
  return named.filter(({ id }) => unmet.has(id));
}

/** Takes the ids of all paragraphs out of `unmet`. */
function forgetParagraphs({ lines, posts }: Analysis, unmet: Set<string>): void {
  const findId = createIdFinder(unmet);
  for (let at = 0; unmet.size > 0 && at < posts.paragraphs.rows; at++) {
    const row = posts.paragraphs.row.at(at);
    const id = findId(lines.low.at(row), lines.high.at(row));
    if (id !== null) unmet.delete(id);
  }
}
