/** One block of a bzip2 stream: symbols → sorted bytes → the bytes as they were, runs of four still counted. */
import type { BitReader } from './bit-reader.js';
import { type BlockTables, readTables } from './bzip2-tables.js';

/** The bytes of a block, in an order that follows `next` from `start` on. */
export interface SortedBlock {
  /** In the low eight bits a byte, above them where the byte behind it is. */
  readonly next: Uint32Array;
  readonly length: number;
  readonly start: number;
}

const SYMBOLS_OF_ONE_CODE = 50;

/** Reads a block into `room`, which bounds its size; throws where it makes no sense. */
export function readBlock(bits: BitReader, room: Uint32Array): SortedBlock {
  if (bits.take(1) === 1) throw new Error('it is of a version before 1.0');
  const origin = bits.take(24);
  const counts = new Uint32Array(256);
  const length = readSymbols(bits, readTables(bits), room, counts);
  if (origin >= length) throw new Error('a block begins behind its end');
  linkBytes(room, length, counts);
  return { next: room, length, start: (room[origin] ?? 0) >>> 8 };
}

/** Fills `room` with bytes and `counts` with how often each occurs; returns how many there are. */
function readSymbols(bits: BitReader, tables: BlockTables, room: Uint32Array, counts: Uint32Array): number {
  const { codes, selectors } = tables;
  // The bytes, the last used first: a symbol is a place in this list.
  const recent = Uint8Array.from(tables.bytes);
  const end = recent.length + 1;
  let length = 0;
  let run = 0;
  let runDigit = 1;
  for (let group = 0; group < selectors.length; group += 1) {
    const code = codes[selectors[group] ?? 0];
    if (code === undefined) break;
    for (let nth = 0; nth < SYMBOLS_OF_ONE_CODE; nth += 1) {
      const symbol = code.read(bits);
      if (symbol < 2) {
        // A run's length in digits that are 1 or 2, the lowest first.
        run += runDigit << symbol;
        runDigit <<= 1;
        if (run > room.length) throw new Error('a run is longer than its block');
        continue;
      }
      if (run > 0) {
        length = addRun(room, length, run, recent[0] ?? 0, counts);
        run = 0;
        runDigit = 1;
      }
      if (symbol === end) return length;
      const byte = recent[symbol - 1] ?? 0;
      recent.copyWithin(1, 0, symbol - 1);
      recent[0] = byte;
      length = addRun(room, length, 1, byte, counts);
    }
  }
  throw new Error('a block has no end');
}

function addRun(room: Uint32Array, length: number, run: number, byte: number, counts: Uint32Array): number {
  if (length + run > room.length) throw new Error('a block is larger than its file allows');
  counts[byte] = (counts[byte] ?? 0) + run;
  if (run === 1) room[length] = byte;
  else room.fill(byte, length, length + run);
  return length + run;
}

/** Undoes the sorting (Burrows and Wheeler): the n-th of a byte stands before the n-th place sorted under it. */
function linkBytes(room: Uint32Array, length: number, counts: Uint32Array): void {
  const places = new Uint32Array(256);
  for (let byte = 1; byte < 256; byte += 1) {
    places[byte] = (places[byte - 1] ?? 0) + (counts[byte - 1] ?? 0);
  }
  for (let at = 0; at < length; at += 1) {
    const byte = (room[at] ?? 0) & 0xff;
    const place = places[byte] ?? 0;
    places[byte] = place + 1;
    room[place] = ((room[place] ?? 0) | (at << 8)) >>> 0;
  }
}
