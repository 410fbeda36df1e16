// Promises: what may be said on the command line, what the program does with it, and the exit code that follows.

import { link, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { askCli } from './ask-cli.js';
import { parseJson, recordsOf, textOf } from './beside/json.js';
import { copied, original } from './dumps.js';
import { runCli } from './run-cli.js';
import { tempFolder } from './temp-folder.js';

const two = { 'a.txt': original, 'b.txt': copied };

/** The paths of the dumps in the report of a run without trouble. */
async function dumpsOf(args: readonly string[], cwd: string, stdin = ''): Promise<readonly string[]> {
  // What is piped in comes to a process of its own.
  const run = stdin === '' ? askCli : runCli;
  const { stdout, stderr, code } = await run(['--format', 'json', ...args], { cwd, stdin });
  expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
  return recordsOf(parseJson(stdout), 'dumps').map((dump) => textOf(dump, 'path'));
}

describe('the dumps to read', () => {
  it('are files, and `scan` need not be said', async () => {
    const cwd = await tempFolder(two);
    const said = await askCli(['scan', 'a.txt', 'b.txt'], { cwd });
    const unsaid = await askCli(['a.txt', 'b.txt'], { cwd });
    expect(said.stdout).toContain('Reposts: 1 block');
    expect(unsaid).toEqual(said);
  });

  it('are all files of a folder, its subfolders too', async () => {
    const cwd = await tempFolder({ 'in/a.txt': original, 'in/deep/er/b.txt': copied, 'c.txt': original });
    expect(await dumpsOf(['in'], cwd)).toEqual(['in/a.txt', 'in/deep/er/b.txt']);
  });

  it('are the files that a pattern matches', async () => {
    const cwd = await tempFolder({ ...two, 'notes.md': original });
    expect(await dumpsOf(['*.txt'], cwd)).toEqual(['a.txt', 'b.txt']);
  });

  it('may have names that look like patterns', async () => {
    const cwd = await tempFolder({ 'a[1].txt': original, 'a1.txt': copied });
    expect(await dumpsOf(['a[1].txt'], cwd)).toEqual(['a[1].txt']);
  });

  it('are not taken for words of a flag that stands before them', async () => {
    expect(await dumpsOf(['--forward-phrase', 'Taken from', 'a.txt'], await tempFolder(two))).toEqual([
      'a.txt',
    ]);
  });

  it('may have names that look like flags, behind --', async () => {
    const cwd = await tempFolder({ '--quiet': original });
    expect(await dumpsOf(['--', '--quiet'], cwd)).toEqual(['--quiet']);
  });

  it('are listed in a file, with comments and blank lines', async () => {
    const cwd = await tempFolder({ ...two, list: '# our dumps\n\na.txt\r\n  b.txt  \n' });
    expect(await dumpsOf(['--files-from', 'list'], cwd)).toEqual(['a.txt', 'b.txt']);
  });

  it('are listed in UTF-16, as PowerShell writes lists', async () => {
    const list = Buffer.from('\ufeffa.txt\r\nb.txt\r\n', 'utf16le');
    const cwd = await tempFolder({ ...two, little: list, big: Buffer.from(list).swap16() });
    expect(await dumpsOf(['--files-from', 'little'], cwd)).toEqual(['a.txt', 'b.txt']);
    expect(await dumpsOf(['--files-from', 'big'], cwd)).toEqual(['a.txt', 'b.txt']);
  });

  it('are listed on standard input, parted by NUL bytes', async () => {
    const cwd = await tempFolder({ 'a.txt': original, 'odd\nname.txt': copied });
    expect(await dumpsOf(['--files-from', '-'], cwd, 'a.txt\0odd\nname.txt\0')).toHaveLength(2);
  });

  it('are standard input for a dash, beside files', async () => {
    const cwd = await tempFolder(two);
    expect(await dumpsOf(['-', 'a.txt'], cwd, copied)).toEqual(['<stdin>', 'a.txt']);
  });

  it('are standard input when nothing is named and something is piped in', async () => {
    expect(await dumpsOf([], await tempFolder(), copied)).toEqual(['<stdin>']);
  });

  it('count once, however often they are named', async () => {
    const cwd = await tempFolder(two);
    const named = ['a.txt', './a.txt', join(cwd, 'a.txt'), '*.txt', '.'];
    expect(await dumpsOf(named, cwd)).toEqual(['a.txt', 'b.txt']);
  });

  // Else a link such as latest.txt makes every post of the newest dump a copy of itself.
  it('count once when a link, or a second name, leads to one of them', async () => {
    const cwd = await tempFolder(two);
    await symlink(join(cwd, 'a.txt'), join(cwd, 'latest.txt'));
    await link(join(cwd, 'b.txt'), join(cwd, 'yesterday.txt'));
    expect(await dumpsOf(['a.txt', 'latest.txt', 'b.txt', '.'], cwd)).toEqual(['a.txt', 'b.txt']);
  });
});

describe('the report', () => {
  it('does not depend on the order of the arguments', async () => {
    const cwd = await tempFolder({ ...two, 'c.txt': original });
    const forward = await askCli(['a.txt', 'b.txt', 'c.txt', '-f', 'json'], { cwd });
    const back = await askCli(['-f', 'json', 'c.txt', 'b.txt', 'a.txt'], { cwd });
    expect(back.stdout).toBe(forward.stdout);
  });

  it('is the same, byte for byte, four times in a row', async () => {
    const cwd = await tempFolder(two);
    const runs = Array.from({ length: 4 }, () => runCli(['.', '--format', 'json'], { cwd }));
    expect(new Set((await Promise.all(runs)).map(({ stdout }) => stdout)).size).toBe(1);
  });
});

describe('help', () => {
  it('is printed for --help, with an example and the exit codes', async () => {
    for (const args of [['--help'], ['scan', '--help'], ['split', '-h'], ['help', 'scan']]) {
      const { stdout, stderr, code } = await askCli(args);
      expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
      expect(stdout).toMatch(/Usage: reposted/);
      expect(stdout).toMatch(/130 +interrupted/);
    }
    expect((await askCli(['scan', '--help'])).stdout).toContain('reposted scan channel.txt');
  });

  it('tells the version for --version and -V', async () => {
    const { stdout, code } = await askCli(['--version']);
    expect({ stdout, code }).toEqual({ stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/), code: 0 });
    expect((await askCli(['-V'])).stdout).toBe(stdout);
  });
});
