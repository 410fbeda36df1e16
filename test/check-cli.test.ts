// Promises: what the gate does with files and flags, how it says what is wrong, and that no text of a dump gets out of
// hand in it.

import { readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { askCli } from './ask-cli.js';
import { parseJson, recordsOf, textOf } from './beside/json.js';
import { copied, original } from './dumps.js';
import { tempFolder } from './temp-folder.js';

const two = { 'new.txt': copied, 'old.txt': original };
const against = ['new.txt', '--against', 'old.txt'];
const baseline = ['--baseline', 'known.txt'];

describe('reposted check', () => {
  it('ends with 1 and says so on standard output alone, in each format', async () => {
    const cwd = await tempFolder(two);
    for (const format of ['text', 'json', 'ndjson']) {
      const { stderr, code } = await askCli(['check', ...against, '-f', format], { cwd });
      expect({ format, stderr, code }).toEqual({ format, stderr: '', code: 1 });
    }
  });

  it('takes files, folders and patterns to compare against, and a dump that is in both for a new one', async () => {
    const cwd = await tempFolder({ 'all/a.txt': original, 'all/b.txt': copied, 'all/c.txt': original });
    const { stdout, code } = await askCli(
      ['check', 'all/b.txt', '--against', 'all', 'all/*.txt', '-f', 'json'],
      { cwd },
    );
    expect(code).toBe(1);
    const dumps = recordsOf(parseJson(stdout), 'dumps');
    expect(dumps.map((dump) => `${textOf(dump, 'path')} ${dump['against']}`)).toEqual([
      'all/a.txt true',
      'all/c.txt true',
      'all/b.txt false',
    ]);
  });

  it('reads a new dump from standard input', async () => {
    const cwd = await tempFolder(two);
    const { stdout, code } = await askCli(['check', '-', '--against', 'old.txt'], { cwd, stdin: copied });
    expect(code).toBe(1);
    expect(stdout).toContain('copy    <stdin>:1-2');
  });

  it('says the same whatever the order of its arguments', async () => {
    const cwd = await tempFolder({ ...two, 'more.txt': copied, 'older.txt': original });
    const one = await askCli(
      ['check', 'new.txt', 'more.txt', '--against', 'old.txt', 'older.txt', '-f', 'json'],
      { cwd },
    );
    const other = await askCli(
      ['check', '-f', 'json', 'more.txt', 'new.txt', '--against', 'older.txt', 'old.txt'],
      { cwd },
    );
    expect(other.stdout).toBe(one.stdout);
  });

  it('ends with 2 where a dump cannot be read, violated or not', async () => {
    const cwd = await tempFolder({ ...two, 'broken.gz': new Uint8Array([0x1f, 0x8b, 8, 0, 1, 2, 3]) });
    const { stdout, code } = await askCli(
      ['check', ...against, 'broken.gz', ...baseline, '--update-baseline'],
      { cwd },
    );
    expect(stdout).toContain('Check ');
    expect(code).toBe(2);
    expect(await readdir(cwd)).not.toContain('known.txt');
  });

  const mistakes: readonly (readonly [what: string, args: readonly string[], told: RegExp])[] = [
    ['no new dump', ['--against', 'new.txt', 'old.txt'], /name the new dumps before --against/],
    [
      'a baseline that is missing',
      [...against, ...baseline],
      /No baseline at known\.txt: .*create it with: reposted check --update-baseline new\.txt --against old\.txt --baseline known\.txt\n$/,
    ],
    [
      'an update of no baseline',
      [...against, '--update-baseline'],
      /--update-baseline expects --baseline FILE/,
    ],
    [
      'a baseline on standard input',
      [...against, '--baseline', '-'],
      /^reposted: --baseline expects a file, found -/,
    ],
    [
      'the new dumps alone to compare with',
      ['new.txt', '--against', './new.txt'],
      /^reposted: --against names the new dumps and no other: \.\/new\.txt; expected dumps to compare them with/,
    ],
    [
      'standard input on both sides',
      ['-', '--against', '-'],
      /--against names the new dumps and no other: -;/,
    ],
    ['a block list that is missing', [...against, '--blocklist', 'gone'], /No block list at gone/],
    // Its text would be met nowhere, and the check pass.
    [
      'a block list that is not UTF-8',
      [...against, '--blocklist', 'latin.txt'],
      /^reposted: Cannot read the block list: latin\.txt:2: expected UTF-8, found bytes that are none: save it as UTF-8\n$/,
    ],
    [
      'a block list in UTF-16 without its mark',
      [...against, '--blocklist', 'wide.txt'],
      /^reposted: Cannot read the block list: wide\.txt:1: expected UTF-8, found bytes that are none/,
    ],
    // It would be gone.
    [
      'notes in place of a baseline to be written anew',
      [...against, '--baseline', 'notes.md', '--update-baseline', '--prune'],
      /^reposted: notes\.md:1: expected the header of a baseline/,
    ],
    [
      'a share that is none',
      [...against, '--max-repeated', '5'],
      /--max-repeated expects a share from 0 to 100 %, .*found "5"/,
    ],
    [
      'a count that is none',
      [...against, '--max-blocks=-1'],
      /--max-blocks expects a whole number of at least 0/,
    ],
    [
      'a baseline of another normalizer',
      [...against, '--baseline', 'other.txt'],
      /^reposted: other\.txt:1: expected a baseline of normalizer 2, found one of normalizer 0, .*--update-baseline --prune\n$/,
    ],
    [
      'a baseline of another rung',
      [...against, '--baseline', 'rung.txt'],
      /^reposted: rung\.txt:1: .*--rung homoglyphs, found one of --rung links, .*give --rung links/,
    ],
    ['nothing to audit', ['audit'], /Nothing is accepted that could be audited/],
  ];
  for (const [what, args, told] of mistakes) {
    it(`tells a mistake in a line, with 2: ${what}`, async () => {
      const cwd = await tempFolder({
        ...two,
        'other.txt': 'reposted-baseline 1 normalizer 0 rung homoglyphs\n',
        'rung.txt': 'reposted-baseline 1 normalizer 2 rung links\n',
        'notes.md': 'What to buy for the bakery\n',
        'wide.txt': Buffer.from('Cafe rolls at the pier, every morning\n', 'utf16le'),
        'latin.txt': Buffer.from('# who bakes\nCaf\xe9 rolls at the pier, every morning\n', 'latin1'),
      });
      const command = args[0] === 'audit' ? ['audit', 'new.txt'] : ['check', ...args];
      const { stdout, stderr, code } = await askCli(command, { cwd });
      expect({ stdout, code }).toEqual({ stdout: '', code: 2 });
      expect(stderr).toMatch(told);
      expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    });
  }
});

describe('the baseline on disk', () => {
  it('is written whole, leaves nothing beside it, and is the same when written again', async () => {
    const cwd = await tempFolder(two);
    const accept = ['check', ...against, ...baseline, '--update-baseline'];
    expect((await askCli(accept, { cwd })).code).toBe(0);
    const text = await readFile(join(cwd, 'known.txt'), 'utf8');
    expect(text).toMatch(
      /^reposted-baseline 1 normalizer 2 rung homoglyphs\n# .*\n# .*\n[0-9a-f]{16} 2 1 .*# Fresh rolls at the pier/,
    );
    expect((await askCli(accept, { cwd })).code).toBe(0);
    expect(await readFile(join(cwd, 'known.txt'), 'utf8')).toBe(text);
    expect((await readdir(cwd)).toSorted()).toEqual(['known.txt', 'new.txt', 'old.txt']);
    expect((await askCli(['check', ...against, ...baseline], { cwd })).code).toBe(0);
  });

  it('is written where a link leads', async () => {
    const cwd = await tempFolder({
      ...two,
      'ci/real.txt': 'reposted-baseline 1 normalizer 2 rung homoglyphs\n',
    });
    await symlink('ci/real.txt', join(cwd, 'known.txt'));
    await askCli(['check', ...against, ...baseline, '--update-baseline'], { cwd });
    expect(await readFile(join(cwd, 'ci/real.txt'), 'utf8')).toContain('# Fresh rolls');
  });

  it('is no dump of the folder in which it lies, nor are the block list and the configuration', async () => {
    const cwd = await tempFolder({
      ...two,
      'reposted.config.json': '{ "baseline": "known.txt", "blocklist": "list.txt" }',
    });
    await writeFile(join(cwd, 'list.txt'), '# nothing yet\n');
    expect((await askCli(['check', '.', '--update-baseline'], { cwd })).code).toBe(0);
    const { stdout, code } = await askCli(['check', '.'], { cwd });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Check passed: 4 posts of 2 dumps\n/);
  });

  it('that accepts too much is told, pruned when asked, and fails when asked', async () => {
    const cwd = await tempFolder({ ...two, 'more.txt': copied });
    await askCli(['check', '.', ...baseline, '--update-baseline'], { cwd });
    await writeFile(join(cwd, 'more.txt'), 'The weather will be mixed, says the harbour master.\n');
    const quiet = ['-q', ...baseline];
    const told = await askCli(['check', '.', ...quiet], { cwd });
    expect(told).toMatchObject({ code: 0, stderr: '' });
    expect(told.stdout).toMatch(/Stale: \d+ entr.*\n {2}[0-9a-f]{16} {2}accepted 3, found 2 {2}Fresh rolls/);
    expect((await askCli(['check', '.', ...quiet, '--fail-stale'], { cwd })).code).toBe(1);
    expect((await askCli(['audit', '.', ...quiet, '--fail-stale'], { cwd })).code).toBe(1);
    const listed = await askCli(['audit', '.', ...quiet, '-f', 'markdown'], { cwd });
    expect(listed.stdout).toMatch(/^## Audit: \d+ accepted passages?, \d+ found less often than accepted/);
    expect(listed.stdout).toMatch(/\n\| `[0-9a-f]{16}` \| \*\*found 2 of 3\*\* \| `Fresh rolls/);
    expect((await askCli(['check', '.', ...quiet, '--prune'], { cwd })).code).toBe(0);
    expect((await askCli(['check', '.', ...quiet, '--fail-stale'], { cwd })).code).toBe(0);
  });
});

describe('the ids that reports show people', () => {
  // One paragraph, and a part of a longer post: what its cluster is called is not what its block is.
  const word = 'The oven at the bakery has been rebuilt, brick by brick.';
  const part = `${word}\nThe first loaves leave it at six in the morning.\n`;
  const files = { 'a.txt': `${word}\n`, 'b.txt': `${word}\n`, 'c.txt': part };

  for (const format of ['text', 'markdown']) {
    it(`are those that accept and a block list take: ${format}`, async () => {
      const cwd = await tempFolder(files);
      const { stdout } = await askCli(['scan', '.', '-f', format], { cwd });
      const [, id = ''] = /block ([0-9a-f]{16})/.exec(stdout) ?? [];
      await writeFile(join(cwd, 'list.txt'), `${id}\n`);
      const blocked = await askCli(['check', '.', '--blocklist', 'list.txt'], { cwd });
      expect(blocked.code).toBe(1);
      expect(blocked.stderr).not.toContain(id);
      await writeFile(join(cwd, 'accepting.json'), JSON.stringify({ accept: [{ id, reason: 'a notice' }] }));
      const accept = ['check', 'a.txt', 'b.txt', '--config', 'accepting.json', '--max-blocks', '0'];
      expect(await askCli(accept, { cwd })).toMatchObject({ code: 0, stderr: '' });
    });
  }

  it('are told where nothing has them, and so are others', async () => {
    const id = '0123456789abcdef';
    const cwd = await tempFolder({
      ...files,
      'list.txt': `${id}\nA text that nobody has posted yet\n`,
      'reposted.config.json': JSON.stringify({ accept: [{ id, reason: 'a notice' }] }),
    });
    const args = ['check', 'a.txt', '--blocklist', 'list.txt'];
    const told = new RegExp(
      `^reposted: "accept": no paragraph .*${id}.*\nreposted: list\\.txt: no paragraph .*${id}.*\n$`,
    );
    expect(await askCli(args, { cwd })).toMatchObject({ code: 0, stderr: expect.stringMatching(told) });
    expect(await askCli([...args, '-q'], { cwd })).toMatchObject({ code: 0, stderr: '' });
  });
});

describe('dumps that are ignored', () => {
  const files = { 'in/a.txt': original, 'in/b.txt': copied, 'in/notes.md': copied, 'in/keep.md': copied };
  const pathsOf = async (cwd: string, args: readonly string[]) => {
    const { stdout } = await askCli(['scan', '-f', 'json', ...args], { cwd });
    const report = parseJson(stdout);
    const left = recordsOf(report, 'leftOut').map(
      (out) => `${textOf(out, 'path')}: ${textOf(out, 'reason')}`,
    );
    return { read: recordsOf(report, 'dumps').map((dump) => textOf(dump, 'path')), left };
  };

  it('are those that .repostedignore says, as git would understand it, and are listed', async () => {
    const cwd = await tempFolder({ ...files, '.repostedignore': '# words\n*.md\n!keep.md\n/in/b.txt\n' });
    expect(await pathsOf(cwd, ['in'])).toEqual({
      read: ['in/a.txt', 'in/keep.md'],
      left: ['in/b.txt: ignored by .repostedignore', 'in/notes.md: ignored by .repostedignore'],
    });
    const { stdout, stderr } = await askCli(['scan', 'in'], { cwd });
    expect(stderr).toBe('');
    expect(stdout).toContain('2 inputs not read: ignored by .repostedignore\n');
  });

  it('are those of --ignore and of the configuration, by its folder', async () => {
    const cwd = await tempFolder({
      ...files,
      '.git/HEAD': '',
      'reposted.config.json': '{ "ignore": ["/in/*.md"] }',
    });
    expect((await pathsOf(cwd, ['in'])).read).toEqual(['in/a.txt', 'in/b.txt']);
    expect((await pathsOf(join(cwd, 'in'), ['.'])).read).toEqual(['a.txt', 'b.txt']);
    expect(
      (await pathsOf(cwd, ['in', '--no-config', '--ignore', 'b.*', '--ignore', 'keep.md'])).read,
    ).toEqual(['in/a.txt', 'in/notes.md']);
  });

  it('are read when they are named, and are never all', async () => {
    const cwd = await tempFolder({ ...files, '.repostedignore': 'in/\n' });
    expect((await pathsOf(cwd, ['in/a.txt'])).read).toEqual(['in/a.txt']);
    const { stderr, code } = await askCli(['scan', 'in'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toMatch(/^reposted: Every dump is left out \(ignored by \.repostedignore\): /);
  });
});

describe('reposted scan --fail-on', () => {
  it('reports as ever, and ends with 1 where there is one', async () => {
    const cwd = await tempFolder(two);
    const plain = await askCli(['scan', 'new.txt', 'old.txt'], { cwd });
    expect(plain.code).toBe(0);
    const failing = await askCli(['scan', 'new.txt', 'old.txt', '--fail-on', 'uncredited'], { cwd });
    expect(failing.code).toBe(1);
    expect(failing.stdout.startsWith(plain.stdout)).toBe(true);
    expect(failing.stdout).toContain('\nCheck failed: 4 posts of 2 dumps\n');
    expect(failing.stdout).toContain(
      'reposted check --baseline reposted-baseline.txt --update-baseline new.txt old.txt\n',
    );
    expect((await askCli(['scan', 'old.txt', '--fail-on', 'any'], { cwd })).code).toBe(0);
  });
});

describe('hostile text', () => {
  const nasty =
    '\u001b[31mred\u001b[0m ::error::all is lost ##[error]again \u202eback\u202c and some more words to count\n';
  const dump = `${nasty}Another paragraph of the same post stands below it.\n\nA post that is as good as gold, and nothing else.\n`;

  it('reaches neither terminal nor log, nor leaves its line of the baseline', async () => {
    const cwd = await tempFolder({
      'new.txt': `::error::\n${dump}`,
      "old ';rm -rf.txt": dump,
      'list.txt': nasty,
    });
    const args = [
      'check',
      'new.txt',
      '--blocklist',
      'list.txt',
      '--max-blocks',
      '0',
      '--against',
      "old ';rm -rf.txt",
    ];
    const { stdout, code } = await askCli(args, { cwd });
    expect(code).toBe(1);
    expect(stdout).toContain('\\u001b[31mred');
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]|^ *::|##\[/mu);
    expect(stdout).toContain(`--against 'old '\\'';rm -rf.txt'\n`);
    await askCli([...args, ...baseline, '--update-baseline'], { cwd });
    const text = await readFile(join(cwd, 'known.txt'), 'utf8');
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]|^ *::|##\[/mu);
    expect(
      (await askCli(['check', 'new.txt', '--against', "old ';rm -rf.txt", ...baseline], { cwd })).code,
    ).toBe(0);
  });
});
