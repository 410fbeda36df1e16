/** Gives the key of a text at a rung: equal keys mean "the same text, but for what the rung folds". */

import { type Rung, rungs } from '../model.js';
import { ladder } from './ladder.js';

/** Keys, and so fingerprints, of different normalizer versions cannot be compared. */
export const normalizerVersion = '2';

/** `normalizeText('Ёлка — «ДА»!', 'typography')` is `'елка да'`. */
export function normalizeText(text: string, rung: Rung): string {
  const top = rungs.indexOf(rung);
  const steps = ladder.filter((step) => rungs.indexOf(step.rung) <= top);
  return steps.reduce((folded, step) => step.apply(folded), text);
}
