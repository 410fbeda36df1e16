/**
 * One writer at a time. The lock is the operating system's, on a file beside the index, so it is gone with the process
 * that holds it, however it ends. Node has no such locks, the engine has: the file is an empty database of its own.
 */
import { existsSync, rmSync } from 'node:fs';
import { UserError } from '../errors.js';
import { type Engine, quoted } from './engine.js';
import { filesBeside } from './files-beside.js';
import { isKnownFile } from './is-known-file.js';

/** Takes the lock of the index at `file`, or throws a {@link UserError} where another process has it. */
export async function lockIndex(engine: Engine, file: string, path: string): Promise<{ release(): void }> {
  const { lock } = filesBeside(file);
  const attach = () => engine.run(`ATTACH ${quoted(lock)} AS lock`);
  try {
    await attach();
  } catch (error) {
    const [cause = ''] = String(error instanceof Error ? error.message : error).split('\n');
    const holder = /conflicting lock is held in (.+?)\.(?: |$)/i.exec(cause)?.[1];
    if (holder !== undefined || /being used by another/i.test(cause)) {
      throw new UserError(
        `${path} is being written by another process (${holder ?? cause}): wait until it is done, then run again`,
      );
    }
    if (!existsSync(lock)) throw new UserError(`Cannot write ${path}: ${cause}`);
    await retake(lock, attach, path);
  }
  return {
    release() {
      // While it is still held: who comes next makes a file of its own.
      if (process.platform !== 'win32') rmSync(lock, { force: true });
    },
  };
}

/** A run that was killed while it made the lock leaves a piece of it. */
async function retake(lock: string, attach: () => Promise<void>, path: string): Promise<void> {
  try {
    if (!isKnownFile(lock)) throw new Error('it is no lock');
    rmSync(lock);
    await attach();
  } catch {
    throw new UserError(`${lock} is in the way: delete it if nothing is writing ${path}, then run again`);
  }
}
