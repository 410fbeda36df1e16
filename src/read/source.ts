/** What holds a dump, opened, with its first bytes looked at: a file, a pipe, standard input. */
import { type FileHandle, open } from 'node:fs/promises';
import { UserError } from '../errors.js';
import { type Bytes, fill, keepFailing, prependBytes } from './bytes.js';
import { causeOf } from './cause-of.js';
import type { DumpPath } from './dump-path.js';
import { fileBytes, handleStream, streamBytes } from './file-bytes.js';
import type { OpenFile } from './file-ranges.js';
import { nameProblem } from './find/name-problem.js';

/** How many bytes are looked at before it is decided what they are. */
const SNIFFED = 64 * 1024;

/** An open file or stream. */
export interface Source {
  /** The first bytes. */
  readonly head: Uint8Array;
  /** All bytes, the first again. */
  readonly bytes: Bytes;
  /** The file, where it is one: it can be read at any place, and again. */
  readonly file: OpenFile | null;
  /** What the file was at opening and is now differ: it was written to while it was read. */
  changed(): Promise<boolean>;
  close(): Promise<void>;
}

/** Opens what `dump` names; throws a {@link UserError} where that cannot be. */
export async function openSource(dump: DumpPath): Promise<Source> {
  if (dump.file === '-') return lookAt(streamBytes(process.stdin), null);
  const handle = await openFile(dump);
  try {
    const stats = await handle.stat();
    if (!stats.isFile()) return await lookAt(streamBytes(handleStream(handle)), handle);
    const source = await lookAt(fileBytes(handle), handle);
    return {
      ...source,
      file: { descriptor: handle.fd, bytes: stats.size },
      async changed() {
        const now = await handle.stat();
        return now.size !== stats.size || now.mtimeMs !== stats.mtimeMs;
      },
    };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

async function openFile(dump: DumpPath): Promise<FileHandle> {
  try {
    return await open(dump.file, 'r');
  } catch (error) {
    throw new UserError(`Cannot open ${dump.path}: ${nameProblem(dump.file) ?? causeOf(error)}`);
  }
}

async function lookAt(raw: Bytes, handle: FileHandle | null): Promise<Source> {
  const { head, bytes } = await peek(raw);
  return {
    head,
    bytes,
    file: null,
    changed: async () => false,
    close: async () => {
      bytes.close();
      await handle?.close();
    },
  };
}

/** The first bytes, and all of them: read from these, no more from `raw`. */
export interface Peeked {
  readonly head: Uint8Array;
  readonly bytes: Bytes;
}

/** Looks at the first `size` bytes. An error behind the first is not lost: reading on meets it again. */
export async function peek(raw: Bytes, size = SNIFFED): Promise<Peeked> {
  const bytes = keepFailing(raw);
  const room = new Uint8Array(size);
  let length = 0;
  const counted: Bytes = {
    async read(target, offset) {
      const count = await bytes.read(target, offset);
      length += count;
      return count;
    },
    close: bytes.close,
  };
  try {
    await fill(counted, room);
  } catch (error) {
    if (length === 0) throw error;
  }
  const head = room.subarray(0, length);
  return { head, bytes: prependBytes(head, bytes) };
}
