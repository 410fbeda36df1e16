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
  const { from, modelEnd, copyEnd } = differingWords(model, copy);
  const first = model.subarray(from, modelEnd);
  const second = copy.subarray(from, copyEnd);
  const lowest = rungs.indexOf(atLeast);
  if (lowest <= rungs.indexOf('spacing') && sameAtSpacing(first, second)) {
    return atLeast === 'exact' && sameAtExact(model, copy, from) ? 'exact' : 'spacing';
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

/** What is decoded of most texts is at most where they begin to differ. */
function sameAtExact(model: Uint8Array, copy: Uint8Array, from: number): boolean {
  let at = from;
  while (at < model.length && model[at] === copy[at]) at += 1;
  if (isVisibleAscii(model[at]) && isVisibleAscii(copy[at])) return false;
  const beginnings = [model, copy].map((text) => beginningOf(text.subarray(from)));
  const [one = '', other = ''] = beginnings.map((text) => normalizeText(decoder.decode(text), 'exact'));
  return (one.startsWith(other) || other.startsWith(one)) && sameAt('exact', model, copy);
}

function isVisibleAscii(byte: number | undefined): boolean {
  return byte !== undefined && byte > 0x20 && byte < 0x7f;
}

/** Stretch by stretch, which mostly says it; else as a whole. */
function sameAtSpacing(model: Uint8Array, copy: Uint8Array): boolean {
  let found: boolean | null = true;
  const isSame: CompareStretch = (from, end, copyFrom, copyEnd) => {
    found = compareAtSpacing(model.subarray(from, end), copy.subarray(copyFrom, copyEnd));
    return found === true;
  };
  return everyStretch(model, copy, isSame) || (found === null && sameSpacingKeys(model, copy));
}

/** Whether stretches are the same; false where nothing that follows could make the texts so, null where that is not clear. */
function compareAtSpacing(model: Uint8Array, copy: Uint8Array): boolean | null {
  const first = beginningOf(model);
  const second = beginningOf(copy);
  const one = modelMaker()(first);
  const other = one === null ? null : copyMaker()(second);
  if (one !== null && other !== null) {
    if (!startsWith(one, other, Math.min(one.length, other.length))) return false;
    if (first === model && second === copy) return one.length === other.length || null;
  }
  return sameSpacingKeys(model, copy) || null;
}

function sameSpacingKeys(model: Uint8Array, copy: Uint8Array): boolean {
  const one = modelMaker()(model);
  const other = one === null ? null : copyMaker()(copy);
  if (one === null || other === null) return sameAt('spacing', model, copy);
  return one.length === other.length && startsWith(one, other, one.length);
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
  if (!isSame(0, model.length, 0, copy.length)) return 'different';
  return isPlain ? 'plain' : 'equal';
}

let kept = new Uint8Array(4096);

/** The first bytes of a key, until the next one is kept. */
function keep(key: Uint8Array, length: number): Uint8Array {
  if (kept.length < length) kept = new Uint8Array(2 * length);
  for (let at = 0; at < length; at++) kept[at] = key[at] ?? 0;
  return kept;
}

/** Whether the first bytes are equal; by hand, as most keys are those of a word. */
function startsWith(a: Uint8Array, b: Uint8Array, length: number): boolean {
  for (let at = 0; at < length; at++) if (a[at] !== b[at]) return false;
  return true;
}
