/** Pieces of ranges that several threads write at once → the pieces in order. */
import { setImmediate } from 'node:timers/promises';
import type { Inbox } from './inbox.js';
import { giveRoom, hasRoom, type PieceRooms } from './piece-room.js';
import type { WrittenPiece } from './write-ranges.js';

/** Who writes: this thread, which is number 0, when it is asked for a piece, and others meanwhile. */
export interface Writers {
  readonly own: Iterator<WrittenPiece>;
  readonly others: Inbox;
  readonly rooms: PieceRooms;
}

/**
 * Yields the pieces of so many ranges. This thread writes while there is nothing to yield. Nobody waits for ever, as long as
 * no earlier order is under way: the range whose turn it is has been taken, as ranges are in order, and who writes it has
 * room, as all its pieces were yielded.
 */
export async function* orderPieces(ranges: number, writers: Writers): AsyncGenerator<Uint8Array> {
  const { own, others, rooms } = writers;
  const held = new Map<number, WrittenPiece[]>();
  const hold = (written: WrittenPiece): void => {
    const known = held.get(written.range);
    if (known === undefined) held.set(written.range, [written]);
    else known.push(written);
  };
  let isWriting = true;
  try {
    for (let turn = 0; turn < ranges; ) {
      const next = held.get(turn)?.shift();
      if (next?.piece === null) {
        held.delete(turn);
        turn += 1;
      } else if (next !== undefined) {
        yield next.piece;
        giveRoom(rooms, next.thread);
      } else if (others.hasMore || !isWriting || !hasRoom(rooms, 0)) {
        hold((await others.take('piece')).written);
      } else {
        const written = own.next();
        if (written.done === true) isWriting = false;
        else hold(written.value);
        // What others tell comes in now.
        await setImmediate();
      }
    }
  } finally {
    // Who leaves before the end leaves this thread's own walk as well.
    own.return?.();
  }
}
