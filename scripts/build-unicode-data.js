// Writes src/normalize/unicode-data.ts from the engine that runs this script, for maintainers only.
// A new Unicode version changes keys, and so fingerprints: raise normalizerVersion with it, and the pins in
// test/normalize-unicode-data.test.ts. Run with Node.js: npm run unicode

import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const lastPoint = 0x10ffff;
const hangul = { first: 0xac00, last: 0xd7a3 };

/** The first that fits gives the class, as one letter of the packed runs. */
const classes = [
  { letter: 'I', fits: /\p{Default_Ignorable_Code_Point}/u },
  { letter: 'W', fits: /[\p{White_Space}\p{Z}]/u },
  { letter: 'C', fits: /\p{Cc}/u },
  { letter: 'L', fits: /\p{L}/u },
  { letter: 'N', fits: /\p{N}/u },
  { letter: 'M', fits: /\p{M}/u },
  { letter: 'E', fits: /(?!\p{ASCII})[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}]/u },
  { letter: 'P', fits: /\p{P}/u },
  { letter: 'Y', fits: /\p{Sc}/u },
  { letter: 'S', fits: /\p{S}/u },
  { letter: 'U', fits: /(?!\p{Noncharacter_Code_Point})\p{Cn}/u },
];

/** Scripts that matter to the keys; the dense ones are written without spaces between words. */
const scripts = [
  { letter: 'L', fits: /\p{Script=Latin}/u },
  { letter: 'C', fits: /\p{Script=Cyrillic}/u },
  { letter: 'D', fits: denseScripts() },
];

function denseScripts() {
  const names = [
    'Han Hiragana Katakana Bopomofo Yi Tangut Nushu Khitan_Small_Script Thai Lao Khmer Myanmar Tibetan',
    'Tai_Le New_Tai_Lue Tai_Tham Tai_Viet Javanese Balinese',
  ];
  const sets = names.flatMap((line) => line.split(' ')).map((name) => `\\p{Script=${name}}`);
  return new RegExp(`(?=\\p{L})[${sets.join('')}]`, 'u');
}

/** @param {number} point */
const isSurrogate = (point) => point >= 0xd800 && point <= 0xdfff;

/** @param {string} text */
const pointsOf = (text) => Array.from(text, (character) => character.codePointAt(0) ?? 0);

/** @param {number} number */
const base36 = (number) => number.toString(36);

/**
 * Packs one letter a code point as runs: the length in base 36 (left out when 1), then the capital letter.
 * @param {(point: number) => string} letterOf
 */
function packRuns(letterOf) {
  let packed = '';
  for (let from = 0; from <= lastPoint; ) {
    const letter = letterOf(from);
    let to = from + 1;
    while (to <= lastPoint && letterOf(to) === letter) to++;
    packed += (to - from === 1 ? '' : base36(to - from)) + letter;
    from = to;
  }
  return packed;
}

/**
 * @param {{ letter: string, fits: RegExp }[]} table
 * @param {string} otherwise
 * @returns {(point: number) => string}
 */
function letterFrom(table, otherwise) {
  return (point) => {
    if (isSurrogate(point)) return otherwise;
    const character = String.fromCodePoint(point);
    return table.find(({ fits }) => fits.test(character))?.letter ?? otherwise;
  };
}

/**
 * Packs a map of code points to code points. An entry is `gap[*count[*stride]]=target.target`, all in base 36: the gap to the
 * source from the last one; a counted entry stands for `count` sources, `stride` apart, whose one target is as
 * far away as the first one's.
 * @param {Map<number, number[]>} map
 */
function packMap(map) {
  const sources = [...map.keys()].sort((a, b) => a - b);
  const entries = [];
  let last = 0;
  for (let at = 0; at < sources.length; ) {
    const source = sources[at] ?? 0;
    const { count, stride } = longestRun(map, sources, at);
    const targets = (map.get(source) ?? []).map(base36).join('.');
    entries.push(base36(source - last) + runMark(count, stride) + targets);
    last = source + (count - 1) * stride;
    at += count;
  }
  return entries.join(' ');
}

/** @param {number} count @param {number} stride */
function runMark(count, stride) {
  if (count === 1) return '=';
  return stride === 1 ? `*${base36(count)}=` : `*${base36(count)}*${base36(stride)}=`;
}

/**
 * @param {Map<number, number[]>} map
 * @param {number[]} sources
 * @param {number} at
 */
function longestRun(map, sources, at) {
  const source = sources[at] ?? 0;
  const stride = (sources[at + 1] ?? 0) - source;
  const targets = map.get(source) ?? [];
  if (targets.length !== 1 || stride < 1 || stride > 2) return { count: 1, stride: 1 };
  let count = 1;
  for (; sources[at + count] === source + count * stride; count++) {
    const next = map.get(source + count * stride) ?? [];
    if (next.length !== 1 || (next[0] ?? 0) - (targets[0] ?? 0) !== count * stride) break;
  }
  return count === 1 ? { count, stride: 1 } : { count, stride };
}

/** Full compatibility decompositions; Hangul syllables are computed where they are needed. */
function decompositions() {
  const map = new Map();
  for (let point = 0x80; point <= lastPoint; point++) {
    if (isSurrogate(point) || (point >= hangul.first && point <= hangul.last)) continue;
    const character = String.fromCodePoint(point);
    const decomposed = character.normalize('NFKD');
    if (decomposed !== character) map.set(point, pointsOf(decomposed));
  }
  return map;
}

/** Case foldings of what decompositions leave: lower(upper(c)), again and again, dotless i excepted. */
function caseFoldings() {
  const map = new Map();
  for (let point = 0; point <= lastPoint; point++) {
    if (isSurrogate(point) || point === 0x131) continue;
    const character = String.fromCodePoint(point);
    if (character.normalize('NFKD') !== character) continue;
    const folded = foldFully(character);
    if (folded !== character) map.set(point, pointsOf(folded));
  }
  return map;
}

/** @param {string} text @returns {string} */
function foldFully(text) {
  const folded = Array.from(text.toUpperCase(), (character) => character.toLowerCase())
    .join('')
    .normalize('NFKD');
  return folded === text ? text : foldFully(folded);
}

/** Canonical compositions, keyed by the composed character: exactly what the engine puts together again. */
function compositions() {
  const map = new Map();
  for (let point = 0x80; point <= lastPoint; point++) {
    if (isSurrogate(point) || (point >= hangul.first && point <= hangul.last)) continue;
    const character = String.fromCodePoint(point);
    const parts = pointsOf(character.normalize('NFD'));
    if (parts.length < 2 || character.normalize('NFC') !== character) continue;
    const second = parts.pop() ?? 0;
    const first = pointsOf(String.fromCodePoint(...parts).normalize('NFC'));
    if (first.length !== 1) throw new Error(`No single first part of U+${point.toString(16)}`);
    map.set(point, [...first, second]);
  }
  return map;
}

/**
 * Canonical combining classes, found without a table: the engine does not tell them, but orders by them. Two
 * marks stand in one class when neither order of them changes; so each class has one known mark to compare with.
 */
function combiningClasses() {
  const classOf = new Map();
  for (let point = 0; point <= lastPoint; point++) {
    if (isSurrogate(point) || !/\p{M}/u.test(String.fromCodePoint(point))) continue;
    if (String.fromCodePoint(point).normalize('NFKD') !== String.fromCodePoint(point)) continue;
    const found = combiningClass(point);
    if (found !== 0) classOf.set(point, found);
  }
  return classOf;
}

/** One mark of each combining class that has one, as [class, mark]: none of them decomposes. */
const knownMarks = [
  [1, 0x334],
  [6, 0x16ff0],
  [7, 0x93c],
  [8, 0x3099],
  [9, 0x94d],
  [10, 0x5b0],
  [11, 0x5b1],
  [12, 0x5b2],
  [13, 0x5b3],
  [14, 0x5b4],
  [15, 0x5b5],
  [16, 0x5b6],
  [17, 0x5b7],
  [18, 0x5b8],
  [19, 0x5b9],
  [20, 0x5bb],
  [21, 0x5bc],
  [22, 0x5bd],
  [23, 0x5bf],
  [24, 0x5c1],
  [25, 0x5c2],
  [26, 0xfb1e],
  [27, 0x64b],
  [28, 0x64c],
  [29, 0x64d],
  [30, 0x64e],
  [31, 0x64f],
  [32, 0x650],
  [33, 0x651],
  [34, 0x652],
  [35, 0x670],
  [36, 0x711],
  [84, 0xc55],
  [91, 0xc56],
  [103, 0xe38],
  [107, 0xe48],
  [118, 0xeb8],
  [122, 0xec8],
  [129, 0xf71],
  [130, 0xf72],
  [132, 0xf74],
  [202, 0x321],
  [214, 0x1dce],
  [216, 0x31b],
  [218, 0x302a],
  [220, 0x316],
  [222, 0x59a],
  [224, 0x302e],
  [226, 0x1d16d],
  [228, 0x5ae],
  [230, 0x300],
  [232, 0x315],
  [233, 0x35c],
  [234, 0x35d],
  [240, 0x345],
];

/** @param {number} point */
function combiningClass(point) {
  // A starter neither moves before the highest class nor lets the lowest one move before it.
  if (!reorders(0x345, point) && !reorders(point, 0x334)) return 0;
  const found = knownMarks.find(([, mark]) => !reorders(mark ?? 0, point) && !reorders(point, mark ?? 0));
  if (found === undefined) throw new Error(`Unknown combining class of U+${point.toString(16)}`);
  return found[0] ?? 0;
}

/** @param {number} before @param {number} after */
function reorders(before, after) {
  const pair = String.fromCodePoint(before, after);
  return pair.normalize('NFD') !== pair;
}

/** @param {Map<number, number>} classOf */
function packClasses(classOf) {
  const ranges = [];
  let last = 0;
  const points = [...classOf.keys()];
  for (let at = 0; at < points.length; ) {
    const from = points[at] ?? 0;
    let count = 1;
    while (classOf.get(from + count) === classOf.get(from)) count++;
    ranges.push(`${base36(from - last)}*${base36(count)}=${base36(classOf.get(from) ?? 0)}`);
    last = from + count;
    at += count;
  }
  return ranges.join(' ');
}

/** Every table must suit the steps that read it; a new Unicode version that breaks this stops here. */
function assertClosed() {
  const ignorable = /\p{Default_Ignorable_Code_Point}/u;
  for (const [point, targets] of [...decompositions(), ...caseFoldings()]) {
    const made = String.fromCodePoint(...targets);
    if (ignorable.test(made) && !ignorable.test(String.fromCodePoint(point))) {
      throw new Error(`U+${point.toString(16)} becomes an ignorable character`);
    }
  }
}

/** @param {string} name @param {string} doc @param {string} text */
const constant = (name, doc, text) => `/** ${doc} */\nexport const ${name} =\n  '${text}';\n`;

assertClosed();
const { unicode } = process.versions;
const file = [
  '// Generated by scripts/build-unicode-data.js; do not edit. It fixes the Unicode version of every key, whatever\n' +
    '// the engine at run time knows. How the texts are packed is told in that script.\n',
  `/** The Unicode version of this data. */\nexport const unicodeVersion = '${unicode}';\n`,
  constant('classRuns', 'The class of each code point, as runs.', packRuns(letterFrom(classes, 'O'))),
  constant('scriptRuns', 'The script of each code point, as runs.', packRuns(letterFrom(scripts, 'X'))),
  constant(
    'combiningClasses_',
    'Canonical combining classes other than 0, as ranges.',
    packClasses(combiningClasses()),
  ),
  constant('decompositions', 'Full compatibility decompositions.', packMap(decompositions())),
  constant(
    'caseFoldings',
    'Full case foldings of characters that do not decompose.',
    packMap(caseFoldings()),
  ),
  constant(
    'compositions',
    'Canonical compositions: the composed character, then its two parts.',
    packMap(compositions()),
  ),
].join('\n');
writeFileSync(
  fileURLToPath(new URL('../src/normalize/unicode-data.ts', import.meta.url)),
  file.replace('combiningClasses_', 'combiningClasses'),
);
