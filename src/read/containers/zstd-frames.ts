/** The frames of a Zstandard file (RFC 8878) and their blocks: what has to be known before a decoder is chosen. */
import { type Bytes, fill } from '../bytes.js';

/** What the header of a frame says. */
export interface Frame {
  readonly header: Uint8Array;
  /** How far back the frame may refer: what a decoder has to keep. */
  readonly windowSize: number;
  /** The low half of XXH64 follows the last block. */
  readonly checked: boolean;
}

const FRAME = 0xfd2fb528;
const SKIPPABLE = 0x184d2a50;
const LARGEST_BLOCK = 128 * 1024;
const SKIPPED_AT_ONCE = 64 * 1024;

/** The next frame that holds text; null at the end. */
export async function nextFrame(packed: Bytes): Promise<Frame | null> {
  for (;;) {
    const magic = new Uint8Array(4);
    const count = await fill(packed, magic);
    if (count === 0) return null;
    if (count < magic.length) throw new Error('unexpected end of file');
    const number = littleEndian(magic);
    if (number === FRAME) return readHeader(packed, magic);
    if (number - (number % 16) !== SKIPPABLE) throw new Error('what follows a frame is no frame');
    await skip(packed, littleEndian(await take(packed, 4)));
  }
}

async function readHeader(packed: Bytes, magic: Uint8Array): Promise<Frame> {
  const descriptor = await take(packed, 1);
  const flags = descriptor[0] ?? 0;
  const whole = (flags & 0x20) !== 0;
  const dictionaryLength = [0, 1, 2, 4][flags & 3] ?? 0;
  const sizeLength = [whole ? 1 : 0, 2, 4, 8][flags >> 6] ?? 0;
  if ((flags & 8) !== 0) throw new Error('a reserved bit is set');
  const rest = await take(packed, (whole ? 0 : 1) + dictionaryLength + sizeLength);
  const dictionary = littleEndian(rest.subarray(whole ? 0 : 1).subarray(0, dictionaryLength));
  if (dictionary !== 0) throw new Error(`it needs the dictionary ${dictionary}`);
  const size = littleEndian(rest.subarray(rest.length - sizeLength)) + (sizeLength === 2 ? 256 : 0);
  return {
    header: Buffer.concat([magic, descriptor, rest]),
    windowSize: whole ? size : windowOf(rest[0] ?? 0),
    checked: (flags & 4) !== 0,
  };
}

/** Five bits of exponent, three of an eighth each. */
function windowOf(byte: number): number {
  const base = 2 ** (10 + (byte >> 3));
  return base + (base / 8) * (byte & 7);
}

/** The blocks of `frame` with their headers; the frame's own header goes before the first. */
export async function* blocksOf(packed: Bytes, frame: Frame): AsyncGenerator<Uint8Array> {
  let before = frame.header;
  for (;;) {
    const header = await take(packed, 3);
    const number = littleEndian(header);
    const size = number >> 3;
    if (size > LARGEST_BLOCK) throw new Error(`a block of ${size} bytes is too large`);
    // A run of one byte gives that byte once.
    const content = await take(packed, ((number >> 1) & 3) === 1 ? 1 : size);
    yield Buffer.concat([before, header, content]);
    before = new Uint8Array(0);
    if ((number & 1) === 1) return;
  }
}

/** The next `length` bytes; throws where there are fewer. */
export async function take(packed: Bytes, length: number): Promise<Uint8Array> {
  const taken = new Uint8Array(length);
  if ((await fill(packed, taken)) < length) throw new Error('unexpected end of file');
  return taken;
}

async function skip(packed: Bytes, length: number): Promise<void> {
  for (let left = length; left > 0; left -= SKIPPED_AT_ONCE) {
    await take(packed, Math.min(left, SKIPPED_AT_ONCE));
  }
}

/** A number of any length, the lowest byte first. */
export function littleEndian(bytes: Uint8Array): number {
  return bytes.reduceRight((number, byte) => number * 256 + byte, 0);
}
