/**
 * Reads the packed texts of `unicode-data.ts` into tables indexed by code point. How they are packed is told in
 * `scripts/build-unicode-data.js`.
 */

/** One more than the last code point. */
export const pointCount = 0x110000;

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
    const [, gap = '0', count = '1', stride = '1', made = ''] =
      /^(\w+)(?:\*(\w+))?(?:\*(\w+))?=(.*)$/.exec(entry) ?? [];
    source += Number.parseInt(gap, 36);
    const step = Number.parseInt(stride, 36);
    const targets = made.split('.').map((target) => Number.parseInt(target, 36));
    const last = source + (Number.parseInt(count, 36) - 1) * step;
    for (const first = source; source < last; source += step) map.set(source, shift(targets, source - first));
    map.set(last, shift(targets, Number.parseInt(count, 36) * step - step));
  }
  return map;
}

function shift(targets: readonly number[], by: number): readonly number[] {
  return by === 0 ? targets : targets.map((target) => target + by);
}
