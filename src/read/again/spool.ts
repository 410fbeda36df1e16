/**
 * One temporary file for everything that cannot be read twice: standard input, pipes, decompressed and
 * transcoded dumps.
 */
import { closeSync, readSync } from 'node:fs';
import { openTemporaryFile, writeTemporary } from '../temporary-file.js';

/** Bytes kept for a second reading; positions are offsets into the one file. */
export interface Spool {
  /** Appends `bytes`; throws a TemporaryFileError when the disk is full. */
  append(bytes: Uint8Array): void;
  /** Where the next byte will stand. */
  readonly end: number;
  /** The file, open for all threads; null while there is none. */
  readonly descriptor: number | null;
  close(): void;
}

/** An empty spool in the system's folder for temporary files; nothing is made there before there is something to keep. */
export function createSpool(): Spool {
  let file: number | null = null;
  let end = 0;
  return {
    append(bytes) {
      file ??= openTemporaryFile('spool');
      writeTemporary(file, bytes, { offset: 0, length: bytes.length, position: end });
      end += bytes.length;
    },
    get end() {
      return end;
    },
    get descriptor() {
      return file;
    },
    close() {
      if (file !== null) closeSync(file);
      file = null;
    },
  };
}

/** Reads bytes of the spool in an open file; null: an empty one. */
export function readKept(descriptor: number | null, target: Uint8Array, position: number): number {
  return descriptor === null ? 0 : readSync(descriptor, target, 0, target.length, position);
}
