// Promises: the same paragraphs to a reader, other bytes: other quotes, dashes, case, emoji or invisible characters,
// as a copy gets them from another client or another editor.

import { oneOf } from './random.js';
import { utf8 } from './vocabulary.js';

/** @typedef {import('./random.js').Random} Random */
/** @typedef {(text: string) => string} Disguise */

/** @type {Disguise} */
const otherQuotes = (text) => text.replaceAll('“', '«').replaceAll('”', '»');
/** @type {Disguise} */
const otherDashes = (text) => text.replaceAll('–', '—');
/** @type {Disguise} */
const otherCase = (text) => text.toUpperCase();
/** @type {Disguise} */
const moreEmoji = (text) => `🔴 ${text}`;
/** @type {Disguise} */
const zeroWidth = (text) => text.replaceAll(/([.。])/g, '$1\u200b');

/** @type {readonly [Disguise, ...Disguise[]]} */
const disguises = [otherQuotes, otherDashes, otherCase, moreEmoji, zeroWidth];

/**
 * One disguise for the whole run, as one hand would give it; where it finds nothing to change, an invisible
 * character does.
 * @param {readonly Uint8Array[]} run
 * @param {Random} random
 * @returns {Uint8Array[]}
 */
export function disguiseRun(run, random) {
  const disguise = oneOf(random, disguises);
  return run.map((paragraph) => {
    const text = Buffer.from(paragraph).toString('utf8');
    const disguised = disguise(text);
    return utf8(disguised === text ? zeroWidth(text) : disguised);
  });
}
