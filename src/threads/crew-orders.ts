/** What the threads of a crew are told to do, and what they tell. */
import type { Matched } from '../analyze.js';
import type { Collision } from '../match/model-passage.js';
import type { Analysis, Column, WritableColumn } from '../model.js';
import type { TextPlaces } from '../read/again/reread.js';
import type { LongPart } from '../report/long-part.js';
import type { PieceRooms } from './piece-room.js';
import type { RangeQueue } from './range-queue.js';
import type { WrittenPiece } from './write-ranges.js';

/** What a thread of a crew is started with: its number, where texts are, and how far ahead it may run. */
export interface CrewTask {
  readonly thread: number;
  readonly texts: TextPlaces;
  readonly rooms: PieceRooms;
  /** In pieces. */
  readonly pieces: number;
}

/** What a thread is told of an analysis first: of columns that grow each thread makes its own. */
export type SentMatched = Omit<Matched, 'columns'>;

/** Something to do, for as long as there are ranges of it that nobody has taken, or to know. */
export type Order = VerifyOrder | KnowOrder | WriteOrder;

/** Verify the blocks with the numbers of each range: `rung` is for all threads. */
export interface VerifyOrder {
  readonly kind: 'verify';
  readonly queue: RangeQueue;
  readonly matched: SentMatched;
  readonly rung: WritableColumn;
}

/** Know what else was found of what was verified last: what is written is that. */
export interface KnowOrder {
  readonly kind: 'know';
  readonly rest: Omit<Analysis, keyof Matched>;
  /** As in the {@link SeenTable}; null where no index was asked. */
  readonly seenBlocks: Column | null;
}

/** Write the entries of each range. */
export interface WriteOrder {
  readonly kind: 'write';
  readonly queue: RangeQueue;
  readonly part: LongPart;
}

/** What a thread tells: an order to verify once, when no range is left, an order to write piece by piece. */
export type Answer =
  | { readonly kind: 'verified'; readonly collisions: readonly Collision[] }
  | { readonly kind: 'piece'; readonly written: WrittenPiece }
  /** Something is wrong with the input: see UserError. */
  | { readonly kind: 'refused'; readonly message: string };
