/** The files of a run that are no dumps: what it writes, and what it reads beside them. */
import { resolve } from 'node:path';
import { type Identity, identify, identifyStream, placeOf } from './identify.js';

/** A file, and the flag that names it, for messages. */
export interface RunFile {
  /** `-` is standard output of a file that is written, standard input of one that is read. */
  readonly path: string;
  readonly by: string;
}

/** All of them. */
export interface RunFiles {
  readonly written: readonly RunFile[];
  readonly read: readonly RunFile[];
}

/** A file that is known by whatever name. */
export interface IdentifiedFile extends RunFile {
  readonly identity: Identity;
  /** Where it was asked for; of a link that is not where the file is. */
  readonly place: string;
}

/** Looks at each of `files`; `descriptor` is what `-` means among them. */
export function identifyFiles(files: readonly RunFile[], cwd: string, descriptor: 0 | 1): IdentifiedFile[] {
  return files.map(({ path, by }) => {
    if (path === '-') return { path, by, identity: identifyStream(descriptor), place: path };
    const file = resolve(cwd, path);
    return { path, by, identity: identify(file), place: placeOf(file) };
  });
}
