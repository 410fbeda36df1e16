/** Says how much had to be folded before texts became equal. */

import { type Rung, rungs } from '../model.js';
import { ladder } from './ladder.js';

/** The lowest rung at which all texts are equal; null when they differ even at the top. */
export function lowestRung(texts: readonly string[]): Rung | null {
  let forms = new Set(texts);
  // Equal texts, by far the most, need no folding at all.
  if (forms.size <= 1) return 'exact';
  for (const rung of rungs) {
    for (const step of ladder) {
      if (step.rung === rung) forms = new Set([...forms].map(step.apply));
    }
    if (forms.size === 1) return rung;
  }
  return null;
}
