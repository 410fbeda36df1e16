// Promises: what the texts of a corpus are like: the usual mix, each script alone, and what is worst for one step or another.

/** @typedef {import('./vocabulary.js').Script} Script */

/**
 * @typedef {object} TextKind
 * @property {readonly (readonly [number, Script])[]} scripts the percent of posts up to which it is this script
 * @property {number} emoji percent of posts with emoji
 * @property {number} mean about the bytes of a paragraph beyond its first sentence
 * @property {readonly [number, number]} paragraphs of a post: fewest, most
 * @property {number} wholePosts percent of posts that repeat an earlier one
 * @property {number} runs percent of new posts that have a run of an earlier one
 * @property {number} disguised percent of repeats that are not byte-equal
 * @property {number} remembered earlier posts that may be repeated; once full, a new one takes the place of any: repeats come from far
 * @property {boolean} tails whether links and signatures stand under posts
 */

/** @type {TextKind} Three paragraphs in ten stand in an earlier post too, half of them in disguise. */
const mixed = {
  scripts: [
    [65, 'english'],
    [85, 'russian'],
    [100, 'chinese'],
  ],
  emoji: 10,
  mean: 225,
  paragraphs: [1, 8],
  wholePosts: 21,
  runs: 25,
  disguised: 50,
  remembered: 20_000,
  tails: true,
};

/** @param {Script} script @returns {TextKind} */
const only = (script) => ({ ...mixed, scripts: [[100, script]], emoji: 0 });

/** @type {TextKind} */
const plain = { ...mixed, disguised: 0, tails: false };

/** @type {Readonly<Record<string, TextKind>>} */
export const texts = {
  mixed,
  english: only('english'),
  russian: only('russian'),
  chinese: only('chinese'),
  hindi: only('hindi'),
  thai: only('thai'),
  arabic: only('arabic'),
  decomposed: only('decomposed'),
  /** A sentence a line. */
  short: { ...mixed, mean: 0 },
  /** After the first thousand posts, nothing new. */
  repeats: { ...mixed, wholePosts: 100, remembered: 1000 },
  /** Every line distinct. */
  distinct: { ...plain, wholePosts: 0, runs: 0, remembered: 0 },
  /** Every line equal: one paragraph, millions of times. */
  equal: { ...plain, mean: 0, paragraphs: [1, 1], wholePosts: 100, remembered: 1 },
  /** Posts of 100,000 paragraphs. */
  long: { ...plain, mean: 0, paragraphs: [100_000, 100_000], wholePosts: 40, runs: 0, remembered: 3 },
  /** Posts of one paragraph: ten million of them are not quite 1 GB. */
  single: { ...plain, mean: 0, paragraphs: [1, 1], remembered: 200_000 },
};

/** The texts of one script each. */
export const scriptTexts = ['english', 'russian', 'chinese', 'hindi', 'thai', 'arabic', 'decomposed'];

/** Those that are worst for one step or another. */
export const worstTexts = ['mixed', 'short', 'repeats', 'distinct', 'equal', 'long', 'single'];
