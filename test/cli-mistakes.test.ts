// Promises: a mistake on the command line is told in a line or two that name it, and ends with 2; never with a stack.

import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { askCli } from './ask-cli.js';
import { copied, original } from './dumps.js';
import { runCli } from './run-cli.js';
import { tempFolder } from './temp-folder.js';

const two = { 'a.txt': original, 'b.txt': copied };
const STACK = /^ +at |node:internal/m;

describe('a mistake', () => {
  /** Each is told in a line or two on standard error, nothing on standard output, and ends with 2. */
  const mistakes: readonly (readonly [what: string, args: readonly string[], told: RegExp])[] = [
    [
      'an unknown flag gets a suggestion',
      ['a.txt', '--formt', 'json'],
      /--formt[\s\S]*Did you mean --format\?/,
    ],
    ['a mistyped command is told as one', ['scna', 'a.txt'], /scna.*did you mean the command scan\?/],
    [
      'a mistyped command of an index is told as one',
      ['index', 'lst', 'known.db'],
      /--output known\.db; did you mean the command index list\?/,
    ],
    [
      'a mistyped command of an index is no dump',
      ['index', 'remov', 'a.txt', '-o', 'known.db'],
      /remov .*did you mean the command index remove\?/,
    ],
    [
      'an audit of nothing is told by its name',
      ['audit', '--baseline', 'none'],
      /No dump to audit: .*as in reposted audit new\//,
    ],
    [
      'a format that does not exist is told with the ones that do',
      ['a.txt', '-f', 'xml'],
      /--format[\s\S]*ndjson/,
    ],
    [
      'a rung that does not exist is told with the ones that do',
      ['a.txt', '--rung', 'low'],
      /--rung[\s\S]*typography/,
    ],
    ['a --top that is no number is told', ['a.txt', '--top', 'ten'], /--top.*"ten"/],
    ['a --top that is negative is told', ['a.txt', '--top=-1'], /--top.*"-1"/],
    ['a --min-characters of nothing is told', ['a.txt', '--min-characters', ''], /--min-characters.*""/],
    ['an empty value is told', ['a.txt', '--ignore', ''], /--ignore expects a value, found an empty one/],
    [
      'an empty value behind a command is told',
      ['check', 'a.txt', '--baseline', '', '--update-baseline'],
      /--baseline expects a value, found an empty one/,
    ],
    [
      'more threads than are of any use are told',
      ['a.txt', '--threads', '65'],
      /--threads expects a whole number from 1 to 64, found "65"/,
    ],
    [
      'a value given twice is told',
      ['a.txt', '-o', 'x', '--output=y'],
      /twice, as --output x and as --output y/,
    ],
    ['a pattern given twice is told', ['a.txt', '--separator', 'x', '--separator', 'x'], /given twice/],
    [
      'a list given twice is told',
      ['--files-from', 'none', '--files-from', 'gone'],
      /twice, as --files-from none and as --files-from gone/,
    ],
    [
      'a configuration that is to be none is told',
      ['a.txt', '--config', 'c.json', '--no-config'],
      /twice, as --config c\.json and as --no-config/,
    ],
    ['a pattern that is none is told with its flag', ['a.txt', '--post-start', '(x'], /--post-start.*"\(x"/],
    ['a pattern beyond RE2 is told', ['a.txt', '--separator', '(?=x)'], /--separator.*RE2/],
    [
      'two shapes at once exclude each other',
      ['a.txt', '--one-post-per-line', '--input-format', 'flat-text'],
      /exclude/,
    ],
    [
      'one post a line and patterns exclude each other',
      ['a.txt', '--one-post-per-line', '--post-start', 'x'],
      /--one-post-per-line and --post-start exclude each other/,
    ],
    [
      'a format and patterns exclude each other',
      ['a.txt', '--input-format', 'line-text', '--separator', 'x'],
      /--input-format line-text and --separator exclude each other/,
    ],
    [
      'boundaries of your own without one are told',
      ['a.txt', '--input-format', 'custom-text'],
      /custom-text expects your own boundaries beside it/,
    ],
    [
      'a field of text is told',
      ['a.txt', '--one-post-per-line', '--text-field', 'body'],
      /--text-field is of JSON and CSV, and by --one-post-per-line/,
    ],
    ['a missing file is named', ['gone.txt'], /gone\.txt/],
    ['missing files to compare with are named', ['a.txt', '--against', 'gone.txt'], /gone\.txt/],
    // What an unset variable in a script leaves: it must not mean the folder one happens to be in.
    ['an empty name is told', [''], /empty|No such file/],
    ['a pattern that matches nothing is named', ['*.csv'], /\*\.csv/],
    ['a folder without files is named', ['empty'], /empty/],
    ['a list that is missing is named with its flag', ['--files-from', 'gone'], /--files-from.*gone/],
    ['a list without a path is named', ['--files-from', 'none'], /none/],
    ['standard input cannot be a dump and the list of dumps', ['-', '--files-from', '-'], /Standard input/],
  ];

  it('is not to give again what gathers values', async () => {
    const cwd = await tempFolder(two);
    const words = ['--forward-phrase', 'Taken from', '--forward-phrase', 'Seen at'];
    const ignored = ['--ignore', '*.md', '--ignore', '*.log'];
    const reports = ['--reporter', 'csv:a.csv', '--reporter', 'json:a.json'];
    const against = ['--against', 'b.txt', '--against', 'b.txt'];
    const { stderr, code } = await askCli(['a.txt', ...words, ...ignored, ...reports, ...against], { cwd });
    expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
  });

  for (const [what, args, told] of mistakes) {
    it(what, async () => {
      const cwd = await tempFolder({ ...two, 'empty/.keep': '', none: '# nothing yet\n' });
      const { stdout, stderr, code } = await askCli(args, { cwd });
      expect({ stdout, code }).toEqual({ stdout: '', code: 2 });
      expect(stderr).toMatch(told);
      expect(stderr).not.toMatch(STACK);
      expect(stderr.trimEnd().split('\n').length).toBeLessThanOrEqual(2);
    });
  }

  it('is a folder for temporary files that is not there', async () => {
    const { stdout, stderr, code } = await runCli(['-'], {
      stdin: original,
      env: { TMPDIR: '/no/such/folder' },
    });
    expect({ stdout, code }).toEqual({ stdout: '', code: 2 });
    expect(stderr).toMatch(/^reposted: .*\/no\/such\/folder.*\n$/);
  });
});

describe('what is not there', () => {
  const missing = ['gone.txt', 'gone*.txt', 'empty', 'a.txt/gone', 'x'.repeat(300)];

  it.each(missing)('is told, and the other dumps are reported: %s', async (gone) => {
    const cwd = await tempFolder({ ...two, 'empty/.keep': '' });
    await expectOthers(['a.txt', gone, 'b.txt'], cwd, [gone]);
  });

  it('is told to who wants quiet, all of it', async () => {
    const cwd = await tempFolder({ ...two, 'empty/.keep': '' });
    await expectOthers([...missing, 'a.txt', 'b.txt', '-q'], cwd, missing);
  });

  it('is no pass of a check, whichever side it is missing on', async () => {
    const cwd = await tempFolder({
      'a.txt': original,
      'c.txt': 'Nothing of the kind has been said before.\n',
    });
    for (const args of [
      ['a.txt', 'gone.txt', '--against', 'c.txt'],
      ['a.txt', '--against', 'c.txt', 'gone.txt'],
    ]) {
      const { stderr, code } = await askCli(['check', '-q', ...args], { cwd });
      expect({ stderr, code }).toEqual({
        stderr: 'reposted: left out: No such file or folder: gone.txt\n',
        code: 2,
      });
    }
  });
});

// Permissions do not bind the superuser.
describe.skipIf(process.getuid?.() === 0)('what may not be read', () => {
  it('is told, and the other dumps are reported', async () => {
    const cwd = await tempFolder({ ...two, 'closed.txt': original });
    await chmod(join(cwd, 'closed.txt'), 0o000);
    for (const named of [['a.txt', 'b.txt', 'closed.txt'], ['.']])
      await expectOthers(named, cwd, ['closed.txt']);
  });

  it('may be a folder within a folder', async () => {
    const cwd = await tempFolder({ ...two, 'shut/c.txt': original });
    await chmod(join(cwd, 'shut'), 0o000);
    onTestFinished(() => chmod(join(cwd, 'shut'), 0o700));
    await expectOthers(['.'], cwd, ['shut']);
  });
});

async function expectOthers(
  named: readonly string[],
  cwd: string,
  unreadable: readonly string[],
): Promise<void> {
  const { stdout, stderr, code } = await askCli([...named], { cwd });
  expect(stdout).toContain('Reposts: 1 block');
  for (const path of unreadable) expect(stderr).toContain(path);
  expect(stderr).not.toMatch(STACK);
  expect(code).toBe(2);
}
