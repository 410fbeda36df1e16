/**
 * Reads spans of dumps a second time, for verifying and for the report: from the file itself, or from the
 * spool where the dump cannot be read twice. Files are opened when needed and few are kept open.
 */
import { closeSync, openSync, readSync } from 'node:fs';
import { UserError } from '../../errors.js';
import type { ReadAhead, ReadBytes, ReadInTurn } from '../../model.js';
import { causeOf } from '../cause-of.js';
import { createAheadReader } from './read-ahead.js';
import { readKept } from './spool.js';

/** Where a dump's bytes can be found again. */
export type Place =
  | { readonly kind: 'file'; readonly path: string; readonly file: string }
  | { readonly kind: 'spool'; readonly path: string; readonly start: number };

/** Where all texts can be read again, in any thread: the places by dump, and the open file of the spool. */
export interface TextPlaces {
  readonly places: readonly Place[];
  readonly spool: number | null;
}

const KEPT_OPEN = 32;
/** Spans are mostly asked for in order: what stands behind one is read with it. */
const WINDOW = 64 * 1024;

/** A reader of spans; `close` lets go of the dumps' files. */
export interface Reread {
  readonly read: ReadBytes;
  readonly ahead: ReadAhead;
  readonly inTurn: ReadInTurn;
  close(): void;
}

/** Opens nothing yet. A span that is no longer there is a {@link UserError}: the dump was cut short meanwhile. */
export function openReread({ places, spool }: TextPlaces): Reread {
  const open = new Map<string, number>();
  const placeOf = (dump: number): Place => {
    const place = places[dump];
    if (place === undefined) throw new RangeError(`No dump has the number ${dump}`);
    return place;
  };
  const readAt = (dump: number, target: Uint8Array, start: number): number => {
    const place = placeOf(dump);
    return place.kind === 'spool'
      ? readKept(spool, target, place.start + start)
      : readSync(handleOf(open, place.file), target, 0, target.length, start);
  };
  const { ahead, inTurn, find } = createAheadReader(readAt);
  /** What windows are read into, one after the other: what is given is a copy. */
  let room = new Uint8Array(WINDOW);
  let window = { dump: -1, start: 0, bytes: room.subarray(0, 0) };
  let lastEnd = -1;
  return {
    ahead,
    inTurn,
    read(dump, start, length) {
      const known = find(dump, start, length);
      if (known !== null) return known;
      const from = start - window.start;
      const near = dump === window.dump && start >= lastEnd && start - lastEnd < WINDOW;
      lastEnd = start + length;
      if (dump === window.dump && from >= 0 && from + length <= window.bytes.length) {
        return window.bytes.slice(from, from + length);
      }
      const wanted = near ? length + WINDOW : length;
      if (room.length < wanted) room = new Uint8Array(wanted + WINDOW);
      const count = readAt(dump, room.subarray(0, wanted), start);
      window = { dump, start, bytes: room.subarray(0, count) };
      if (count >= length) return room.slice(0, length);
      throw new UserError(
        `${placeOf(dump).path} changed while it was read: expected ${length} bytes at offset ${start}, found ${count}; run again`,
      );
    },
    close() {
      for (const handle of open.values()) closeSync(handle);
      open.clear();
    },
  };
}

function handleOf(open: Map<string, number>, file: string): number {
  const known = open.get(file);
  if (known !== undefined) return known;
  for (const [oldest, handle] of open) {
    if (open.size < KEPT_OPEN) break;
    closeSync(handle);
    open.delete(oldest);
  }
  try {
    const handle = openSync(file, 'r');
    open.set(file, handle);
    return handle;
  } catch (error) {
    throw new UserError(`${file} cannot be read again: ${causeOf(error)}; was it moved meanwhile? Run again`);
  }
}
