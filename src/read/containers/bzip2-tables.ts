/** What stands before the symbols of a bzip2 block: which bytes occur, the codes, and which code is used where. */
import type { BitReader } from './bit-reader.js';
import { createPrefixCode, type PrefixCode } from './prefix-code.js';

/** The tables of one block. */
export interface BlockTables {
  /** The bytes that occur, in order. */
  readonly bytes: Uint8Array;
  readonly codes: readonly PrefixCode[];
  /** For each fifty symbols, the number of their code. */
  readonly selectors: Uint8Array;
}

/** Reads the tables; throws where they make no sense. */
export function readTables(bits: BitReader): BlockTables {
  const bytes = readBytes(bits);
  const codeCount = bits.take(3);
  if (codeCount < 2 || codeCount > 6) throw new Error(`a block has ${codeCount} codes`);
  const selectors = readSelectors(bits, codeCount);
  const codes: PrefixCode[] = [];
  // Two symbols for runs and one for the end; the byte in front needs none.
  while (codes.length < codeCount) codes.push(createPrefixCode(readLengths(bits, bytes.length + 2)));
  return { bytes, codes, selectors };
}

/** A bit for each sixteen bytes, then for each of those a bit for each byte. */
function readBytes(bits: BitReader): Uint8Array {
  const rows = bits.take(16);
  const bytes: number[] = [];
  for (let row = 0; row < 16; row += 1) {
    if ((rows & (0x8000 >> row)) === 0) continue;
    const columns = bits.take(16);
    for (let column = 0; column < 16; column += 1) {
      if ((columns & (0x8000 >> column)) !== 0) bytes.push(row * 16 + column);
    }
  }
  if (bytes.length === 0) throw new Error('a block has no bytes');
  return Uint8Array.from(bytes);
}

/** Each as its place in a list of codes whose last used one comes first, in ones that a zero ends. */
function readSelectors(bits: BitReader, codeCount: number): Uint8Array {
  const selectors = new Uint8Array(bits.take(15));
  const recent = Array.from({ length: codeCount }, (_, code) => code);
  for (let at = 0; at < selectors.length; at += 1) {
    let place = 0;
    while (bits.take(1) === 1) place += 1;
    const [code] = recent.splice(place, 1);
    if (code === undefined) throw new Error('a block uses a code that it has not');
    recent.unshift(code);
    selectors[at] = code;
  }
  return selectors;
}

/** Each as steps up and down from the one before. */
function readLengths(bits: BitReader, count: number): Uint8Array {
  const lengths = new Uint8Array(count);
  let length = bits.take(5);
  for (let symbol = 0; symbol < count; symbol += 1) {
    while (bits.take(1) === 1) {
      length += bits.take(1) === 1 ? -1 : 1;
      if (length < 1 || length > 20) break;
    }
    if (length < 1 || length > 20) throw new Error(`a code of ${length} bits`);
    lengths[symbol] = length;
  }
  return lengths;
}
