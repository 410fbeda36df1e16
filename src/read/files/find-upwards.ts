/** Where the files of a project are looked for: in the working folder, then upwards, and not beyond the project. */
import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * The working folder and those above it up to the one that holds `.git`. Without such a folder there is no telling
 * where the project ends: then just the working folder, as a file further up may be anybody's.
 */
export async function projectFolders(cwd: string): Promise<string[]> {
  const folders: string[] = [];
  for (let folder = cwd; ; folder = dirname(folder)) {
    folders.push(folder);
    if (await exists(join(folder, '.git'))) return folders;
    if (dirname(folder) === folder) return [cwd];
  }
}

/** Whether there is something at `path`. */
async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
