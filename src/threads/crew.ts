/**
 * Threads that verify what was found, and write a complete report of it, beside this one. They see the same columns, read the
 * texts for themselves, and take ranges of blocks and of entries, as this thread does, until there are no more.
 */
import { Worker } from 'node:worker_threads';
import type { Matched } from '../analyze.js';
import { shareColumns } from '../columns/share-columns.js';
import type { Verified, Verifier } from '../match/verify-blocks.js';
import type { Analysis, SeenTable } from '../model.js';
import type { TextPlaces } from '../read/again/reread.js';
import type { JsonBytes } from '../report/json/json-bytes.js';
import type { LongLists } from '../report/long-lists.js';
import type { LongPart, ReportParts } from '../report/long-part.js';
import type { CrewTask, Order, VerifyOrder } from './crew-orders.js';
import { createInbox, type Inbox } from './inbox.js';
import { orderPieces } from './order-pieces.js';
import { createRooms, type PieceRooms } from './piece-room.js';
import { createRangeQueue } from './range-queue.js';
import { verifyRanges } from './verify-ranges.js';
import { createThreadBytes, writeRanges } from './write-ranges.js';

/** How the work is shared out. */
export interface CrewRanges {
  /** So many blocks are verified at a time: worth reading ahead for, and no thread is at work long after the others. */
  readonly blocks: number;
  /** So many entries are written at a time: some megabytes. */
  readonly entries: number;
  /** So many pieces, of a quarter of a megabyte, a thread may be ahead: a range or two. */
  readonly pieces: number;
}

const usual: CrewRanges = { blocks: 4096, entries: 2048, pieces: 16 };

/** Threads at work on one analysis; to be stopped in the end. */
export class Crew {
  readonly #workers: readonly Worker[];
  readonly #rooms: PieceRooms;
  readonly #inbox: Inbox;
  readonly #ranges: CrewRanges;
  readonly #json: JsonBytes;
  #begun: Pick<VerifyOrder, 'queue' | 'rung'> | null = null;
  #isFree = true;

  /** Starts as many threads as make `threads` with this one. */
  constructor(texts: TextPlaces, threads: number, ranges = usual) {
    const file = new URL('../../dist/js/crew-worker.js', import.meta.url);
    const rooms = createRooms(threads, ranges.pieces);
    this.#ranges = ranges;
    this.#json = createThreadBytes(ranges.pieces);
    this.#rooms = rooms;
    this.#workers = Array.from({ length: threads - 1 }, (_, at) => {
      const task: CrewTask = { thread: at + 1, texts, rooms, pieces: ranges.pieces };
      return new Worker(file, { workerData: task });
    });
    this.#inbox = createInbox(this.#workers);
  }

  /** The other threads begin to verify all blocks, while this one still has something else to do. */
  begin({ columns, ...matched }: Matched): void {
    const blocks = matched.matches.blocks.rows;
    const begun = { queue: createRangeQueue(blocks, this.#ranges.blocks), rung: columns.uint8(blocks) };
    // Of headers there may be as many as posts, and nobody asks for them any more.
    const sent = { ...matched, lines: { ...matched.lines, headers: new Map() } };
    this.#order({ kind: 'verify', matched: sent, ...begun });
    this.#begun = begun;
  }

  /** Verifies all blocks that were begun with. */
  async verify({ lines, posts, matches }: Analysis, verifier: Verifier): Promise<Verified> {
    if (this.#begun === null) throw new Error('Expected to begin before all is verified');
    const { queue, rung } = this.#begun;
    const collisions = [verifyRanges(queue, { places: { lines, posts, matches }, rung, verifier })];
    for (const _ of this.#workers) collisions.push([...(await this.#inbox.take('verified')).collisions]);
    return { rung, collisions: collisions.flat() };
  }

  /** Tells the other threads what else was found of what was verified, so that they can write it. */
  know({ columns, settings, lines, posts, matches, ...rest }: Analysis, seen: SeenTable | null): void {
    this.#order({ kind: 'know', rest, seenBlocks: seen?.blocks ?? null });
  }

  /** Whether it may write: not where a report was left before its end, as other threads are at work on that still. */
  get isFree(): boolean {
    return this.#isFree;
  }

  /** Writes a report of what was verified and made known, in pieces, each good until the next but one is asked for. */
  async *write(parts: ReportParts, lists: LongLists): AsyncGenerator<Uint8Array> {
    this.#isFree = false;
    for (const part of parts) {
      if (part instanceof Uint8Array) yield part;
      else yield* this.#writeList(part, lists);
    }
    this.#isFree = true;
  }

  async stop(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
  }

  #writeList(part: LongPart, lists: LongLists): AsyncGenerator<Uint8Array> {
    const { entries } = this.#ranges;
    const queue = createRangeQueue(part.length, entries);
    const rooms = this.#rooms;
    this.#order({ kind: 'write', queue, part });
    const own = writeRanges(queue, { lists, part, thread: 0, rooms, json: this.#json });
    return orderPieces(Math.ceil(part.length / entries), { own, others: this.#inbox, rooms });
  }

  #order(order: Order): void {
    for (const worker of this.#workers) worker.postMessage(shareColumns(order));
  }
}
