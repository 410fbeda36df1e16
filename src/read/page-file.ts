/** The pages of columns that memory has no room for, in a temporary file. */
import { closeSync, readSync } from 'node:fs';
import { PAGE_BYTES, type PageFile } from '../columns/page-pool.js';
import { openTemporaryFile, writeTemporary } from './temporary-file.js';

/** An empty file; nothing is made before there is a page to keep. Writing throws a TemporaryFileError when the disk is full. */
export function createPageFile(): PageFile & { close(): void } {
  let file: number | null = null;
  return {
    read(slot, bytes, offset) {
      if (file === null) throw new Error('No page was written yet');
      readSync(file, bytes, offset, PAGE_BYTES, slot * PAGE_BYTES);
    },
    write(slot, bytes, offset) {
      file ??= openTemporaryFile('pages');
      writeTemporary(file, bytes, { offset, length: PAGE_BYTES, position: slot * PAGE_BYTES });
    },
    close() {
      if (file !== null) closeSync(file);
      file = null;
    },
  };
}
