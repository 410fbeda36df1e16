// Promises: words of a made-up language in a real script, as UTF-8 ready to be copied. The words are put together
// from syllables, so no text is anybody's. Word n stands again, capitalised, at n + count.

/** @typedef {import('./random.js').Random} Random */

/**
 * @typedef {object} Vocabulary
 * @property {number} count how many words there are
 * @property {Uint8Array} bytes all words, one after the other
 * @property {Uint32Array} starts where each begins; one more than words, so the next start is a word's end
 * @property {Uint8Array} stop what ends a sentence
 * @property {Uint8Array} comma
 * @property {Uint8Array} space what stands between words: nothing, in Chinese
 */

/** @typedef {'english' | 'russian' | 'chinese' | 'hindi' | 'thai' | 'arabic' | 'decomposed'} Script `decomposed` is Russian whose й and ё are two characters each */

const wordCount = 8192;

/** What syllables begin with, and what they go on with. */
const russian = /** @type {const} */ ([
  'б в вр г д ж з к кр л м н п пр р с ст т ч',
  'а е и о у ы я ё ан ен ов ой ий ать ость ть',
]);
/** @type {Readonly<Record<Exclude<Script, 'chinese'>, readonly [string, string]>>} */
const syllablesOf = {
  english: ['b br c ch d f g h l m n p pr r s st t th w', 'a e i o u ea an en er in on or al est ing ous'],
  russian,
  decomposed: russian,
  hindi: ['क ख ग च ज ट ड त द न प ब म य र ल व श स ह प्र क्ष', 'ा ि ी ु ू े ै ो ौ ं ार न ल'],
  thai: ['ก ข ค ง จ ช ด ต ท น บ ป ผ พ ม ย ร ล ว ส ห อ', 'า ิ ี ึ ุ ู ่า ้า ำ ัน ัก ือ'],
  arabic: ['ا ب ت ج ح خ د ر س ش ع ف ق ك ل م ن ه و ي', 'ا و ي ان ين ة َ ِ ال'],
};
/** Between words nothing stands in some; what ends a sentence, and what parts it. */
const marks = {
  usual: { stop: '.', comma: ',', space: ' ' },
  chinese: { stop: '。', comma: '，', space: '' },
  thai: { stop: ' ', comma: ' ', space: '' },
  hindi: { stop: '।', comma: ',', space: ' ' },
  arabic: { stop: '.', comma: '،', space: ' ' },
};

/**
 * @param {Script} script
 * @param {Random} random
 * @returns {Vocabulary}
 */
export function makeVocabulary(script, random) {
  const { stop, comma, space } =
    script in marks ? marks[/** @type {keyof typeof marks} */ (script)] : marks.usual;
  return {
    ...encodeWords(wordsOf(script, random)),
    stop: utf8(stop),
    comma: utf8(comma),
    space: utf8(space),
  };
}

/**
 * @param {Script} script
 * @param {Random} random
 */
function wordsOf(script, random) {
  if (script === 'chinese') return words(() => hanWord(random));
  const [onsets, rimes] = syllablesOf[script].map((list) => list.split(' '));
  const written = words(() => syllables(onsets ?? [], rimes ?? [], random));
  return script === 'decomposed' ? written.map((word) => word.normalize('NFD')) : written;
}

/** @param {() => string} word */
function words(word) {
  return Array.from({ length: wordCount }, word);
}

/**
 * @param {readonly string[]} onsets
 * @param {readonly string[]} rimes
 * @param {Random} random
 */
function syllables(onsets, rimes, random) {
  const count = 1 + random(2) + random(2);
  const oneOf = (/** @type {readonly string[]} */ parts) => parts[random(parts.length)] ?? '';
  return Array.from({ length: count }, () => oneOf(onsets) + oneOf(rimes)).join('');
}

/** @param {Random} random one to three of 3000 common ideographs */
function hanWord(random) {
  return Array.from({ length: 1 + random(3) }, () => String.fromCodePoint(0x4e00 + 7 * random(2986))).join(
    '',
  );
}

/** @param {readonly string[]} lower */
function encodeWords(lower) {
  const all = [...lower, ...lower.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))];
  const starts = new Uint32Array(all.length + 1);
  for (const [ordinal, word] of all.entries()) {
    starts[ordinal + 1] = (starts[ordinal] ?? 0) + Buffer.byteLength(word);
  }
  return { count: lower.length, bytes: utf8(all.join('')), starts };
}

/** @param {string} text */
export function utf8(text) {
  return Uint8Array.from(Buffer.from(text));
}
