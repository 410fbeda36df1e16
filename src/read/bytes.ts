/** Sources of bytes that can be put in front of one another: file, stream, gzip, UTF-16. */
import { readSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { createGunzip } from 'node:zlib';
import { UserError } from '../errors.js';

/** Bytes that are read forward, once. */
export interface Bytes {
  /** Fills `target` from `offset` on; resolves to the number of bytes read, 0 at the end. */
  read(target: Uint8Array, offset: number): Promise<number>;
  /** Lets go of what the source holds; files are closed by who opened them. */
  close(): void;
}

/** After so many reads in a row the event loop gets its turn, so that an interrupt is heard. */
const READS_IN_A_ROW = 16;

/**
 * The bytes of a file, read straight into the caller's buffer. Synchronously: a disk cache answers sooner than a
 * thread can be asked.
 */
export function fileBytes(handle: FileHandle): Bytes {
  let reads = 0;
  return {
    async read(target, offset) {
      reads += 1;
      if (reads % READS_IN_A_ROW === 0) await setImmediate();
      return readSync(handle.fd, target, offset, target.length - offset, null);
    },
    close: () => {},
  };
}

/** A pipe or a device that was opened by name. */
export function handleStream(handle: FileHandle): Readable {
  return handle.createReadStream({ autoClose: false });
}

/** The bytes of a stream; a chunk that does not fit is kept for the next read. */
export function streamBytes(stream: Readable): Bytes {
  const chunks = stream[Symbol.asyncIterator]();
  let rest: Uint8Array = new Uint8Array(0);
  return {
    async read(target, offset) {
      while (rest.length === 0) {
        const next = await chunks.next();
        if (next.done === true) return 0;
        rest = next.value;
      }
      const count = Math.min(rest.length, target.length - offset);
      target.set(rest.subarray(0, count), offset);
      rest = rest.subarray(count);
      return count;
    },
    close: () => {
      stream.destroy();
    },
  };
}

/** `head` again, then the rest: what sniffing has taken is given back. */
export function prependBytes(head: Uint8Array, bytes: Bytes): Bytes {
  let rest = head;
  return {
    async read(target, offset) {
      if (rest.length === 0) return bytes.read(target, offset);
      const count = Math.min(rest.length, target.length - offset);
      target.set(rest.subarray(0, count), offset);
      rest = rest.subarray(count);
      return count;
    },
    close: bytes.close,
  };
}

/** Beyond this much output, a ratio above {@link MAX_RATIO} is taken for a decompression bomb. */
const BOMB_SIZE = 256 * 1024 * 1024;
const MAX_RATIO = 200;

/**
 * gzip, all members; `path` is for the error of a member that is broken or swells beyond measure. Everything that
 * came before a break is given before the error.
 */
export function gunzipBytes(packed: Bytes, path: string): Bytes {
  const unpacker = createUnpacker(packed);
  let rest: Uint8Array = new Uint8Array(0);
  let size = 0;
  return {
    async read(target, offset) {
      while (rest.length === 0) {
        const next = await unpacker.next().catch((error: unknown) => {
          throw new UserError(
            `${path} is broken gzip after ${size} bytes of text: ${error instanceof Error ? error.message : String(error)}`,
          );
        });
        if (next === null) return 0;
        rest = next;
      }
      const count = Math.min(rest.length, target.length - offset);
      target.set(rest.subarray(0, count), offset);
      rest = rest.subarray(count);
      size += count;
      if (size > BOMB_SIZE && size > unpacker.packedBytes() * MAX_RATIO) {
        throw new UserError(
          `${path} swells to more than ${MAX_RATIO} times its size (${size} bytes so far): taken for a decompression bomb; ` +
            'decompress it yourself and pass the file if it is real',
        );
      }
      return count;
    },
    close: packed.close,
  };
}

/** Feeds zlib piece by piece: what a piece gives has all arrived before the next piece, or the error, is asked for. */
function createUnpacker(packed: Bytes): { next(): Promise<Uint8Array | null>; packedBytes(): number } {
  const gunzip = createGunzip();
  const pieces = chunksOf(packed);
  const unpacked: Uint8Array[] = [];
  let failure: Error | null = null;
  let ended = false;
  gunzip.on('data', (piece: Uint8Array) => unpacked.push(piece));
  gunzip.on('error', (error) => {
    failure = error;
  });
  const feed = async (): Promise<void> => {
    const piece = await pieces.next();
    await new Promise<void>((resolve) => {
      gunzip.once('error', () => resolve());
      gunzip.once('end', () => resolve());
      if (piece.done === true) gunzip.end();
      else gunzip.write(piece.value, () => resolve());
    });
    gunzip.removeAllListeners('end');
    ended ||= piece.done === true;
  };
  return {
    packedBytes: () => gunzip.bytesWritten,
    async next() {
      while (unpacked.length === 0) {
        if (failure !== null) throw failure;
        if (ended) return null;
        await feed();
      }
      return unpacked.shift() ?? null;
    },
  };
}

/** UTF-16 → UTF-8; the byte order mark goes, a lone surrogate becomes U+FFFD. */
export function transcodeBytes(bytes: Bytes, encoding: 'utf-16le' | 'utf-16be'): Bytes {
  return streamBytes(Readable.from(transcode(bytes, encoding), { objectMode: false }));
}

async function* transcode(bytes: Bytes, encoding: 'utf-16le' | 'utf-16be'): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder(encoding);
  const encoder = new TextEncoder();
  for await (const chunk of chunksOf(bytes)) {
    const text = encoder.encode(decoder.decode(chunk, { stream: true }));
    if (text.length > 0) yield text;
  }
  const text = encoder.encode(decoder.decode());
  if (text.length > 0) yield text;
}

const CHUNK = 64 * 1024;

async function* chunksOf(bytes: Bytes): AsyncGenerator<Uint8Array> {
  for (;;) {
    const chunk = new Uint8Array(CHUNK);
    const count = await bytes.read(chunk, 0);
    if (count === 0) return;
    yield chunk.subarray(0, count);
  }
}
