/** Says whether a mark may simply be written: UAX #15's quick check, with the character before at hand. */

import { combiningClass, composePair, isComposite, mayCompose } from './compatibility.js';

/** False when the mark would join or change places with `before`, or when only a full normalization can say. */
export function staysAfter(before: number, mark: number): boolean {
  const classBefore = combiningClass(before);
  if (!mayCompose(mark)) return classBefore <= combiningClass(mark) || combiningClass(mark) === 0;
  // A part of a composite, or the letter under the mark before, could take the mark.
  return classBefore === 0 && !isComposite(before) && composePair(before, mark) === undefined;
}
