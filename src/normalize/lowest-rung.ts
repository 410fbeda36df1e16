/**
 * Says how much had to be folded before texts became equal. Only words that differ are folded, on the fast paths where
 * they can say, and on the ladder no higher than needed.
 */

import { type Rung, rungs } from '../model.js';
import { beginningOf, differingWords } from './differing-words.js';
import { type CompareStretch, everyStretch } from './every-stretch.js';
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
  const lowest = rungs.indexOf(atLeast);
  if (lowest <= rungs.indexOf('spacing') && sameAtSpacing(model, copy)) {
    return atLeast === 'exact' && sameAtExact(model, copy) ? 'exact' : 'spacing';
  }
  const top = topKeys(model, copy);
  if (top === 'different') return null;
  for (const rung of rungs.slice(Math.max(lowest, rungs.indexOf('typography')))) {
    if (top === 'plain' || rung === 'homoglyphs' || sameWords(rung, model, copy)) return rung;
  }
  return null;
}

/** As the ladder has it. */
function sameAt(rung: Rung, model: Uint8Array, copy: Uint8Array): boolean {
  return normalizeText(decoder.decode(model), rung) === normalizeText(decoder.decode(copy), rung);
}

/** The same of the words from the first to the last that differ. */
function sameWords(rung: Rung, model: Uint8Array, copy: Uint8Array): boolean {
  const words = differingWords(model, copy);
  return sameAt(rung, model.subarray(words.from, words.modelEnd), copy.subarray(words.from, words.copyEnd));
}

/** What is decoded of most texts is just where they begin to differ. */
function sameAtExact(model: Uint8Array, copy: Uint8Array): boolean {
  const { from } = differingWords(model, copy);
  const beginnings = [model, copy].map((text) => beginningOf(text.subarray(from)));
  const [one = '', other = ''] = beginnings.map((text) => normalizeText(decoder.decode(text), 'exact'));
  return (one.startsWith(other) || other.startsWith(one)) && sameAt('exact', model, copy);
}

/** Word by word where that shows it; else by all of them, unless the first words show that they differ. */
function sameAtSpacing(model: Uint8Array, copy: Uint8Array): boolean {
  const isSame: CompareStretch = (from, end, copyFrom, copyEnd) =>
    sameSpacingKeys(model.subarray(from, end), copy.subarray(copyFrom, copyEnd));
  if (everyStretch(model, copy, isSame)) return true;
  const { from, modelEnd, copyEnd } = differingWords(model, copy);
  const first = model.subarray(from, modelEnd);
  const second = copy.subarray(from, copyEnd);
  return !beginOtherwise(first, second) && sameSpacingKeys(first, second);
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
  let isPlain = true;
  const isSame: CompareStretch = (from, end, copyFrom, copyEnd) => {
    const length = maker.make(model, from, end);
    const one = keep(maker.key, length);
    isPlain &&= maker.plain;
    const isLong = maker.make(copy, copyFrom, copyEnd) === length;
    isPlain &&= maker.plain;
    return isLong && startsWith(maker.key, one, length);
  };
  if (everyStretch(model, copy, isSame)) return isPlain ? 'plain' : 'equal';
  isPlain = true;
  const { from, modelEnd, copyEnd } = differingWords(model, copy);
  if (!isSame(from, modelEnd, from, copyEnd)) return 'different';
  return isPlain ? 'plain' : 'equal';
}

let kept = new Uint8Array(4096);

/** The first bytes of a key, until the next one is kept. */
function keep(key: Uint8Array, length: number): Uint8Array {
  if (kept.length < length) kept = new Uint8Array(2 * length);
  for (let at = 0; at < length; at++) kept[at] = key[at] ?? 0;
  return kept;
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && startsWith(a, b, b.length);
}

/** Whether the first bytes are equal; by hand, as most keys are those of a word. */
function startsWith(a: Uint8Array, b: Uint8Array, length: number): boolean {
  for (let at = 0; at < length; at++) if (a[at] !== b[at]) return false;
  return true;
}
