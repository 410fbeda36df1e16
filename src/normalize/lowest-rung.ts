/**
 * Says how much had to be folded before texts became equal. Only words that differ are folded, on the fast paths where
 * they can say, and on the ladder no higher than needed.
 */

import { type Rung, rungs } from '../model.js';
import { beginningOf, differingWords } from './differing-words.js';
import { createKeyMaker } from './key-maker.js';
import { normalizeText } from './normalize-text.js';
import { once } from './once.js';
import { createSpacingActions } from './spacing-actions.js';
import { createSpacingKeyMaker } from './spacing-key.js';

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const topMaker = once(createKeyMaker);
const actions = once(createSpacingActions);
const modelMaker = once(() => createSpacingKeyMaker(actions()));
const copyMaker = once(() => createSpacingKeyMaker(actions()));

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
  const words = differingWords(model, copy);
  const first = model.subarray(words.from, words.modelEnd);
  const second = copy.subarray(words.from, words.copyEnd);
  const lowest = rungs.indexOf(atLeast);
  if (lowest <= rungs.indexOf('spacing') && sameAtSpacing(first, second)) {
    return atLeast === 'exact' && sameAtExact(model, copy, words.from) ? 'exact' : 'spacing';
  }
  const top = topKeys(first, second);
  if (top === 'different') return null;
  for (const rung of rungs.slice(Math.max(lowest, rungs.indexOf('typography')))) {
    if (top === 'plain' || rung === 'homoglyphs' || sameAt(rung, first, second)) return rung;
  }
  return null;
}

/** As the ladder has it. */
function sameAt(rung: Rung, model: Uint8Array, copy: Uint8Array): boolean {
  return normalizeText(decoder.decode(model), rung) === normalizeText(decoder.decode(copy), rung);
}

/** What is decoded of most texts is just where they begin to differ. */
function sameAtExact(model: Uint8Array, copy: Uint8Array, from: number): boolean {
  const beginnings = [model, copy].map((text) => beginningOf(text.subarray(from)));
  const [one = '', other = ''] = beginnings.map((text) => normalizeText(decoder.decode(text), 'exact'));
  return (one.startsWith(other) || other.startsWith(one)) && sameAt('exact', model, copy);
}

/** Most texts that differ at the rung do so in the first words that differ at all. */
function sameAtSpacing(model: Uint8Array, copy: Uint8Array): boolean {
  return !beginOtherwise(model, copy) && sameSpacingKeys(model, copy);
}

/** Whether the keys of the first words say that those of the texts differ, however they go on. */
function beginOtherwise(model: Uint8Array, copy: Uint8Array): boolean {
  const one = modelMaker()(beginningOf(model));
  const other = one === null ? null : copyMaker()(beginningOf(copy));
  if (one === null || other === null) return false;
  const length = Math.min(one.length, other.length);
  return !isSame(one.subarray(0, length), other.subarray(0, length));
}

function sameSpacingKeys(model: Uint8Array, copy: Uint8Array): boolean {
  const one = modelMaker()(model);
  const other = one === null ? null : copyMaker()(copy);
  return one === null || other === null ? sameAt('spacing', model, copy) : isSame(one, other);
}

/** Whether the keys at the top are equal; `plain` when that is so already at the rung `typography`. */
function topKeys(model: Uint8Array, copy: Uint8Array): 'different' | 'equal' | 'plain' {
  const maker = topMaker();
  const modelLength = maker.make(model, 0, model.length);
  const key = keep(maker.key.subarray(0, modelLength));
  const isPlain = maker.plain;
  const length = maker.make(copy, 0, copy.length);
  if (!isSame(key, maker.key.subarray(0, length))) return 'different';
  return isPlain && maker.plain ? 'plain' : 'equal';
}

let kept = new Uint8Array(4096);

/** A copy, until the next one. */
function keep(key: Uint8Array): Uint8Array {
  if (kept.length < key.length) kept = new Uint8Array(2 * key.length);
  kept.set(key);
  return kept.subarray(0, key.length);
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && Buffer.compare(a, b) === 0;
}
