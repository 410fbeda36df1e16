// Promises: an endless row of posts of some kind of text. What repeats stands in an earlier post too, byte by byte or in
// disguise: whole posts, and runs of paragraphs inside new posts.

import { disguiseRun } from './disguise.js';
import { chance } from './random.js';
import { makeVocabulary, utf8 } from './vocabulary.js';
import { writeParagraph } from './write-paragraph.js';

/** @typedef {import('./random.js').Random} Random */
/** @typedef {import('./vocabulary.js').Vocabulary} Vocabulary */
/** @typedef {import('./texts.js').TextKind} TextKind */
/** @typedef {import('./vocabulary.js').Script} Script */
/** @typedef {readonly Uint8Array[]} Post its paragraphs */

const signature = utf8('🔔 Subscribe to the benchmark channel | @reposted_bench');

/** @typedef {{ kind: TextKind, vocabularies: ReadonlyMap<Script, Vocabulary>, earlier: Post[], random: Random }} Desk */

/**
 * @param {TextKind} kind
 * @param {Random} random
 * @returns {Generator<Post, never>}
 */
export function* writePosts(kind, random) {
  const vocabularies = new Map(kind.scripts.map(([, script]) => [script, makeVocabulary(script, random)]));
  /** @type {Desk} */
  const desk = { kind, vocabularies, earlier: [], random };
  for (;;) {
    const repeated = repeatsNow(desk) ? pickEarlier(desk) : undefined;
    const post = repeated ? repeat(repeated, desk) : writePost(desk);
    if (!repeated) remember(post, desk);
    yield kind.tails ? [...post, ...tail(random)] : post;
  }
}

/** Where all is to repeat, there must be something first. @param {Desk} desk */
function repeatsNow({ kind, earlier, random }) {
  const now = chance(random, kind.wholePosts);
  return now && (kind.wholePosts < 100 || earlier.length === kind.remembered);
}

/** @param {Desk} desk */
function pickEarlier({ earlier, random }) {
  return earlier.length === 0 ? undefined : earlier[random(earlier.length)];
}

/**
 * @param {Desk} desk
 * @returns {Post}
 */
function writePost(desk) {
  const { kind, vocabularies, random } = desk;
  const share = random(100);
  const script = kind.scripts.find(([percent]) => share < percent)?.[1] ?? 'english';
  const vocabulary = vocabularies.get(script);
  if (vocabulary === undefined) throw new Error(`Expected words for ${script}, found none`);
  const [fewest, most] = kind.paragraphs;
  const count = fewest + random(most - fewest + 1);
  const source = chance(random, kind.runs) ? pickEarlier(desk) : undefined;
  const run = source ? repeat(takeRun(source, count, random), desk) : [];
  const before = random(count - run.length + 1);
  const fresh = () => writeParagraph(vocabulary, { mean: kind.mean, withEmoji: share < kind.emoji }, random);
  const paragraphs = Array.from({ length: count - run.length }, fresh);
  return [...paragraphs.slice(0, before), ...run, ...paragraphs.slice(before)];
}

/**
 * @param {Post} post
 * @param {number} limit
 * @param {Random} random
 */
function takeRun(post, limit, random) {
  const length = 1 + random(Math.min(post.length, limit));
  const begin = random(post.length - length + 1);
  return post.slice(begin, begin + length);
}

/**
 * @param {readonly Uint8Array[]} run
 * @param {Desk} desk
 */
function repeat(run, { kind, random }) {
  return chance(random, 100 - kind.disguised) ? run : disguiseRun(run, random);
}

/**
 * @param {Post} post
 * @param {Desk} desk
 */
function remember(post, { kind, earlier, random }) {
  if (kind.remembered === 0) return;
  const place = earlier.length < kind.remembered ? earlier.length : random(kind.remembered);
  earlier[place] = post;
}

/** @param {Random} random a link under one post in ten, the channel's signature under one in five */
function tail(random) {
  const link = `https://www.example.org/news/${random(1e9)}?utm_source=bench&id=${random(1e6)}`;
  return [...(chance(random, 10) ? [utf8(link)] : []), ...(chance(random, 20) ? [signature] : [])];
}
