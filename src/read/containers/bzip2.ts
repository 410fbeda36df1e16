/**
 * bzip2. Its own decoder, because those there are keep a block's output, up to 46 MB, as a list of numbers, and read
 * 6 MB a second: this one holds 4 bytes for each of the 900,000 of a block and gives pieces.
 */
import type { Bytes } from '../bytes.js';
import { BitReader } from './bit-reader.js';
import { readBlock } from './bzip2-block.js';
import { piecesOfBlock } from './bzip2-text.js';

const BLOCK_UNIT = 100_000;
/** The longest codes take 20 bits a symbol; tables come before them. */
const PACKED_UNIT = 250_000;
const PACKED_TABLES = 32 * 1024;
const HEADER = 32;

/** All streams, one after the other; checksums are held against what they gave. */
export async function* unpackBzip2(packed: Bytes): AsyncGenerator<Uint8Array> {
  const bits = new BitReader(packed);
  let room = new Uint32Array(0);
  for (;;) {
    await bits.load(HEADER);
    if (bits.atEnd) return;
    const level = readLevel(bits);
    if (room.length !== level * BLOCK_UNIT) room = new Uint32Array(level * BLOCK_UNIT);
    yield* unpackStream(bits, level, room);
    bits.align();
  }
}

async function* unpackStream(bits: BitReader, level: number, room: Uint32Array): AsyncGenerator<Uint8Array> {
  let crcs = 0;
  for (;;) {
    await bits.load(level * PACKED_UNIT + PACKED_TABLES);
    const last = readMark(bits);
    const told = bits.take(16) * 0x10000 + bits.take(16);
    if (last) {
      if (told !== crcs >>> 0) throw new Error('the checksum of a stream does not match');
      return;
    }
    const crc = yield* piecesOfBlock(readBlock(bits, room));
    if (told !== crc) throw new Error('the checksum of a block does not match');
    crcs = ((crcs << 1) | (crcs >>> 31)) ^ crc;
  }
}

function readLevel(bits: BitReader): number {
  const mark = bits.take(24);
  const level = bits.take(8) - 0x30;
  if (mark !== 0x425a68 || level < 1 || level > 9) throw new Error('what follows a stream is no bzip2');
  return level;
}

/** Before each block stand the digits of pi, at the end those of its square root. */
function readMark(bits: BitReader): boolean {
  const mark = bits.take(24) * 0x1000000 + bits.take(24);
  if (mark === 0x314159265359) return false;
  if (mark === 0x177245385090) return true;
  throw new Error('what should be a block is none');
}
