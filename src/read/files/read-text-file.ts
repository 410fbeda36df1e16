/** Small files of the user's own: configuration, baseline, lists. */
import { isUtf8 } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import { UserError } from '../../errors.js';
import { causeOf } from '../cause-of.js';

/**
 * The text of `path`, without a byte order mark; null where there is no such file. Throws a {@link UserError} that begins with
 * `what` else, and for what is not UTF-8: what a list has in another encoding would be met nowhere, and nobody told.
 */
export async function readTextFile(path: string, what: string): Promise<string | null> {
  const bytes = await readBytes(path, what);
  if (bytes === null) return null;
  if (!isUtf8(bytes)) {
    throw new UserError(
      `Cannot read ${what}: ${path}:${firstBrokenLine(bytes)}: expected UTF-8, found bytes that are none: save it as UTF-8`,
    );
  }
  return bytes.toString().replace(/^\ufeff/, '');
}

async function readBytes(path: string, what: string): Promise<Buffer | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw new UserError(`Cannot read ${what}: ${path} (${causeOf(error)})`);
  }
}

/** A line of Latin-1 is a line of bytes, as no letter of UTF-8 has a line end in it. */
function firstBrokenLine(bytes: Buffer): number {
  const lines = bytes.toString('latin1').split('\n');
  return 1 + lines.findIndex((line) => !isUtf8(Buffer.from(line, 'latin1')));
}
