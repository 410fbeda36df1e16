/** The path by which an index knows a dump: seen from the index's own folder, wherever the command is run. */
import { existsSync, realpathSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';

/** Makes paths, as seen from `cwd`, those of the index at `index`. */
export function createStoredPath(index: string, cwd: string): (path: string) => string {
  const file = resolve(cwd, index);
  const folder = dirname(existsSync(file) ? realpathSync(file) : file);
  return (path) => relative(folder, resolve(cwd, path)).split(sep).join('/');
}
