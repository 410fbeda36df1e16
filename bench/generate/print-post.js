// Promises: a post as lines of a dump of some shape. `flat`: line after line, nothing between posts. `blank`: a blank
// line after every post. `ruled`: a rule after every post. `page`: as an extractor leaves a channel's page, every post printed, then printed again
// from its second line on, with forward headers and placeholders here and there.

import { chance, oneOf } from './random.js';
import { utf8 } from './vocabulary.js';

/** @typedef {import('./random.js').Random} Random */
/** @typedef {import('./write-posts.js').Post} Post */
/** @typedef {'flat' | 'blank' | 'ruled' | 'page'} Shape */

const blank = utf8('');
const rule = utf8('----------');
const button = utf8('VIEW IN TELEGRAM');
const tooBig = [utf8('Media is too big'), button];
const pleaseOpen = [utf8('Please open Telegram to view this post'), button];
/** @type {readonly [Uint8Array, ...Uint8Array[]]} */
const headers = [
  utf8('Forwarded from North Harbour Gazette'),
  utf8('Forwarded from Вестник окраины'),
  utf8('Forwarded from 河边消息'),
];

/**
 * @param {Post} post
 * @param {string} shape
 * @param {Random} random
 * @returns {Post}
 */
export function printPost(post, shape, random) {
  if (shape === 'flat') return post;
  if (shape === 'blank') return [...post, blank];
  if (shape === 'ruled') return [...post, rule];
  const header = chance(random, 10) ? [oneOf(random, headers)] : [];
  const media = chance(random, 6) ? tooBig : [];
  const foot = chance(random, 6) ? pleaseOpen : [];
  return [...header, ...media, ...post, ...post.slice(1), ...foot];
}
