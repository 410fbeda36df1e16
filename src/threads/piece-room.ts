/** Room for pieces that threads made and nobody has taken yet, so that none of them runs far ahead. */

/** How much each thread has, in memory that they share. */
export type PieceRooms = Int32Array;

/** Room for so many pieces of each thread. */
export function createRooms(threads: number, pieces: number): PieceRooms {
  return new Int32Array(new SharedArrayBuffer(4 * threads)).fill(pieces);
}

/** Whether a thread has room for a piece. */
export function hasRoom(rooms: PieceRooms, thread: number): boolean {
  return Atomics.load(rooms, thread) > 0;
}

/** Takes room for a piece; waits until there is some. */
export function takeRoom(rooms: PieceRooms, thread: number): void {
  while (!hasRoom(rooms, thread)) Atomics.wait(rooms, thread, 0);
  Atomics.sub(rooms, thread, 1);
}

/** Gives it back. */
export function giveRoom(rooms: PieceRooms, thread: number): void {
  Atomics.add(rooms, thread, 1);
  Atomics.notify(rooms, thread);
}
