// Packs tables by code point into short texts; src/normalize/unpack-runs.ts reads them again.

const lastPoint = 0x10ffff;

/** @param {number} number */
const base36 = (number) => number.toString(36);

/**
 * Packs one letter a code point as runs: the length in base 36 (left out when 1), then the capital letter.
 * @param {(point: number) => string} letterOf
 */
export function packRuns(letterOf) {
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

/** So many entries are unpacked at once, when one of them is asked for. */
const SEGMENT = 32;

/**
 * Packs a map of code points to code points. An entry is `gap[*count[*stride]]=target.target`, all in base 36: the gap to the
 * source from the last one; a counted entry stands for `count` sources, `stride` apart, whose one target is as
 * far away as the first one's. Entries are parted by spaces, segments of them by `;`: each begins with a source, not a gap.
 * @param {Map<number, number[]>} map
 */
export function packMap(map) {
  const sources = [...map.keys()].sort((a, b) => a - b);
  const segments = [];
  let entries = [];
  let last = 0;
  for (let at = 0; at < sources.length; ) {
    const source = sources[at] ?? 0;
    const { count, stride } = longestRun(map, sources, at);
    const targets = (map.get(source) ?? []).map(base36).join('.');
    entries.push(base36(source - last) + runMark(count, stride) + targets);
    last = source + (count - 1) * stride;
    at += count;
    if (entries.length < SEGMENT && at < sources.length) continue;
    segments.push(entries.join(' '));
    entries = [];
    last = 0;
  }
  return segments.join(';');
}

/**
 * Packs pairs of code points that become one: for each second one, itself, `:` and a map of first ones, parted by `|`.
 * @param {{ first: number, second: number, made: number }[]} pairs
 */
export function packPairs(pairs) {
  /** @type {Map<number, Map<number, number[]>>} */
  const bySecond = new Map();
  for (const { first, second, made } of pairs) {
    const firsts = bySecond.get(second) ?? new Map();
    bySecond.set(second, firsts.set(first, [made]));
  }
  return [...bySecond].map(([second, firsts]) => `${base36(second)}:${packMap(firsts)}`).join('|');
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

/** @param {Map<number, number>} classOf */
export function packRanges(classOf) {
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
