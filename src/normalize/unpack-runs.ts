/**
 * Reads the packed texts of `unicode-data.ts` into tables indexed by code point. How they are packed is told in
 * `scripts/pack-unicode.js`.
 */

/** One more than the last code point. */
const pointCount = 0x110000;

/** `3LC` gives the character code of `L` three times, then that of `C`. */
export function unpackRuns(packed: string): Uint8Array {
  const table = new Uint8Array(pointCount);
  let from = 0;
  for (const [, length, letter] of packed.matchAll(/([0-9a-z]*)([A-Z])/g)) {
    const to = from + (length ? Number.parseInt(length, 36) : 1);
    table.fill(letter?.charCodeAt(0) ?? 0, from, to);
    from = to;
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

/** Gives each source code point its targets. */
export function unpackMap(packed: string): ReadonlyMap<number, readonly number[]> {
  const map = new Map<number, readonly number[]>();
  let source = 0;
  for (const entry of packed.split(' ')) {
    // Split by hand: a pattern for each of thousands of entries would double the start-up time.
    const equals = entry.indexOf('=');
    const [gap = '', count = '1', stride = '1'] = entry.slice(0, equals).split('*');
    const targets = entry
      .slice(equals + 1)
      .split('.')
      .map(fromBase36);
    const first = source + fromBase36(gap);
    const step = fromBase36(stride);
    source = first + (fromBase36(count) - 1) * step;
    for (let at = first; at < source; at += step) map.set(at, shift(targets, at - first));
    map.set(source, shift(targets, source - first));
  }
  return map;
}

function fromBase36(digits: string): number {
  return Number.parseInt(digits, 36);
}

function shift(targets: readonly number[], by: number): readonly number[] {
  return by === 0 ? targets : targets.map((target) => target + by);
}
