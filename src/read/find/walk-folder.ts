/** A folder → the files in it, and what is passed over: links, which may lead anywhere, and what is hidden. */
import type { Dirent } from 'node:fs';
import { access, constants, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** What was found: a file to read, or something else; a hidden folder is one of these, whatever is in it. */
export interface FolderEntry {
  readonly file: string;
  readonly kind: 'file' | 'closed' | PassedOver;
}

/** What is not read unless it is named. */
export type PassedOver = 'hidden' | 'link' | 'special';

/** Walks `folder` to its bottom; a folder in it that cannot be looked into is `closed`. */
export async function walkFolder(folder: string): Promise<FolderEntry[]> {
  const entries = await entriesOf(folder);
  if (entries === null) return [{ file: folder, kind: 'closed' }];
  const found: FolderEntry[] = [];
  for (const entry of entries) {
    const file = join(folder, entry.name);
    const kind = entry.name.startsWith('.') ? 'hidden' : entryKind(entry);
    if (kind === 'folder') for (const inner of await walkFolder(file)) found.push(inner);
    else found.push({ file, kind });
  }
  return found;
}

async function entriesOf(folder: string): Promise<Dirent[] | null> {
  try {
    await access(folder, constants.R_OK | constants.X_OK);
    return await readdir(folder, { withFileTypes: true });
  } catch {
    return null;
  }
}

/** What an entry is that is not hidden. */
export function entryKind(entry: Pick<Dirent, 'isFile' | 'isDirectory' | 'isSymbolicLink'>): FileKind {
  if (entry.isSymbolicLink()) return 'link';
  if (entry.isDirectory()) return 'folder';
  return entry.isFile() ? 'file' : 'special';
}

type FileKind = 'file' | 'folder' | 'link' | 'special';
