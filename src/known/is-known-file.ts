/** What an index is, by its first bytes. */
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { UserError } from '../errors.js';

/** Where a database of the engine has its magic word; its version, in eight bytes, follows, of which no text has the last. */
const MAGIC_AT = 8;
const MAGIC = 'DUCK';
const VERSION_END = MAGIC_AT + MAGIC.length + 8;

/** Whether the file may be an index. Throws a {@link UserError} where it cannot be read. */
export function isKnownFile(path: string): boolean {
  const head = Buffer.alloc(VERSION_END, ' ');
  try {
    if (statSync(path).isDirectory()) return false;
    const file = openSync(path, 'r');
    readSync(file, head, 0, head.length, 0);
    closeSync(file);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    const why = error.code === 'ENOENT' ? 'there is no such file' : error.message;
    throw new UserError(
      `Cannot open the index ${path}: ${why}; one is made with \`reposted index DUMP... -o ${path}\``,
    );
  }
  return head.toString('latin1', MAGIC_AT, MAGIC_AT + MAGIC.length) === MAGIC && head.at(-1) === 0;
}
