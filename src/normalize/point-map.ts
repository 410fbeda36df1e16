/** Code points and those that each becomes, in few objects: every thread has its own. */

/** The targets of a source stand in `targets`, behind those of the one before it, up to `end`. */
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
export function createPointMap({ source, end, targets }: PackedPoints): PointMap {
  /** Numbers to numbers: asked as fast as a map of lists, which would take five times the memory. */
  const places = new Map<number, number>();
  for (let at = 0; at < source.length; at++) places.set(source[at] ?? 0, at);
  const targetsAt = (at: number) => targets.slice(end[at - 1] ?? 0, end[at]);
  return {
    has: (point) => places.has(point),
    get(point) {
      const at = places.get(point);
      return at === undefined ? undefined : targetsAt(at);
    },
    *[Symbol.iterator]() {
      for (const [point, at] of places) yield [point, targetsAt(at)];
    },
  };
}
