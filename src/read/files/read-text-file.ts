/** Small files of the user's own: configuration, baseline, lists. */
import { createReadStream } from 'node:fs';
import { UserError } from '../../errors.js';
import { causeOf } from '../cause-of.js';
import { decodeText, type NamedFile } from './decode-text.js';

/** The text of `path` as {@link readText} has it; null where there is no such file. */
export async function readTextFile(path: string, what: string): Promise<string | null> {
  const bytes = await readFileBytes({ path, what });
  return bytes === null ? null : decodeText(bytes, { path, what });
}

/** The bytes of a file; null where there is no such file. Throws a {@link UserError} where it cannot be read, or is too large. */
export async function readFileBytes(file: NamedFile): Promise<Buffer | null> {
  try {
    return await readBytes(createReadStream(file.path), file);
  } catch (error) {
    if (error instanceof UserError) throw error;
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw new UserError(`Cannot read ${file.what}: ${file.path} (${causeOf(error)})`);
  }
}

/** What is larger was not meant: a dump, a device without an end. */
const MOST_MIB = 256;

/** All of `stream`. Throws a {@link UserError} where it is too large. */
export async function readBytes(stream: AsyncIterable<Buffer>, { path, what }: NamedFile): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of stream) {
    pieces.push(piece);
    length += piece.length;
    if (length > MOST_MIB * 2 ** 20)
      throw new UserError(`Cannot read ${what}: ${path} is larger than ${MOST_MIB} MiB`);
  }
  return Buffer.concat(pieces);
}
