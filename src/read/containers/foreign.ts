/** Archives, databases and what stands for a file that are not read: told by their first bytes, so that their names say what to do. */

const marks: readonly { readonly name: string; readonly at: number; readonly mark: string }[] = [
  { name: 'tar', at: 257, mark: 'ustar' },
  { name: '7z', at: 0, mark: '7z\xbc\xaf\x27\x1c' },
  { name: 'rar', at: 0, mark: 'Rar!\x1a\x07' },
];

/** The name of the archive that `head` begins; null where it is none of them. */
export function foreignArchive(head: Uint8Array): string | null {
  return marks.find(({ at, mark }) => hasMark(head, at, mark))?.name ?? null;
}

/** Whether `head` begins a zip archive, which may be empty. */
export function beginsZip(head: Uint8Array): boolean {
  return ['PK\x03\x04', 'PK\x05\x06'].some((mark) => hasMark(head, 0, mark));
}

/** Whether `head` begins a database of DuckDB, as an index is one. */
export function beginsIndex(head: Uint8Array): boolean {
  return hasMark(head, 8, 'DUCK');
}

/** Whether `head` begins what Git LFS has in place of a file that it did not fetch. */
export function beginsPointer(head: Uint8Array): boolean {
  return hasMark(head, 0, 'version https://git-lfs.github.com/spec/v1\noid ');
}

function hasMark(head: Uint8Array, at: number, mark: string): boolean {
  return Buffer.from(head.subarray(at, at + mark.length)).toString('latin1') === mark;
}
