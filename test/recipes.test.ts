// Promises: the recipes of the README that go through jq do as they are written what is said above them.

import { spawnSync } from 'node:child_process';
import { copyFile, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { copied, original } from './dumps.js';
import { ended, startProgram } from './run-cli.js';
import { tempFolder } from './temp-folder.js';

const root = resolve(import.meta.dirname, '..');
const hasJq = spawnSync('jq', ['--version']).status === 0;

/** The commands of the README's section of recipes that a comment introduces, by that comment. */
async function recipe(comment: string): Promise<string> {
  const readme = await readFile(join(root, 'README.md'), 'utf8');
  const [, section = ''] = readme.split('\n## Recipes\n');
  const [, rest = ''] = section.split(`# ${comment}`);
  return rest.slice(rest.indexOf('\n')).split(/\n(?:\n|```)/)[0] ?? '';
}

async function run(commands: string, cwd: string) {
  const shell = `set -o pipefail\nreposted() { node ${JSON.stringify(join(root, 'bin/reposted.js'))} "$@"; }\n`;
  const child = startProgram('bash', ['--norc', '-c', shell + commands], { cwd });
  child.stdin.end();
  return ended(child);
}

describe.skipIf(!hasJq)('a recipe of the README (skipped where jq is not installed)', () => {
  it('lists who copied whom without credit', async () => {
    const cwd = await tempFolder({ 'dumps/a.txt': original, 'dumps/b.txt': copied });
    const { stdout, stderr, code } = await run(await recipe('Who copied whom without credit'), cwd);
    expect({ stdout, stderr, code }).toEqual({
      stdout: 'dumps/a.txt\tdumps/b.txt\tdumps/b.txt:1\t1\n',
      stderr: '',
      code: 0,
    });
  });

  it('shows how a dump was cut', async () => {
    const cwd = await tempFolder();
    await copyFile(join(root, 'fixtures/channel-page/channel.txt'), join(cwd, 'channel.txt'));
    const { stdout, code } = await run(await recipe('Show how a dump was cut'), cwd);
    expect(code).toBe(0);
    expect(stdout.split('\n')[0]).toMatch(/^1-7\t\S+\t🥐 Warm bread again from Monday$/u);
    expect(stdout.trimEnd().split('\n')).toHaveLength(8);
  });
});
