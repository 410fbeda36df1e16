/** Small files of the user's own: configuration, baseline, lists. */
import { readFile } from 'node:fs/promises';
import { UserError } from '../../errors.js';
import { causeOf } from '../cause-of.js';

/** The text of `path`; null where there is no such file. Throws a {@link UserError} that begins with `what` else. */
export async function readTextFile(path: string, what: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw new UserError(`Cannot read ${what}: ${path} (${causeOf(error)})`);
  }
}
