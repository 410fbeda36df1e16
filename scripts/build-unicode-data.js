// Writes src/normalize/unicode-data.ts from the engine that runs this script, for maintainers only.
// A new Unicode version changes keys, and so fingerprints: raise normalizerVersion with it, and the pins in
// test/normalize-unicode-data.test.ts. Run with Node.js: npm run unicode

import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { combiningClasses } from './combining-classes.js';
import { packMap, packPairs, packRanges, packRuns } from './pack-unicode.js';

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

/** Canonical compositions: exactly what the engine puts together again. */
function compositions() {
  const pairs = [];
  for (let point = 0x80; point <= lastPoint; point++) {
    if (isSurrogate(point) || (point >= hangul.first && point <= hangul.last)) continue;
    const character = String.fromCodePoint(point);
    const parts = pointsOf(character.normalize('NFD'));
    if (parts.length < 2 || character.normalize('NFC') !== character) continue;
    const second = parts.pop() ?? 0;
    const [first = 0, ...others] = pointsOf(String.fromCodePoint(...parts).normalize('NFC'));
    if (others.length > 0) throw new Error(`No single first part of U+${point.toString(16)}`);
    pairs.push({ first, second, made: point });
  }
  return pairs;
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
    '// the engine at run time knows. How the texts are packed is told in scripts/pack-unicode.js.\n',
  `/** The Unicode version of this data. */\nexport const unicodeVersion = '${unicode}';\n`,
  constant('classRuns', 'The class of each code point, as runs.', packRuns(letterFrom(classes, 'O'))),
  constant('scriptRuns', 'The script of each code point, as runs.', packRuns(letterFrom(scripts, 'X'))),
  constant(
    'combiningClasses_',
    'Canonical combining classes other than 0, as ranges.',
    packRanges(combiningClasses()),
  ),
  constant('decompositions', 'Full compatibility decompositions.', packMap(decompositions())),
  constant(
    'caseFoldings',
    'Full case foldings of characters that do not decompose.',
    packMap(caseFoldings()),
  ),
  constant(
    'compositions',
    'Canonical compositions, by the second of two characters.',
    packPairs(compositions()),
  ),
].join('\n');
writeFileSync(
  fileURLToPath(new URL('../src/normalize/unicode-data.ts', import.meta.url)),
  file.replace('combiningClasses_', 'combiningClasses'),
);
