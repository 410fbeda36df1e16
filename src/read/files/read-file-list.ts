/** `--files-from`: a list of dumps, one path a line (or NUL-separated); `#` begins a comment line. */
import { UserError } from '../../errors.js';
import { encodingOf } from './decode-text.js';
import { readBytes, readFileBytes } from './read-text-file.js';

const WHAT = 'the list given to --files-from';

/** Reads the list from `file`, or from standard input for `-`. Throws a {@link UserError}. */
export async function readFileList(file: string): Promise<string[]> {
  const bytes =
    file === '-'
      ? await readBytes(process.stdin, { path: 'standard input', what: WHAT })
      : await readFileBytes({ path: file, what: WHAT });
  if (bytes === null) throw new UserError(`Cannot read ${WHAT}: ${file} (no such file or directory)`);
  // A path that is not UTF-8 is told as one that is not there, and the others are read.
  const list = new TextDecoder(encodingOf(bytes)).decode(bytes);
  if (list.includes('\0')) return list.split('\0').filter((path) => path !== '');
  return list
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}
