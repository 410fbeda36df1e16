/** `--files-from`: a list of dumps, one path a line (or NUL-separated); `#` begins a comment line. */
import { UserError } from '../../errors.js';
import { decodeText } from './decode-text.js';
import { readBytes, readTextFile } from './read-text-file.js';

const WHAT = 'the list given to --files-from';

/** Reads the list from `file`, or from standard input for `-`. Throws a {@link UserError}. */
export async function readFileList(file: string): Promise<string[]> {
  const list = file === '-' ? await readInput() : await readTextFile(file, WHAT);
  if (list === null) throw new UserError(`Cannot read ${WHAT}: ${file} (no such file or directory)`);
  if (list.includes('\0')) return list.split('\0').filter((path) => path !== '');
  return list
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}

async function readInput(): Promise<string> {
  const input = { path: 'standard input', what: WHAT };
  return decodeText(await readBytes(process.stdin, input), input);
}
