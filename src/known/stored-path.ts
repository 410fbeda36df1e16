/** The path by which an index knows a dump: seen from the index's own folder, wherever the command is run. */
import { existsSync, realpathSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';

/** Makes paths, as seen from `cwd`, those of the index at `index`. */
export function createStoredPath(index: string, cwd: string): (path: string) => string {
  const folder = folderOf(index, cwd);
  return (path) => relative(folder, resolve(cwd, path)).split(sep).join('/');
}

/**
 * Makes what says whether such a path, or the archive before a `!` in it, is there now: a dump that was moved is known by its
 * content alone.
 */
export function createStandsThere(index: string, cwd: string): (storedPath: string) => boolean {
  const folder = folderOf(index, cwd);
  return (storedPath) => {
    const parts = storedPath.split('!');
    return parts.some((_, last) => existsSync(resolve(folder, parts.slice(0, last + 1).join('!'))));
  };
}

function folderOf(index: string, cwd: string): string {
  const file = resolve(cwd, index);
  return dirname(existsSync(file) ? realpathSync(file) : file);
}
