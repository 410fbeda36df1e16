/**
 * Unicode's compatibility decomposition and canonical composition (UAX #15: together, NFKC), and full case folding,
 * from the data fixed in this project.
 */

import { once } from './once.js';
import { createPointMap, type PointMap } from './point-map.js';
import { caseFoldings, combiningClasses, compositions, decompositions } from './unicode-data.js';
import { unpackRanges } from './unpack-runs.js';

const combining = once(() => unpackRanges(combiningClasses));
const decomposed = once(() => createPointMap(decompositions));
const folded = once(() => createPointMap(caseFoldings));
/** What a character makes with those before it, by the character. */
const composed = once(() => new Map(compositions.split('|').map(readSecond)));

const hangul = { syllables: 0xac00, leads: 0x1100, vowels: 0x1161, tails: 0x11a7 } as const;
const hangulCounts = { leads: 19, vowels: 21, tails: 28, syllables: 11172 } as const;

/** The canonical combining class: 0 for a starter. */
export function combiningClass(point: number): number {
  return combining()[point] ?? 0;
}

/** Decomposes fully, compatibility mappings included, and puts marks in canonical order. */
export function decompose(points: readonly number[]): number[] {
  return orderMarks(mapPoints(points, decomposePoint));
}

/** Folds the case of decomposed characters. */
export function foldCase(points: readonly number[]): number[] {
  const foldings = folded();
  return decompose(mapPoints(points, (point) => foldings.get(point) ?? point));
}

/** The character that two make together; undefined when they stay two. */
export function composePair(first: number, second: number): number | undefined {
  return composeHangul(first, second) ?? composed().get(second)?.().get(first)?.[0];
}

/** Whether a character may join one before it: the quick check of UAX #15 says "maybe". */
export function mayCompose(point: number): boolean {
  const isJamo = point >= hangul.vowels && point < hangul.tails + hangulCounts.tails;
  return isJamo || composed().has(point);
}

/** Whether a character has a decomposition, so that a mark after it may join one of its parts. */
export function isComposite(point: number): boolean {
  return decomposed().has(point) || isSyllable(point);
}

/** Whether a character stays what it is wherever it stands, which most letters do: a few looks tell it sooner than all the steps. */
export function isInert(point: number): boolean {
  return !isComposite(point) && !folded().has(point) && !mayCompose(point) && combiningClass(point) === 0;
}

/** Puts together what `decompose` took apart, canonical equivalents only. */
export function compose(points: readonly number[]): number[] {
  const made: number[] = [];
  let starter = -1; // where in `made` the last starter stands
  let lastClass = 0; // of the last character kept after the starter
  for (const point of points) {
    const ownClass = combiningClass(point);
    const base = starter === made.length - 1 || lastClass < ownClass ? made[starter] : undefined;
    const pair = base === undefined ? undefined : composePair(base, point);
    if (pair !== undefined) {
      made[starter] = pair;
      continue;
    }
    if (ownClass === 0) starter = made.length;
    lastClass = ownClass;
    made.push(point);
  }
  return made;
}

/** What `flatMap` does, without an array for each point. */
function mapPoints(points: readonly number[], map: (point: number) => number | readonly number[]): number[] {
  const mapped: number[] = [];
  for (const point of points) {
    const made = map(point);
    if (typeof made === 'number') mapped.push(made);
    else for (const point of made) mapped.push(point);
  }
  return mapped;
}

function decomposePoint(point: number): number | readonly number[] {
  if (!isSyllable(point)) return decomposed().get(point) ?? point;
  const index = point - hangul.syllables;
  const tail = hangul.tails + (index % hangulCounts.tails);
  const vowel = hangul.vowels + (Math.floor(index / hangulCounts.tails) % hangulCounts.vowels);
  const lead = hangul.leads + Math.floor(index / hangulCounts.tails / hangulCounts.vowels);
  return tail === hangul.tails ? [lead, vowel] : [lead, vowel, tail];
}

function isSyllable(point: number): boolean {
  return point >= hangul.syllables && point < hangul.syllables + hangulCounts.syllables;
}

function composeHangul(first: number, second: number): number | undefined {
  const lead = first - hangul.leads;
  const vowel = second - hangul.vowels;
  const tail = second - hangul.tails;
  if (lead >= 0 && lead < hangulCounts.leads && vowel >= 0 && vowel < hangulCounts.vowels) {
    return hangul.syllables + (lead * hangulCounts.vowels + vowel) * hangulCounts.tails;
  }
  const isOpen = isSyllable(first) && (first - hangul.syllables) % hangulCounts.tails === 0;
  return isOpen && tail > 0 && tail < hangulCounts.tails ? first + tail : undefined;
}

/** Sorts each run of marks by combining class, marks of one class staying in order. */
function orderMarks(points: number[]): number[] {
  for (let from = 0; from < points.length; from++) {
    if (combiningClass(points[from] ?? 0) === 0) continue;
    let to = from + 1;
    while (to < points.length && combiningClass(points[to] ?? 0) !== 0) to++;
    if (to - from > 1) {
      const marks = points.slice(from, to).sort((a, b) => combiningClass(a) - combiningClass(b));
      marks.forEach((mark, index) => {
        points[from + index] = mark;
      });
    }
    from = to;
  }
  return points;
}

function readSecond(packed: string): [second: number, firsts: () => PointMap] {
  const [second = '', firsts = ''] = packed.split(':');
  return [Number.parseInt(second, 36), once(() => createPointMap(firsts))];
}
