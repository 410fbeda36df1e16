/** `--files-from`: a list of dumps, one path a line (or NUL-separated); `#` begins a comment line. */
import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { UserError } from '../../errors.js';
import { causeOf } from '../cause-of.js';

/** Reads the list from `file`, or from standard input for `-`. */
export async function readFileList(file: string): Promise<string[]> {
  const list = file === '-' ? await text(process.stdin) : await readList(file);
  if (list.includes('\0')) return list.split('\0').filter((path) => path !== '');
  return list
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}

async function readList(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new UserError(`Cannot read the list given to --files-from: ${file} (${causeOf(error)})`);
  }
}
