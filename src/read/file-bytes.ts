/** The bytes of files and streams. */
import { readSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { type Bytes, bytesOf } from './bytes.js';

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

/** The bytes of a stream. */
export function streamBytes(stream: Readable): Bytes {
  return bytesOf(stream, () => {
    stream.destroy();
  });
}
