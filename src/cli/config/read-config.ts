/** The configuration file that a command goes by: the nearest one, or the one that is named. */
import { dirname, join, relative, resolve } from 'node:path';
import { UserError } from '../../errors.js';
import { decodeText } from '../../read/files/decode-text.js';
import { projectFolders } from '../../read/files/find-upwards.js';
import { readFileBytes, readTextFile } from '../../read/files/read-text-file.js';
import type { ConfigValue } from './config-values.js';

const CONFIG_FILE = 'reposted.config.json';
const WHAT = 'the configuration';

/** What a file says. */
export interface ConfigFile {
  /** As shown to people. */
  readonly path: string;
  /** What paths in it are relative to. */
  readonly folder: string;
  readonly values: readonly ConfigValue[];
}

/** Reads the file that is named, or else the nearest one; null where there is none. Throws a {@link UserError}. */
export async function readConfig(cwd: string, named: string | undefined): Promise<ConfigFile | null> {
  if (named !== undefined) {
    const file = resolve(cwd, named);
    const text = await readTextFile(file, WHAT);
    if (text === null)
      throw new UserError(`No configuration at ${named}: --config expects a file (looked in ${cwd})`);
    return parseFile(text, { file, path: named });
  }
  for (const folder of await projectFolders(cwd)) {
    const file = join(folder, CONFIG_FILE);
    const text = await readTextFile(file, WHAT);
    if (text !== null) return parseFile(text, { file, path: relative(cwd, file) });
    const manifest = join(folder, 'package.json');
    const found = await readManifest(manifest, relative(cwd, manifest));
    if (found !== null) return found;
  }
  return null;
}

/** The `reposted` key of a package.json; null where it has none. */
async function readManifest(file: string, path: string): Promise<ConfigFile | null> {
  const bytes = await readFileBytes({ path: file, what: WHAT });
  // Most have none, and need not be understood, nor even be text.
  if (bytes === null || !/"reposted"\s*:\s*\{/.test(bytes.toString('latin1'))) return null;
  const { parseManifest } = await import('./config-values.js');
  const values = parseManifest(decodeText(bytes, { path: file, what: WHAT }), path);
  return values === null ? null : { path, folder: dirname(file), values };
}

async function parseFile(text: string, { file, path }: { file: string; path: string }): Promise<ConfigFile> {
  const { parseConfig } = await import('./config-values.js');
  return { path, folder: dirname(file), values: parseConfig(text, path) };
}
