// Promises: the cases in fixtures/, each a folder of dumps with the commands that are run on it.

import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../fixtures');

export interface Fixture {
  readonly name: string;
  readonly folder: string;
  /** As they stand in command.txt, `reposted` first. */
  readonly commands: readonly string[];
}

/** All cases, by name. */
export const fixtures: readonly Fixture[] = readdirSync(root, { withFileTypes: true })
  // formats/ holds dumps of record formats, which have tests of their own.
  .filter((entry) => entry.isDirectory() && entry.name !== 'formats')
  .map(({ name }) => {
    const folder = join(root, name);
    const commands = readFileSync(join(folder, 'command.txt'), 'utf8').trimEnd().split('\n');
    return { name, folder, commands };
  })
  .sort((a, b) => (a.name < b.name ? -1 : 1));

/** The arguments of a command: words, and what stands in single quotes. */
export function argumentsOf(command: string): string[] {
  const words = command.matchAll(/'([^']*)'|(\S+)/g);
  return [...words].map(([, quoted, plain]) => quoted ?? plain ?? '').slice(1);
}
