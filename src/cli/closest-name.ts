/** Suggestions for names that were mistyped. */
import { closest, distance } from 'fastest-levenshtein';

/** The name that is a slip or two away from `name`; null where none is. */
export function closestName(name: string, names: readonly string[]): string | null {
  const wanted = name.toLowerCase();
  const lower = names.map((candidate) => candidate.toLowerCase());
  const near = closest(wanted, lower);
  if (distance(wanted, near) > slipsIn(name)) return null;
  return names[lower.indexOf(near)] ?? null;
}

/** Two letters that have changed places are two slips; in a name of three they would leave one letter. */
function slipsIn({ length }: string): number {
  return Math.max(Math.min(2, Math.floor(length / 2)), Math.floor(length * MOST_SLIPS));
}

/** Of the letters of a name. */
const MOST_SLIPS = 0.4;
