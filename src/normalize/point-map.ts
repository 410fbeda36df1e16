/** Code points and those that each becomes, as arrays of numbers: a Map of lists would take thirty times the memory. */

/** Given in rising order of `source`; the targets of a source stand in `targets`, behind those of the one before it, up to `end`. */
export interface PackedPoints {
  readonly source: readonly number[];
  readonly end: readonly number[];
  readonly targets: readonly number[];
}

/** A map that is read. */
export interface PointMap extends Iterable<readonly [source: number, targets: readonly number[]]> {
  has(point: number): boolean;
  get(point: number): readonly number[] | undefined;
}

/** Makes a map of what was packed. */
export function createPointMap(packed: PackedPoints): PointMap {
  const sources = Uint32Array.from(packed.source);
  const ends = Uint32Array.from(packed.end);
  const targets = Uint32Array.from(packed.targets);
  const targetsAt = (at: number) => [...targets.subarray(ends[at - 1] ?? 0, ends[at])];
  return {
    has: (point) => sources[placeOf(sources, point)] === point,
    get(point) {
      const at = placeOf(sources, point);
      return sources[at] === point ? targetsAt(at) : undefined;
    },
    *[Symbol.iterator]() {
      for (const [at, source] of sources.entries()) yield [source, targetsAt(at)];
    },
  };
}

/** Where a point stands among sorted ones, or would. */
function placeOf(sources: Uint32Array, point: number): number {
  let low = 0;
  let high = sources.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sources[middle] ?? 0) < point) low = middle + 1;
    else high = middle;
  }
  return low;
}
