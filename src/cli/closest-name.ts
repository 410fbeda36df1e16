/** Suggestions for names that were mistyped. */

/** The name that `name` was probably meant to be; null where none is near. */
export function closestName(name: string, names: readonly string[]): string | null {
  const wanted = name.toLowerCase();
  const ranked = names
    .map((candidate) => ({ candidate, slips: countSlips(wanted, candidate.toLowerCase()) }))
    .sort((a, b) => a.slips - b.slips);
  const [best] = ranked;
  return best !== undefined && best.slips <= Math.max(1, Math.floor(name.length * MOST_SLIPS))
    ? best.candidate
    : null;
}

/** Of the letters of a name. */
const MOST_SLIPS = 0.4;

/** Letters to put in, take out or change (Levenshtein). */
function countSlips(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let row = 1; row <= a.length; row++) {
    const here = [row];
    for (let at = 1; at <= b.length; at++) {
      const change = (above[at - 1] ?? 0) + (a[row - 1] === b[at - 1] ? 0 : 1);
      here.push(Math.min(change, (above[at] ?? 0) + 1, (here[at - 1] ?? 0) + 1));
    }
    above = here;
  }
  return above[b.length] ?? 0;
}
