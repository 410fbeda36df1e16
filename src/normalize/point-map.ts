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

/** Points of a block begin alike: most blocks have none that becomes anything. */
const BLOCK_BITS = 8;
const BLOCKS = 0x110000 >>> BLOCK_BITS;

/** Makes a map of what was packed. */
export function createPointMap(packed: PackedPoints): PointMap {
  const sources = Uint32Array.from(packed.source);
  const ends = Uint32Array.from(packed.end);
  const targets = Uint32Array.from(packed.targets);
  const begins = beginsOfBlocks(sources);
  const targetsAt = (at: number) => [...targets.subarray(ends[at - 1] ?? 0, ends[at])];
  /** Where a point stands among the sources, -1 where it is none. */
  const placeOf = (point: number): number => {
    let low = begins[point >>> BLOCK_BITS] ?? 0;
    let high = begins[(point >>> BLOCK_BITS) + 1] ?? 0;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (sources[middle] === point) return middle;
      if ((sources[middle] ?? 0) < point) low = middle + 1;
      else high = middle;
    }
    return -1;
  };
  return {
    has: (point) => placeOf(point) >= 0,
    get(point) {
      const at = placeOf(point);
      return at < 0 ? undefined : targetsAt(at);
    },
    *[Symbol.iterator]() {
      for (const [at, source] of sources.entries()) yield [source, targetsAt(at)];
    },
  };
}

/** Where the sources of each block begin; one more for the end. */
function beginsOfBlocks(sources: Uint32Array): Uint32Array {
  const begins = new Uint32Array(BLOCKS + 1);
  let at = 0;
  for (let block = 0; block <= BLOCKS; block++) {
    while (at < sources.length && (sources[at] ?? 0) >>> BLOCK_BITS < block) at += 1;
    begins[block] = at;
  }
  return begins;
}
