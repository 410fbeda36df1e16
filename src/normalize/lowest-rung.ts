/**
 * The lowest rung at which texts are equal, told by the words that differ: on the fast paths where they can say, and on the
 * ladder no higher than needed.
 */

import { type Rung, rungs } from '../model.js';
import type { PlaceInBoth } from './compare-words.js';
import { differingWords } from './differing-words.js';
import { normalizeText } from './normalize-text.js';
import { sameAtExact } from './same-at-exact.js';
import { differenceAtSpacing } from './same-at-spacing.js';
import { sameAtTop } from './same-at-top.js';

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** The lowest rung, `atLeast` or one above it, at which all texts are equal; null when they differ even at the top. */
export function lowestRung(texts: readonly string[], atLeast: Rung = 'exact'): Rung | null {
  const [model = new Uint8Array(0), ...copies] = [...new Set(texts)].map((text) => encoder.encode(text));
  let highest: Rung = atLeast;
  for (const copy of copies) {
    const rung = lowestRungOfCopy(model, copy, highest);
    if (rung === null) return null;
    highest = rung;
  }
  return highest;
}

/** The same of two texts in UTF-8; an invalid sequence counts as what a decoder shows for it. */
export function lowestRungOfCopy(model: Uint8Array, copy: Uint8Array, atLeast: Rung = 'exact'): Rung | null {
  if (atLeast !== 'exact' && atLeast !== 'spacing') return rungAbove(model, copy, { atLeast, from: BEGIN });
  const from = differenceAtSpacing(model, copy);
  if (from !== null) return rungAbove(model, copy, { atLeast: 'typography', from });
  return atLeast === 'exact' && sameAtExact(model, copy) ? 'exact' : 'spacing';
}

const BEGIN: PlaceInBoth = { at: 0, copyAt: 0 };

/** The lowest rung above `spacing` at which texts are equal that are so up to `from`. */
function rungAbove(
  model: Uint8Array,
  copy: Uint8Array,
  { atLeast, from }: { atLeast: Rung; from: PlaceInBoth },
): Rung | null {
  const top = sameAtTop(model, copy, from);
  if (top === 'plain') return atLeast;
  if (top === 'different') return null;
  const below = rungs.slice(rungs.indexOf(atLeast), rungs.indexOf('homoglyphs'));
  return below.find((rung) => sameAt(rung, model, copy)) ?? 'homoglyphs';
}

/** As the ladder has it. */
function sameAt(rung: Rung, model: Uint8Array, copy: Uint8Array): boolean {
  const { from, modelEnd, copyEnd } = differingWords(model, copy);
  const [one, other] = [model.subarray(from, modelEnd), copy.subarray(from, copyEnd)];
  return normalizeText(decoder.decode(one), rung) === normalizeText(decoder.decode(other), rung);
}
