// Promises: lines written to a file in chunks of some megabytes, and only a whole file under the file's own name: an
// interrupted run leaves a `.part`, which the next one overwrites.

import { closeSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

const chunkBytes = 8 * 1024 * 1024;

/** @param {string} path */
export function openChunked(path) {
  mkdirSync(dirname(path), { recursive: true });
  const file = openSync(`${path}.part`, 'w');
  const chunk = new Uint8Array(chunkBytes);
  let filled = 0;
  let written = 0;

  function flush() {
    for (let at = 0; at < filled; ) at += writeSync(file, chunk, at, filled - at);
    filled = 0;
  }

  return {
    /** @param {Uint8Array} line shorter than a chunk, without its line end */
    writeLine(line) {
      if (filled + line.length + 1 > chunkBytes) flush();
      chunk.set(line, filled);
      chunk[filled + line.length] = 0x0a;
      filled += line.length + 1;
      written += line.length + 1;
    },
    bytesWritten: () => written,
    close() {
      flush();
      closeSync(file);
      renameSync(`${path}.part`, path);
    },
  };
}
