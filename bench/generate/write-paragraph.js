// Promises: new paragraphs of a script, as bytes. Written for speed: words are copied byte by byte into one buffer,
// for they are short, and a call to copy each would cost more than the copying.

import { chance, oneOf } from './random.js';
import { utf8 } from './vocabulary.js';

/** @typedef {import('./random.js').Random} Random */
/** @typedef {import('./vocabulary.js').Vocabulary} Vocabulary */

const longest = 4096;
/** The last sentence may run over the longest length, by less than this. */
const scratch = new Uint8Array(longest + 2048);
const space = utf8(' ');
const dash = utf8('– ');
const openQuote = utf8('“');
const closeQuote = utf8('”');
/** @type {readonly [Uint8Array, ...Uint8Array[]]} */
const emoji = [utf8('🔥'), utf8('❗️'), utf8('🇷🇺'), utf8('💬'), utf8('👍🏽'), utf8('⚡️'), utf8('👨‍💻')];

/**
 * @param {Vocabulary} vocabulary
 * @param {{ mean: number, withEmoji: boolean }} kind
 * @param {Random} random
 * @returns {Uint8Array}
 */
export function writeParagraph(vocabulary, { mean, withEmoji }, random) {
  const target = drawLength(mean, random);
  let end = 0;
  if (withEmoji) end = put(space, put(oneOf(random, emoji), end));
  end = putSentence(vocabulary, random, end);
  while (end < target) {
    if (withEmoji && chance(random, 30)) end = put(oneOf(random, emoji), put(space, end));
    end = putSentence(vocabulary, random, put(vocabulary.space, end));
  }
  return scratch.slice(0, end);
}

/**
 * Many short paragraphs and a long tail; with what the last sentence runs over, the mean of 225 comes to about 289 bytes.
 * @param {number} mean
 * @param {Random} random
 */
function drawLength(mean, random) {
  return Math.min(longest, 20 - mean * Math.log(1 - random(1e6) / 1e6));
}

/**
 * @param {Vocabulary} vocabulary
 * @param {Random} random
 * @param {number} begin
 */
function putSentence(vocabulary, random, begin) {
  const length = 4 + random(10);
  const quoted = chance(random, 15) ? random(length) : -1;
  const dashed = chance(random, 15) ? random(length) : -1;
  let end = begin;
  for (let ordinal = 0; ordinal < length; ordinal += 1) {
    if (ordinal % 5 === 4) end = put(vocabulary.comma, end);
    if (ordinal > 0) end = put(vocabulary.space, end);
    if (ordinal === dashed) end = put(dash, end);
    if (ordinal === quoted) end = put(openQuote, end);
    end = putWord(vocabulary, drawWord(vocabulary, ordinal === 0, random), end);
    if (ordinal === quoted) end = put(closeQuote, end);
  }
  return put(vocabulary.stop, end);
}

/**
 * Squaring makes the first words the common ones, as in a language.
 * @param {Vocabulary} vocabulary
 * @param {boolean} capitalised
 * @param {Random} random
 */
function drawWord(vocabulary, capitalised, random) {
  const rank = random(1e6) / 1e6;
  return Math.floor(rank * rank * vocabulary.count) + (capitalised ? vocabulary.count : 0);
}

/**
 * @param {Vocabulary} vocabulary
 * @param {number} word
 * @param {number} begin
 */
function putWord(vocabulary, word, begin) {
  const last = vocabulary.starts[word + 1] ?? 0;
  let end = begin;
  for (let at = vocabulary.starts[word] ?? 0; at < last; at += 1) {
    scratch[end] = vocabulary.bytes[at] ?? 0;
    end += 1;
  }
  return end;
}

/**
 * @param {Uint8Array} bytes
 * @param {number} begin
 */
function put(bytes, begin) {
  for (let at = 0; at < bytes.length; at += 1) scratch[begin + at] = bytes[at] ?? 0;
  return begin + bytes.length;
}
