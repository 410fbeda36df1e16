/** Which copies of an accepted block go beyond what is accepted. */
import type { Allowance, Counts } from './known-passages.js';

/** What a copy is, as bits. */
export const Copy = { unaccepted: 1, uncredited: 2 } as const;

/**
 * Gives {@link Copy} bits for each copy of the block `met`; `isUncredited` has one entry a copy, in order of time. A count
 * does not say which copies it has counted: those that came last are taken for the ones beyond it. Of copies without
 * credit, one more is one copy that nobody has accepted, whether it was added or lost its credit.
 */
export function bitsBeyond(isUncredited: readonly boolean[], met: Counts, allowed: Allowance): number[] {
  const bits = isUncredited.map(() => 0);
  const mark = (excess: number, bit: number, isMeant: (at: number) => boolean): number => {
    let marked = 0;
    for (let at = bits.length - 1; at >= 0 && marked < excess; at--) {
      if (!isMeant(at)) continue;
      bits[at] = (bits[at] ?? 0) | bit;
      marked += 1;
    }
    return marked;
  };
  const lacksCredit = (at: number) => isUncredited[at] === true;
  const isAccepted = (at: number) => ((bits[at] ?? 0) & Copy.unaccepted) === 0;
  mark(met.uncredited - allowed.uncredited, Copy.uncredited, lacksCredit);
  const without = mark(met.uncredited - allowed.uncreditedOfAll, Copy.unaccepted, lacksCredit);
  mark(met.occurrences - allowed.occurrences - without, Copy.unaccepted, isAccepted);
  return bits;
}
