/**
 * Files in the system's folder for temporary files. Where the system allows it the name is removed as soon as the file is
 * open, so it is gone on every way out, even a kill; elsewhere it is removed when the process ends, and what a crash
 * left there when the next one begins.
 */
import { mkdtempSync, openSync, readdirSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UserError } from '../errors.js';
import { causeOf } from './cause-of.js';

/** A temporary file cannot be had: no dump's fault, so the run ends. */
export class TemporaryFileError extends UserError {}

/** Opens a new file that only this process can read; throws a {@link TemporaryFileError}. */
export function openTemporaryFile(name: string): number {
  const folder = makeTemporaryFolder();
  const file = openSync(join(folder, name), 'wx+', 0o600);
  const remove = () => rmSync(folder, { recursive: true, force: true });
  if (process.platform === 'win32') process.once('exit', remove);
  else remove();
  return file;
}

/** Writes `length` bytes from `offset` on; throws a {@link TemporaryFileError} when the disk is full. */
export function writeTemporary(
  file: number,
  bytes: Uint8Array,
  { offset, length, position }: { offset: number; length: number; position: number },
): void {
  try {
    for (let written = 0; written < length; ) {
      written += writeSync(file, bytes, offset + written, length - written, position + written);
    }
  } catch (error) {
    throw new TemporaryFileError(
      `Cannot write a temporary file in ${tmpdir()}: ${causeOf(error)}; ` +
        'set TMPDIR to a folder with more room',
    );
  }
}

/** The folder names the process that made it, so that another can tell whether it is still wanted. */
const PREFIX = 'reposted-';

/** Makes a folder, to be removed by who asked for it; throws a {@link TemporaryFileError}. */
export function makeTemporaryFolder(): string {
  try {
    const folder = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
    removeAbandoned(statSync(folder).mtimeMs);
    return folder;
  } catch (error) {
    throw new TemporaryFileError(
      `Cannot make a temporary folder in ${tmpdir()}: ${causeOf(error)}; ` +
        'set TMPDIR to a folder that can be written',
    );
  }
}

/** Milliseconds: a folder that was just made may be of a process that cannot be seen from here, in another container. */
const YOUNG = 60_000;

/** Removes the folders of processes that are no more; `now` is when a folder of this one was made. */
function removeAbandoned(now: number): void {
  for (const name of readdirSync(tmpdir())) {
    const [, pid] = /^reposted-(\d+)-\w{6}$/.exec(name) ?? [];
    if (pid === undefined || isRunning(Number(pid))) continue;
    const folder = join(tmpdir(), name);
    const { mtimeMs = now } = statSync(folder, { throwIfNoEntry: false }) ?? {};
    if (now - mtimeMs > YOUNG) rmSync(folder, { recursive: true, force: true });
  }
}

/** Signal 0 asks, and sends nothing; a process of someone else's may not be asked, and runs. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}
