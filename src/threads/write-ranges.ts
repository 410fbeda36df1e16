/** The entries of a long list, written range by range by several threads. */
import { JsonBytes } from '../report/json/json-bytes.js';
import { createPieceRing } from '../report/json/piece-memory.js';
import { writeEntries } from '../report/json/write-parts.js';
import type { LongLists } from '../report/long-lists.js';
import type { LongPart } from '../report/long-part.js';
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
  /** What the thread writes with, as {@link createThreadBytes} makes it. */
  readonly json: JsonBytes;
}

/**
 * What a thread writes with that may be so many pieces ahead. Beside those, one is being written to the report, and one is
 * being filled.
 */
export function createThreadBytes(pieces: number): JsonBytes {
  return new JsonBytes(createPieceRing(pieces + 2));
}

/** Writes ranges for as long as there are any that nobody has taken; waits where there is no room for another piece. */
export function* writeRanges(queue: RangeQueue, of: ListWriting): Generator<WrittenPiece> {
  const { lists, part, thread, rooms, json } = of;
  for (const range of takeRanges(queue)) {
    for (const piece of writeEntries(json, lists, part, range)) {
      takeRoom(rooms, thread);
      yield { thread, range: range.number, piece };
    }
    yield { thread, range: range.number, piece: null };
  }
}
