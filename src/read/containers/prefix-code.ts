/** The canonical Huffman codes of bzip2. */
import type { BitReader } from './bit-reader.js';

const LONGEST = 20;
/** Codes up to this long, which are nearly all, are looked up at once. */
const SHORT = 10;

/** Reads the symbols of one code. */
export interface PrefixCode {
  /** The next symbol; throws where the bits are no code. */
  read(bits: BitReader): number;
}

/** Makes the code in which symbol `n` has `lengths[n]` bits, 1 to 20. */
export function createPrefixCode(lengths: Uint8Array): PrefixCode {
  const { symbols, firstCodes, firstPlaces, counts } = sortSymbols(lengths);
  const short = new Uint16Array(1 << SHORT);
  for (let length = 1; length <= SHORT; length += 1) {
    for (let nth = 0; nth < (counts[length] ?? 0); nth += 1) {
      const from = ((firstCodes[length] ?? 0) + nth) << (SHORT - length);
      const symbol = symbols[(firstPlaces[length] ?? 0) + nth] ?? 0;
      short.fill((symbol << 4) | length, from, from + (1 << (SHORT - length)));
    }
  }
  const readLong = (bits: BitReader): number => {
    for (let length = SHORT + 1; length <= LONGEST; length += 1) {
      const nth = bits.peek(length) - (firstCodes[length] ?? 0);
      if (nth < 0 || nth >= (counts[length] ?? 0)) continue;
      bits.skip(length);
      return symbols[(firstPlaces[length] ?? 0) + nth] ?? 0;
    }
    throw new Error('a code is not known');
  };
  return {
    read(bits) {
      const entry = short[bits.peek(SHORT)] ?? 0;
      if (entry === 0) return readLong(bits);
      bits.skip(entry & 15);
      return entry >> 4;
    },
  };
}

/** Symbols by the length of their codes, and for each length where its codes and its symbols begin. */
function sortSymbols(lengths: Uint8Array) {
  const counts = new Uint16Array(LONGEST + 1);
  for (const length of lengths) counts[length] = (counts[length] ?? 0) + 1;
  const firstCodes = new Uint32Array(LONGEST + 1);
  const firstPlaces = new Uint16Array(LONGEST + 1);
  for (let length = 1, code = 0, place = 0; length <= LONGEST; length += 1) {
    code <<= 1;
    firstCodes[length] = code;
    firstPlaces[length] = place;
    code += counts[length] ?? 0;
    place += counts[length] ?? 0;
    if (code > 1 << length) throw new Error('a code has too many symbols');
  }
  const symbols = new Uint16Array(lengths.length);
  const next = Uint16Array.from(firstPlaces);
  lengths.forEach((length, symbol) => {
    symbols[next[length] ?? 0] = symbol;
    next[length] = (next[length] ?? 0) + 1;
  });
  return { symbols, firstCodes, firstPlaces, counts };
}
