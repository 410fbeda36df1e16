// Promises: an endless row of posts of one to eight paragraphs, of which three paragraphs in ten stand in an earlier
// post too, half of them byte by byte, half in disguise: whole posts, and runs of paragraphs inside new posts.

import { disguiseRun } from './disguise.js';
import { chance } from './random.js';
import { makeVocabulary, utf8 } from './vocabulary.js';
import { writeParagraph } from './write-paragraph.js';

/** @typedef {import('./random.js').Random} Random */
/** @typedef {import('./vocabulary.js').Vocabulary} Vocabulary */
/** @typedef {readonly Uint8Array[]} Post its paragraphs */

/** Earlier posts that may be repeated. Once full, a new one takes a random old one's place: repeats come from far. */
const remembered = 20_000;
const signature = utf8('🔔 Subscribe to the benchmark channel | @reposted_bench');

/**
 * @param {Random} random
 * @returns {Generator<Post, never>}
 */
export function* writePosts(random) {
  const vocabularies = makeVocabularies(random);
  /** @type {Post[]} */
  const earlier = [];
  for (;;) {
    const repeated = chance(random, 21) ? earlier[random(earlier.length)] : undefined;
    const post = repeated ? repeat(repeated, random) : writePost(vocabularies, earlier, random);
    if (!repeated) remember(post, earlier, random);
    yield [...post, ...tail(random)];
  }
}

/** @param {Random} random */
function makeVocabularies(random) {
  return {
    english: makeVocabulary('english', random),
    russian: makeVocabulary('russian', random),
    chinese: makeVocabulary('chinese', random),
  };
}

/**
 * @param {ReturnType<typeof makeVocabularies>} vocabularies
 * @param {readonly Post[]} earlier
 * @param {Random} random
 * @returns {Post}
 */
function writePost(vocabularies, earlier, random) {
  const share = random(100);
  const vocabulary =
    share < 65 ? vocabularies.english : share < 85 ? vocabularies.russian : vocabularies.chinese;
  const count = 1 + random(8);
  const source = chance(random, 25) ? earlier[random(earlier.length)] : undefined;
  const run = source ? repeat(takeRun(source, count, random), random) : [];
  const before = random(count - run.length + 1);
  const fresh = () => writeParagraph(vocabulary, share < 10, random);
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
 * @param {Random} random
 */
function repeat(run, random) {
  return chance(random, 50) ? run : disguiseRun(run, random);
}

/**
 * @param {Post} post
 * @param {Post[]} earlier
 * @param {Random} random
 */
function remember(post, earlier, random) {
  const place = earlier.length < remembered ? earlier.length : random(remembered);
  earlier[place] = post;
}

/** @param {Random} random a link under one post in ten, the channel's signature under one in five */
function tail(random) {
  const link = `https://www.example.org/news/${random(1e9)}?utm_source=bench&id=${random(1e6)}`;
  return [...(chance(random, 10) ? [utf8(link)] : []), ...(chance(random, 20) ? [signature] : [])];
}
