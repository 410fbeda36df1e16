/** Memory that pieces of a report are written into. */

/** Bytes of a piece, and room for what is written before someone asks whether it is full. */
export const PIECE = 256 * 1024;
const ROOM = 64 * 1024;

/** Gives memory for another piece. */
export type PieceMemory = () => Buffer;

/** Each piece has memory of its own: who takes it may keep it. */
export const ownMemory: PieceMemory = () => Buffer.allocUnsafeSlow(PIECE + ROOM);

/**
 * So many pieces share memory in turn, which saves a collector that is in no hurry from most of the work: a piece is good until
 * as many were begun behind it. Threads can share it.
 */
export function createPieceRing(pieces: number): PieceMemory {
  const ring: Buffer[] = [];
  let turn = 0;
  return () => {
    turn = (turn + 1) % pieces;
    const known = ring[turn] ?? Buffer.from(new SharedArrayBuffer(PIECE + ROOM));
    ring[turn] = known;
    return known;
  };
}
