/**
 * Zstandard: fzstd, and for frames that refer far back Node's own decoder where it has one. Frames are told apart
 * here: Node's stops after the first, and fzstd takes a frame's word for the memory it needs.
 */
import type { Transform } from 'node:stream';
import * as zlib from 'node:zlib';
import { UserError } from '../../errors.js';
import type { Bytes } from '../bytes.js';
import { feedZlib } from './feed-zlib.js';
import type { CreateHash } from './unpack.js';
import { blocksOf, type Frame, littleEndian, nextFrame, take } from './zstd-frames.js';

/** fzstd moves its whole window for every block: beyond this Node's own decoder is faster by far. */
const SMALL_WINDOW = 8 * 1024 * 1024;
/** What `zstd -d` allows without being asked; fzstd would set all of it aside. */
const LARGEST_WINDOW = 128 * 1024 * 1024;
/** The name of ZSTD_d_windowLogMax, and the largest window there is: 2 GiB, of which what is used takes memory. */
const NODE_PARAMS = { params: { 100: 31 } };

/** All frames, one after the other; their checksums are held against what they gave. */
export async function* unpackZstd(packed: Bytes, createHash: CreateHash): AsyncGenerator<Uint8Array> {
  for (let frame = await nextFrame(packed); frame !== null; frame = await nextFrame(packed)) {
    const hash = createHash();
    for await (const piece of unpackFrame(packed, frame)) {
      hash.update(piece);
      yield piece;
    }
    if (frame.checked && littleEndian(await take(packed, 4)) !== Number.parseInt(hash.hex().slice(-8), 16)) {
      throw new Error('the checksum of a frame does not match');
    }
  }
}

function unpackFrame(packed: Bytes, frame: Frame): AsyncGenerator<Uint8Array> {
  const native = frame.windowSize > SMALL_WINDOW ? createNativeUnpacker() : null;
  // A decoder is given no checksum, so none is announced to it.
  const header = Uint8Array.from(frame.header);
  header[4] = (header[4] ?? 0) & ~4;
  const blocks = blocksOf(packed, { ...frame, header });
  if (native !== null) return feedZlib(native, blocks);
  if (frame.windowSize <= LARGEST_WINDOW) return unpackByFzstd(blocks);
  throw new UserError(
    `this zstd needs a window of ${Math.ceil(frame.windowSize / 1024 ** 2)} MiB, which Node ${process.versions.node} ` +
      'cannot give: run it on Node 22.15 or newer, or pipe it in: zstd -dc --long=31 FILE | reposted scan -',
  );
}

function createNativeUnpacker(): Transform | null {
  if (!('createZstdDecompress' in zlib) || typeof zlib.createZstdDecompress !== 'function') return null;
  return zlib.createZstdDecompress(NODE_PARAMS);
}

async function* unpackByFzstd(blocks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const { Decompress } = await import('fzstd');
  const unpacked: Uint8Array[] = [];
  const unpacker = new Decompress((piece) => unpacked.push(piece));
  // The last byte of each block waits for the next: fzstd never lets go of input that ends where a block does.
  let kept: Uint8Array = new Uint8Array(0);
  for await (const block of blocks) {
    unpacker.push(Buffer.concat([kept, block.subarray(0, -1)]));
    yield* unpacked.splice(0);
    kept = block.subarray(-1);
  }
  unpacker.push(kept, true);
  yield* unpacked.splice(0);
}
