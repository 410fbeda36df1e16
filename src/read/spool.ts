/**
 * One temporary file for everything that cannot be read twice: standard input, pipes, decompressed and
 * transcoded dumps. Where the system allows it the name is removed as soon as the file is open, so it is gone
 * on every way out, even a kill; elsewhere it is removed when the process ends.
 */
import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UserError } from '../errors.js';
import { causeOf } from './cause-of.js';

/** The temporary file cannot be had: no dump's fault, so the run ends. */
export class SpoolError extends UserError {}

/** Bytes kept for a second reading; positions are offsets into the one file. */
export interface Spool {
  /** Appends `bytes`; throws a {@link SpoolError} when the disk is full. */
  append(bytes: Uint8Array): void;
  /** Where the next byte will stand. */
  readonly end: number;
  read(target: Uint8Array, position: number): number;
  close(): void;
}

/** An empty spool in the system's folder for temporary files; nothing is made there before there is something to keep. */
export function createSpool(): Spool {
  let file: number | null = null;
  let end = 0;
  return {
    append(bytes) {
      file ??= openFile();
      end += writeWhole(file, bytes, end);
    },
    get end() {
      return end;
    },
    read: (target, position) => (file === null ? 0 : readSync(file, target, 0, target.length, position)),
    close() {
      if (file !== null) closeSync(file);
      file = null;
    },
  };
}

function openFile(): number {
  const folder = makeFolder();
  const file = openSync(join(folder, 'spool'), 'wx+', 0o600);
  const remove = () => rmSync(folder, { recursive: true, force: true });
  if (process.platform === 'win32') process.once('exit', remove);
  else remove();
  return file;
}

function makeFolder(): string {
  try {
    return mkdtempSync(join(tmpdir(), 'reposted-'));
  } catch (error) {
    throw new SpoolError(
      `Cannot make a temporary folder in ${tmpdir()}: ${causeOf(error)}; ` +
        'set TMPDIR to a folder that can be written',
    );
  }
}

function writeWhole(file: number, bytes: Uint8Array, position: number): number {
  try {
    let written = 0;
    while (written < bytes.length) {
      written += writeSync(file, bytes, written, bytes.length - written, position + written);
    }
    return written;
  } catch (error) {
    throw new SpoolError(
      `Cannot write the temporary copy in ${tmpdir()}: ${causeOf(error)}; ` +
        'set TMPDIR to a folder with more room',
    );
  }
}
