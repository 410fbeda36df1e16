/**
 * A dump's bytes as UTF-8, whatever holds them: a file as it is, a pipe, a gzip member, UTF-16. What the bytes
 * are is seen from the bytes, never from the name. Reads forward, once, into the caller's buffer.
 */
import { type FileHandle, open } from 'node:fs/promises';
import { UserError } from '../errors.js';
import type { DumpFacts } from '../model.js';
import {
  type Bytes,
  fileBytes,
  gunzipBytes,
  handleStream,
  prependBytes,
  streamBytes,
  transcodeBytes,
} from './bytes.js';
import type { DumpPath } from './find-dumps.js';

/** An open dump: read it to its end, then close it. */
export interface OpenDump {
  readonly encoding: DumpFacts['encoding'];
  /** False where the bytes must be kept for the second reading. */
  readonly rereadable: boolean;
  /** Where the text starts in the file: behind a byte order mark. */
  readonly textStart: number;
  /** The first bytes of the text: what a format is recognised by. */
  readonly head: Uint8Array;
  /** Fills `target` from `offset` on; resolves to the number of bytes read, 0 at the end. */
  read(target: Uint8Array, offset: number): Promise<number>;
  /** What the file was at opening and is now differ: it was written to while it was read. */
  changed(): Promise<boolean>;
  close(): Promise<void>;
}

/** The bytes do not look like text; `offset` is the place of the first NUL byte. */
export class BinaryDumpError extends UserError {}

const SNIFFED = 64 * 1024;
/** NUL bytes further on than this are taken for odd characters. */
const BINARY_SEEN_BY = 4096;

/** Opens `dump`; throws a {@link UserError} where it cannot be read and a {@link BinaryDumpError} for no text. */
export async function openDump(dump: DumpPath): Promise<OpenDump> {
  if (dump.path === '-') return sniff(dump, streamBytes(process.stdin), null);
  const handle = await openFile(dump);
  try {
    const stats = await handle.stat();
    if (!stats.isFile()) return await sniff(dump, streamBytes(handleStream(handle)), handle);
    return await sniff(dump, fileBytes(handle), handle, stats);
  } catch (error) {
    await handle.close();
    throw error;
  }
}

async function openFile(dump: DumpPath): Promise<FileHandle> {
  try {
    return await open(dump.file, 'r');
  } catch (error) {
    throw new UserError(
      `Cannot open ${dump.path}: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

interface FileStats {
  readonly size: number;
  readonly mtimeMs: number;
}

/** Looks at the first bytes and puts the decoders they ask for in front. */
async function sniff(
  dump: DumpPath,
  raw: Bytes,
  handle: FileHandle | null,
  stats: FileStats | null = null,
): Promise<OpenDump> {
  let bytes = raw;
  let head = await peek(bytes);
  const gzip = head[0] === 0x1f && head[1] === 0x8b;
  if (gzip) {
    bytes = gunzipBytes(prependBytes(head, bytes), dump.path);
    head = await peek(bytes);
  }
  const encoding = encodingOf(head);
  if (encoding === 'utf-8') refuseBinary(dump, head);
  bytes = prependBytes(head, bytes);
  if (encoding !== 'utf-8') {
    bytes = transcodeBytes(bytes, encoding);
    head = await peek(bytes);
    bytes = prependBytes(head, bytes);
  }
  const textStart = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0;
  return {
    encoding,
    rereadable: stats !== null && !gzip && encoding === 'utf-8',
    textStart,
    head: head.subarray(textStart),
    read: (target, offset) => bytes.read(target, offset),
    changed: () => isChanged(handle, stats),
    close: async () => {
      bytes.close();
      await handle?.close();
    },
  };
}

/** The first bytes. An error behind them is not lost: reading on meets it again. */
async function peek(bytes: Bytes): Promise<Uint8Array> {
  const head = new Uint8Array(SNIFFED);
  let filled = 0;
  try {
    while (filled < SNIFFED) {
      const read = await bytes.read(head, filled);
      if (read === 0) break;
      filled += read;
    }
  } catch (error) {
    if (filled === 0) throw error;
  }
  return head.subarray(0, filled);
}

function encodingOf(head: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}

/** NUL bytes in the first pages mark no text; a stray one further on is only an odd character. */
function refuseBinary(dump: DumpPath, head: Uint8Array): void {
  const offset = head.subarray(0, BINARY_SEEN_BY).indexOf(0);
  if (offset < 0) return;
  throw new BinaryDumpError(
    `${dump.path} is not text: expected UTF-8, or UTF-16 with a byte order mark, found a NUL byte at offset ${offset}`,
  );
}

async function isChanged(handle: FileHandle | null, stats: FileStats | null): Promise<boolean> {
  if (handle === null || stats === null) return false;
  const now = await handle.stat();
  return now.size !== stats.size || now.mtimeMs !== stats.mtimeMs;
}
