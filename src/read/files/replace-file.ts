/** Writes a small file so that whoever reads it finds the old text or the new one, and never a part. */
import { randomUUID } from 'node:crypto';
import { open, realpath, rename, rm } from 'node:fs/promises';
import { UserError } from '../../errors.js';
import { causeOf } from '../cause-of.js';

/** Replaces `path`, or the file that it is a link to. Throws a {@link UserError} that begins with `what`. */
export async function replaceFile(path: string, text: string, what: string): Promise<void> {
  const target = await realpath(path).catch(() => path);
  const temporary = `${target}.${randomUUID()}.tmp`;
  try {
    const file = await open(temporary, 'wx');
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw new UserError(`Cannot write ${what}: ${path} (${causeOf(error)})`);
  }
}
