/**
 * Reads the packed texts of `unicode-data.ts` into tables indexed by code point. How they are packed is told in
 * `scripts/pack-unicode.js`.
 */

/** One more than the last code point. */
const pointCount = 0x110000;

/**
 * `3LC` gives the character code of `L` three times, then that of `C`; 0 in place of `rest`, as what is not written of a table
 * takes no memory. Read a digit at a time, as most below, for to split thousands of runs takes longer than to read a small dump.
 */
export function unpackRuns(packed: string, rest: number): Uint8Array {
  const table = new Uint8Array(pointCount);
  let from = 0;
  let length = 0;
  for (let at = 0; at < packed.length; at++) {
    const code = packed.charCodeAt(at);
    if (code < CAPITAL_A || code > CAPITAL_Z) {
      length = length * 36 + digitOf(code);
      continue;
    }
    const to = from + Math.max(length, 1);
    if (code !== rest) table.fill(code, from, to);
    from = to;
    length = 0;
  }
  return table;
}

/** `lc*l=6e` gives the value 6e (base 36) to `l` code points, `lc` after the end of the last range. */
export function unpackRanges(packed: string): Uint8Array {
  const table = new Uint8Array(pointCount);
  let from = 0;
  for (const [, gap = '0', count = '0', value = '0'] of packed.matchAll(/(\w+)\*(\w+)=(\w+)/g)) {
    from += Number.parseInt(gap, 36);
    const to = from + Number.parseInt(count, 36);
    table.fill(Number.parseInt(value, 36), from, to);
    from = to;
  }
  return table;
}

/** Gives each source code point of a segment its targets: `gap*count*stride=target.target`, the first gap from zero. */
export function unpackSegment(packed: string): ReadonlyMap<number, readonly number[]> {
  const points = new Map<number, readonly number[]>();
  let source = 0;
  let number = 0;
  let numbers: number[] = [];
  let sources: readonly number[] = [];
  for (let at = 0; at <= packed.length; at++) {
    const code = at === packed.length ? SPACE : packed.charCodeAt(at);
    if (code >= ZERO && code !== EQUALS) {
      number = number * 36 + digitOf(code);
      continue;
    }
    numbers.push(number);
    number = 0;
    if (code === EQUALS) sources = numbers;
    if (code === SPACE) source = putRange(points, source, sources, numbers);
    if (code === EQUALS || code === SPACE) numbers = [];
  }
  return points;
}

const SPACE = 0x20;
const ZERO = 0x30;
const NINE = 0x39;
const EQUALS = 0x3d;
const LETTER_A = 0x61;
const CAPITAL_A = 0x41;
const CAPITAL_Z = 0x5a;

/** The value of a digit in base 36. */
function digitOf(code: number): number {
  return code <= NINE ? code - ZERO : code - LETTER_A + 10;
}

/** Gives the targets to each source of a range, moved on as it is; returns the last source. */
function putRange(
  points: Map<number, readonly number[]>,
  before: number,
  [gap = 0, count = 1, stride = 1]: readonly number[],
  firstTargets: readonly number[],
): number {
  const first = before + gap;
  const last = first + (count - 1) * stride;
  for (let at = first; at <= last; at += stride) {
    const targets = at === first ? firstTargets : firstTargets.map((target) => target + at - first);
    points.set(at, targets);
  }
  return last;
}
