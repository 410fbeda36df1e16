/** Compares texts at the rung `spacing`: character by character, and word by word where only the ladder knows. */

import { compareWords, type PlaceInBoth, type WordFolder } from './compare-words.js';
import { normalizeText } from './normalize-text.js';
import { once } from './once.js';
import { SpacingWalk } from './spacing-walk.js';

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const spacingWalk = once(() => new SpacingWalk());

/** Folds as the ladder has it. */
class SpacingFolder implements WordFolder {
  key: Uint8Array = new Uint8Array(0);

  make(bytes: Uint8Array, from: number, end: number): number {
    this.key = encoder.encode(normalizeText(decoder.decode(bytes.subarray(from, end)), 'spacing'));
    return this.key.length;
  }
}

const folder = new SpacingFolder();

/**
 * Null where the keys of two texts in UTF-8 are equal at the rung `spacing`; else where a word begins up to which they are,
 * and behind which they are not.
 */
export function differenceAtSpacing(model: Uint8Array, copy: Uint8Array): PlaceInBoth | null {
  const walk = spacingWalk();
  let from: PlaceInBoth = { at: 0, copyAt: 0 };
  for (;;) {
    const verdict = walk.compare(model, copy, from);
    if (verdict === 'same') return null;
    if (verdict === 'different') return walk.word;
    const behind = compareWords(model, copy, { folder, from: walk.word, until: walk.unclear });
    if (behind === null) return walk.word;
    from = behind;
  }
}
