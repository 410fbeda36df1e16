/** Code points and those that each becomes, unpacked as they are asked for: most dumps know few of them. */
import { unpackSegment } from './unpack-runs.js';

/** A map that is read. */
export interface PointMap {
  has(point: number): boolean;
  get(point: number): readonly number[] | undefined;
}

/** Makes a map of what `scripts/pack-unicode.js` packed: segments in order of their points. */
export function createPointMap(packed: string): PointMap {
  const segments = packed.split(';');
  // A segment begins with its first point, and parsing ends with the digits.
  const firsts = Uint32Array.from(segments, (segment) => Number.parseInt(segment, 36));
  const unpacked: (ReadonlyMap<number, readonly number[]> | undefined)[] = segments.map(() => undefined);
  const get = (point: number) => {
    const at = lastUpTo(firsts, point);
    if (at < 0) return undefined;
    const known = unpacked[at] ?? unpackSegment(segments[at] ?? '');
    unpacked[at] = known;
    return known.get(point);
  };
  return { has: (point) => get(point) !== undefined, get };
}

/** The place of the last number that is not above `limit`, -1 where there is none. */
function lastUpTo(rising: Uint32Array, limit: number): number {
  let from = 0;
  let to = rising.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((rising[middle] ?? 0) <= limit) from = middle + 1;
    else to = middle;
  }
  return from - 1;
}
