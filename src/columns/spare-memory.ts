/**
 * Memory that columns gave back, for columns to come. What was touched once costs nothing to touch again, and a collector,
 * which sees no need to hurry, would leave it lying about.
 */

/**
 * A piece of memory of which nothing behind `touched` bytes was written. The buffers are shared ones, which the engine
 * does not count as pressure to collect, as most of what is reserved is never touched.
 */
export interface Piece {
  readonly buffer: SharedArrayBuffer;
  readonly offset: number;
  readonly bytes: number;
  readonly touched: number;
}

/** The memory that is spare; there is none at first. */
export interface SpareMemory {
  /** A piece of so many zeros, or more. */
  take(bytes: number): Piece;
  /** The same, of which most may never be touched: memory that was is not wasted on it. */
  reserve(bytes: number): Piece;
  give(piece: Piece): void;
}

/** Pieces begin where numbers of any kind may. */
const ALIGNMENT = 8;
/** Smaller pieces are not worth the looking. */
const LEAST_BYTES = 1 << 15;

/** Makes memory of which none is spare. */
export function createSpareMemory(): SpareMemory {
  const spare: Piece[] = [];
  /** Of those that are large enough the one that has least to spare, else the one that has most of it. */
  const findBest = (bytes: number): number => {
    let best = -1;
    for (const [at, piece] of spare.entries()) {
      if (piece.bytes < bytes) continue;
      const known = spare[best]?.touched ?? 0;
      const isBetter =
        known < bytes ? piece.touched > known : piece.touched >= bytes && piece.touched < known;
      if (isBetter) best = at;
    }
    return best;
  };
  return {
    take(wanted) {
      const bytes = Math.ceil(wanted / ALIGNMENT) * ALIGNMENT;
      const best = bytes < LEAST_BYTES ? -1 : findBest(bytes);
      const [piece] = best < 0 ? [] : spare.splice(best, 1);
      if (piece === undefined) return untouched(bytes);
      const [taken, rest] = cut(piece, bytes);
      if (rest !== null) spare.push(rest);
      new Uint8Array(taken.buffer, taken.offset, taken.touched).fill(0);
      return taken;
    },
    reserve: untouched,
    give(piece) {
      let whole = piece;
      // What was cut becomes one again: many small pieces are of little use.
      for (let at = 0; at < spare.length; at++) {
        const joined = join(whole, spare[at]);
        if (joined === null) continue;
        whole = joined;
        spare.splice(at, 1);
        at = -1;
      }
      if (whole.touched >= LEAST_BYTES) spare.push(whole);
    },
  };
}

function untouched(bytes: number): Piece {
  return { buffer: new SharedArrayBuffer(bytes), offset: 0, bytes, touched: 0 };
}

/** Two pieces that stand side by side as one; null where they do not. */
function join(one: Piece, other: Piece | undefined): Piece | null {
  if (other === undefined || one.buffer !== other.buffer) return null;
  const [first, second] = one.offset < other.offset ? [one, other] : [other, one];
  if (first.offset + first.touched !== second.offset) return null;
  const { buffer, offset } = first;
  return { buffer, offset, bytes: first.bytes + second.bytes, touched: first.touched + second.touched };
}

/** The first `bytes` of a piece and the rest of it, if that is worth it. */
function cut(piece: Piece, bytes: number): readonly [Piece, Piece | null] {
  const { buffer, offset } = piece;
  const rest = piece.touched - bytes;
  if (rest < LEAST_BYTES) return [piece, null];
  return [
    { buffer, offset, bytes, touched: bytes },
    { buffer, offset: offset + bytes, bytes: piece.bytes - bytes, touched: rest },
  ];
}
