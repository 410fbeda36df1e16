/**
 * The steps of the rung `typography`: how a text is set, not what it says. Marks between words become spaces, so they
 * still separate; what makes figures differ stays: decimal points, signs, currencies and per cent. Links stay whole.
 */

import { characterClass, classOf, isNumber, isWordCharacter } from './characters.js';
import { fromCodePoints, toCodePoints } from './code-points.js';
import { combiningClass } from './compatibility.js';
import { findLinks } from './find-links.js';
import { foldBlanks, foldCompatibility, joinWords } from './fold-spacing.js';

/** In compatibility forms, as all text is at this rung: three full stops for `…`. */
const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  laquo: '«',
  raquo: '»',
  lsquo: '‘',
  rsquo: '’',
  sbquo: '‚',
  ldquo: '“',
  rdquo: '”',
  bdquo: '„',
  ndash: '–',
  mdash: '—',
  hellip: '...',
};
const codes: Readonly<Record<string, number>> = { nbsp: 0xa0, hellip: 0x2026 };
/** By name and by number, as `mdash`, `#8212`, `#x2014`; as `#039`, too. */
const entities: ReadonlyMap<string, string> = new Map(
  Object.entries(named).flatMap(([name, characters]) => {
    const code = codes[name] ?? characters.charCodeAt(0);
    const names = [name, `#${code}`, `#0${code}`, `#x${code.toString(16)}`];
    return names.map((known) => [known, characters] as const);
  }),
);
const entity = new RegExp(`&(?:amp;)*(${[...entities.keys()].join('|')});`, 'g');
const dashes: ReadonlySet<number> = new Set([
  0x2d, 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2043, 0x2212,
]);
const closers: ReadonlySet<number> = new Set([0x29, 0x5d, 0x7d]); // ) ] }
const perCents: ReadonlySet<number> = new Set([0x25, 0x2030]); // % ‰
const enclosingKeycap = 0x20e3;
const yo = 0x451;
const diaeresis = 0x308;

/** Reads the entities of what HTML escapes and of what typesetters set, escaped once or more often (`&amp;amp;`). */
export function decodeEntities(text: string): string {
  return text.replace(entity, (_, name: string) => entities.get(name) ?? ' ');
}

/** Turns punctuation, symbols and emoji into spaces, but for what figures and links need. */
export function foldPunctuation(text: string): string {
  const pieces: string[] = [];
  let from = 0;
  for (const { start, end } of findLinks(text)) {
    pieces.push(foldPiece(text.slice(from, start)), text.slice(start, end));
    from = end;
  }
  return joinWords([...pieces, foldPiece(text.slice(from))]);
}

/** ё is printed е as often as not. What is left may join a mark that ё did not, but never make ё again. */
export function foldYo(text: string): string {
  if (!text.includes('ё')) return text;
  let isAfterYo = false;
  const points = toCodePoints(text).flatMap((point) => {
    isAfterYo = point === yo || (isAfterYo && combiningClass(point) !== 0);
    if (point === yo) return 0x435;
    return isAfterYo && point === diaeresis ? [] : point;
  });
  return foldCompatibility(fromCodePoints(points));
}

function foldPiece(piece: string): string {
  const points = toCodePoints(piece);
  const folded: string[] = [];
  for (const [index, point] of points.entries()) {
    const isAttached = folded.length > 0 && folded.at(-1)?.endsWith(' ') === false;
    folded.push(foldCharacter(point, points[index - 1], points[index + 1], isAttached));
  }
  return foldBlanks(folded.join(''));
}

/** `isAttached`: something that stays in the key stands directly before. */
function foldCharacter(
  point: number,
  before: number | undefined,
  after: number | undefined,
  isAttached: boolean,
) {
  const character = String.fromCodePoint(point);
  if (isWordCharacter(point)) return character;
  // A mark without a letter is the look of an accent alone: ´ typed for an apostrophe is a space and an acute.
  if (classOf(point) === characterClass.mark)
    return isAttached && point !== enclosingKeycap ? character : ' ';
  if (point === 0x2e || point === 0x2c) return isNumber(before) && isNumber(after) ? '.' : ' ';
  if (dashes.has(point)) return isNumber(after) && !isAttached && !closers.has(before ?? 0) ? ' -' : ' ';
  return perCents.has(point) || classOf(point) === characterClass.currency ? ` ${character} ` : ' ';
}
