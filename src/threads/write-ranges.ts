/** The entries of a long list, written range by range by several threads. */
import type { LongLists } from '../report/long-lists.js';
import { type LongPart, writeEntries } from '../report/long-part.js';
import { type PieceRooms, takeRoom } from './piece-room.js';
import { type RangeQueue, takeRanges } from './range-queue.js';

/** A piece of a range by its number, and the thread that wrote it; null: the range has no more. */
export interface WrittenPiece {
  readonly thread: number;
  readonly range: number;
  readonly piece: Uint8Array | null;
}

/** What is written, and by whom. */
export interface ListWriting {
  readonly lists: LongLists;
  readonly part: LongPart;
  readonly thread: number;
  readonly rooms: PieceRooms;
}

/** Writes ranges for as long as there are any that nobody has taken; waits where there is no room for another piece. */
export function* writeRanges(queue: RangeQueue, of: ListWriting): Generator<WrittenPiece> {
  const { lists, part, thread, rooms } = of;
  for (const { number: range, from, end } of takeRanges(queue)) {
    for (const piece of writeEntries(lists, part, from, end)) {
      takeRoom(rooms, thread);
      yield { thread, range, piece };
    }
    yield { thread, range, piece: null };
  }
}
