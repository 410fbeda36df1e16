/** Says how much had to be folded before texts became equal. */

import { type Rung, rungs } from '../model.js';
import { normalizeText } from './normalize-text.js';

/** The lowest rung at which all texts are equal; null when they differ even at the top. */
export function lowestRung(texts: readonly string[]): Rung | null {
  const [first] = texts;
  // Equal texts, by far the most, need no folding at all.
  if (first === undefined || texts.every((text) => text === first)) return 'exact';
  const distinct = [...new Set(texts)];
  const equalAt = (rung: Rung) => new Set(distinct.map((text) => normalizeText(text, rung))).size === 1;
  return rungs.find(equalAt) ?? null;
}
