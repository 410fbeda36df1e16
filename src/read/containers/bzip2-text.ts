/** The last step of bzip2: four equal bytes are followed by how many more of them there are. And its checksum. */
import type { SortedBlock } from './bzip2-block.js';

const PIECE = 64 * 1024;
const RUN = 4;

/** The bytes of `block` in pieces; returns their checksum. A block of 900 kB may give 46 MB. */
export function* piecesOfBlock(block: SortedBlock): Generator<Uint8Array, number> {
  const { next } = block;
  let at = block.start;
  let last = -1;
  let equal = 0;
  let crc = -1;
  let piece = new Uint8Array(PIECE);
  let length = 0;
  for (let left = block.length; left > 0; left -= 1) {
    const entry = next[at] ?? 0;
    const byte = entry & 0xff;
    at = entry >>> 8;
    let count = 1;
    let given = byte;
    if (equal === RUN) {
      count = byte;
      given = last;
      equal = 0;
      last = -1;
    } else {
      equal = byte === last ? equal + 1 : 1;
      last = byte;
    }
    if (length + count > PIECE) {
      yield piece.subarray(0, length);
      piece = new Uint8Array(PIECE);
      length = 0;
    }
    for (const end = length + count; length < end; length += 1) {
      piece[length] = given;
      crc = (crc << 8) ^ (CRC[(crc >>> 24) ^ given] ?? 0);
    }
  }
  if (length > 0) yield piece.subarray(0, length);
  return ~crc >>> 0;
}

/** CRC-32 with the highest bit first, which is not that of zlib. */
const CRC = Int32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte << 24;
  for (let bit = 0; bit < 8; bit += 1) crc = (crc << 1) ^ (crc < 0 ? 0x04c11db7 : 0);
  return crc;
});
