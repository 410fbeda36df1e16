/** Compressed files, told by their first bytes; what unpacks one is loaded when it is met. */
import { type Bytes, bytesOf } from '../bytes.js';
import { createBombWatch, type Limits } from '../limits.js';
import type { CreateHash, Unpack } from './unpack.js';
import { watchUnpacking } from './watch-unpacking.js';

/** One kind of compressed file. */
export interface Container {
  readonly name: string;
  begins(head: Uint8Array): boolean;
  load(): Promise<Unpack>;
}

const containers: readonly Container[] = [
  {
    name: 'gzip',
    begins: (head) => startsWith(head, [0x1f, 0x8b]),
    load: async () => (await import('./gzip.js')).unpackGzip,
  },
  {
    name: 'zstd',
    begins: (head) => startsWith(head, [0x28, 0xb5, 0x2f, 0xfd]) || beginsWithSkippableFrame(head),
    load: async () => (await import('./zstd.js')).unpackZstd,
  },
  {
    name: 'xz',
    begins: (head) => startsWith(head, [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]),
    load: async () => (await import('./xz.js')).unpackXz,
  },
  {
    name: 'bzip2',
    begins: beginsBzip2,
    load: async () => (await import('./bzip2.js')).unpackBzip2,
  },
];

/** The container whose first bytes these are, else null. */
export function containerOf(head: Uint8Array): Container | null {
  return containers.find((container) => container.begins(head)) ?? null;
}

/** What to keep an eye on while unpacking the dump at `path`. */
export interface Unpacking {
  readonly path: string;
  readonly limits: Limits;
  readonly createHash: CreateHash;
}

/** What `container` holds. A break or a bomb is a {@link UserError} behind everything that came before it. */
export async function unpackBytes(container: Container, packed: Bytes, unpacking: Unpacking): Promise<Bytes> {
  const { path, limits, createHash } = unpacking;
  const counted = countBytes(packed);
  const unpack = await container.load();
  const unpacked = bytesOf(unpack(counted.bytes, createHash), packed.close);
  return watchUnpacking(unpacked, {
    path,
    container: container.name,
    onBytes: createBombWatch(path, limits, counted.count),
  });
}

function countBytes(bytes: Bytes): { bytes: Bytes; count: () => number } {
  let read = 0;
  return {
    bytes: {
      async read(target, offset) {
        const count = await bytes.read(target, offset);
        read += count;
        return count;
      },
      close: bytes.close,
    },
    count: () => read,
  };
}

function startsWith(head: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, at) => head[at] === byte);
}

/** Parallel compressors begin with a frame that tells sizes and holds no text. */
function beginsWithSkippableFrame(head: Uint8Array): boolean {
  return ((head[0] ?? 0) & 0xf0) === 0x50 && startsWith(head.subarray(1), [0x2a, 0x4d, 0x18]);
}

/** A text may begin with `BZh9`: the mark of the first block, or of an empty file, has to follow. */
function beginsBzip2(head: Uint8Array): boolean {
  const level = head[3] ?? 0;
  if (!startsWith(head, [0x42, 0x5a, 0x68]) || level < 0x31 || level > 0x39) return false;
  const mark = head.subarray(4);
  return (
    startsWith(mark, [0x31, 0x41, 0x59, 0x26, 0x53, 0x59]) ||
    startsWith(mark, [0x17, 0x72, 0x45, 0x38, 0x50, 0x90])
  );
}
