// Promises: no run costs a file that it reads, whatever it is read as and by whatever name; where a report cannot be
// written is told before anything is read; `-` is standard output wherever a file may be named.

import { link, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { askCli } from './ask-cli.js';
import { parseJson, recordsOf, textOf } from './beside/json.js';
import { copied, original } from './dumps.js';
import { binary, ended, startProgram } from './run-cli.js';
import { tempFolder } from './temp-folder.js';

const two = { 'a.txt': original, 'b.txt': copied };

/** Runs `reposted` as a shell does that redirects its streams. */
function runInShell(command: string, cwd: string) {
  const words = ['-c', `"$0" "$1" ${command}`, process.execPath, binary];
  return ended(startProgram('sh', words, { cwd }));
}

async function textsIn(cwd: string): Promise<Readonly<Record<string, string>>> {
  const names = (await readdir(cwd)).toSorted();
  const texts = names.map(async (name) => [name, await readFile(join(cwd, name), 'utf8')] as const);
  return Object.fromEntries(await Promise.all(texts));
}

describe('a file that is read', () => {
  const files = {
    ...two,
    'known.txt': 'reposted-baseline 1 normalizer 2 rung homoglyphs\n',
    'spam.txt': 'Biscuits are provided\n',
    'list.txt': 'b.txt\n',
    'gate.json': '{ "maxBlocks": 3 }\n',
    'mine.mjs': 'export default () => ["mine"];\n',
  };
  const check = ['check', 'a.txt', '--against', 'b.txt'];
  const known = ['--baseline', 'known.txt'];
  const both = ['--reporter', 'csv:known.txt'];
  it.each([
    ['a baseline', [...check, ...known, '-o', 'known.txt'], /--output .*known\.txt \(--baseline\)/],
    ['a baseline, by a reporter', [...check, ...known, ...both], /--reporter csv .*\(--baseline\)/],
    ['a baseline that is renewed', [...check, ...known, '--prune', ...both], /--reporter csv and --baseline/],
    ['a block list', [...check, '--blocklist', 'spam.txt', '-o', './spam.txt'], /--output .*\(--blocklist\)/],
    ['a configuration', [...check, '--config', 'gate.json', '-o', 'gate.json'], /--output .*\(--config\)/],
    [
      'a list of dumps',
      ['scan', '--files-from', 'list.txt', '-o', 'list.txt'],
      /--output .*\(--files-from\)/,
    ],
    ['a reporter', ['scan', 'a.txt', '-f', './mine.mjs', '-o', 'mine.mjs'], /--output .*\(a reporter\)/],
    [
      'what to ignore',
      ['scan', 'a.txt', '-o', '.repostedignore'],
      /--output .*\(the list of what to ignore\)/,
    ],
    ['a dump to compare with', [...check, '-o', 'b.txt'], /--output would overwrite a dump .*b\.txt/],
    [
      'a baseline taken for a dump',
      ['check', 'a.txt', 'known.txt', ...known, '--update-baseline', '--prune'],
      /--baseline would overwrite a dump/,
    ],
    [
      'a dump of an index',
      ['index', 'a.txt', '-o', 'a.txt'],
      /--output would overwrite a dump .*a\.txt; name another file/,
    ],
  ])('is not overwritten: %s', async (_, args, told) => {
    const cwd = await tempFolder({ ...files, '.repostedignore': '*.md\n' });
    const before = await textsIn(cwd);
    const { stdout, stderr, code } = await askCli(args, { cwd });
    expect({ stdout, code }).toEqual({ stdout: '', code: 2 });
    expect(stderr).toMatch(told);
    expect(await textsIn(cwd)).toEqual(before);
  });

  it('is not overwritten by another name, one of a folder neither', async () => {
    const cwd = await tempFolder({ 'in/a.txt': original, 'in/b.txt': copied });
    await link(join(cwd, 'in/a.txt'), join(cwd, 'hard'));
    await symlink('in/b.txt', join(cwd, 'soft'));
    for (const [dump, output] of [
      ['in/a.txt', 'hard'],
      ['in', 'hard'],
      ['in', 'soft'],
    ] as const) {
      const { stderr, code } = await askCli([dump, '-o', output], { cwd });
      expect({ stderr, code }).toEqual({
        stderr: expect.stringMatching(
          /^reposted: --output would overwrite a dump that is read: in\/[ab]\.txt/,
        ),
        code: 2,
      });
    }
    expect(await textsIn(join(cwd, 'in'))).toEqual(two);
  });

  it.skipIf(process.platform === 'win32')('is not overwritten behind standard input or output', async () => {
    const cwd = await tempFolder(two);
    const from = await runInShell('scan - -o a.txt < a.txt', cwd);
    const onto = await runInShell('scan a.txt >> a.txt', cwd);
    expect([from.code, onto.code]).toEqual([2, 2]);
    expect(from.stderr).toMatch(/--output would overwrite a dump that is read: <stdin>/);
    expect(onto.stderr).toMatch(/standard output would overwrite a dump that is read: a\.txt/);
    expect(await textsIn(cwd)).toEqual(two);
  });
});

describe('where a report goes', () => {
  it.each([
    ['no/such/x', /--output expects a file in a folder that is there: no folder no\/such/],
    ['.', /--output expects a file to write, found a folder: \./],
  ])('is looked at before anything is read: %s', async (output, told) => {
    // What would be found out first, were the dump read.
    const { stderr, code } = await askCli(['a.txt', '-o', output, '--encoding', 'none'], {
      cwd: await tempFolder(two),
    });
    expect({ stderr, code }).toEqual({ stderr: expect.stringMatching(told), code: 2 });
  });

  it('is looked at for baselines and indexes too', async () => {
    const cwd = await tempFolder(two);
    const baseline = ['check', 'a.txt', '--baseline', 'no/known.txt', '--update-baseline'];
    for (const args of [baseline, ['index', 'a.txt', '-o', 'no/known.db']]) {
      const { stdout, stderr, code } = await askCli(args, { cwd });
      expect({ stdout, code }).toEqual({ stdout: '', code: 2 });
      expect(stderr).toMatch(/expects a file in a folder that is there: no folder no\n$/);
    }
  });

  it('is one file a report, by whatever name', async () => {
    const cwd = await tempFolder({ ...two, 'report.txt': '' });
    await link(join(cwd, 'report.txt'), join(cwd, 'same'));
    const { stderr, code } = await askCli(['a.txt', '-o', 'report.txt', '--reporter', 'csv:same'], { cwd });
    expect({ stderr, code }).toEqual({
      stderr: 'reposted: Both --output and --reporter csv would be written to same; name a file for each\n',
      code: 2,
    });
  });

  it('is standard output for a dash', async () => {
    const cwd = await tempFolder(two);
    for (const command of ['scan', 'split']) {
      const said = await askCli([command, 'a.txt', 'b.txt'], { cwd });
      expect(await askCli([command, 'a.txt', 'b.txt', '-o', '-'], { cwd })).toEqual(said);
    }
    expect((await readdir(cwd)).toSorted()).toEqual(['a.txt', 'b.txt']);
  });

  it.skipIf(process.platform === 'win32')(
    'is left out where standard output is a file of the folder',
    async () => {
      const cwd = await tempFolder(two);
      const { stderr, code } = await runInShell('scan . -f json > out.json', cwd);
      expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
      const report = parseJson(await readFile(join(cwd, 'out.json'), 'utf8'));
      expect(recordsOf(report, 'dumps').map((dump) => textOf(dump, 'path'))).toEqual(['a.txt', 'b.txt']);
      expect(recordsOf(report, 'leftOut')).toEqual([
        {
          path: 'out.json',
          reason: 'out.json is what standard output goes to',
          why: 'output',
          ignored: true,
          isTrouble: false,
        },
      ]);
    },
  );

  it('may be the only thing that a folder holds, which is no dump', async () => {
    const cwd = await tempFolder({ 'report.json': '{}' });
    const { stderr, code } = await askCli(['.', '-o', 'report.json'], { cwd });
    expect({ stderr, code }).toEqual({
      stderr: expect.stringMatching(/No dump but files of this run: \./),
      code: 2,
    });
  });
});

it('a file called - is read where a folder has it', async () => {
  const cwd = await tempFolder();
  await writeFile(join(cwd, '-'), original);
  const { stdout } = await askCli(['.'], { cwd, stdin: 'This is standard input.\n' });
  expect(stdout).toMatch(/^- {2}2 posts/);
});
