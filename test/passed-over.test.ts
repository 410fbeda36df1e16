// Promises: what stands in a folder and is not read is told: links, which may lead anywhere, and what is hidden, a folder
// of it as one, and reports of this program, in which every text stands once more. Whatever else is named is read.

import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { askCli } from './ask-cli.js';
import { original } from './dumps.js';
import { tempFolder } from './temp-folder.js';

/** Dumps read, what was left out, and what was said of it. */
async function scan(
  cwd: string,
  ...args: readonly string[]
): Promise<{ read: string[]; left: object[]; stderr: string; code: number | null }> {
  const { stdout, stderr, code } = await askCli(['scan', '-f', 'json', ...args], { cwd });
  const { dumps = [], leftOut = [] } = stdout === '' ? {} : JSON.parse(stdout);
  return { read: dumps.map(({ path }: { path: string }) => path), left: leftOut, stderr, code };
}

const link = {
  path: 'ig/link.txt',
  reason: 'ig/link.txt is a link: name it, and it is read',
  why: 'no-file',
  ignored: false,
  isTrouble: false,
};

/** A folder with one dump, a link out of it and a hidden folder. */
async function folder(): Promise<string> {
  const cwd = await tempFolder({
    'ig/a.txt': original,
    'out.txt': original,
    'ig/.git/HEAD': 'x',
    'ig/.git/b': 'y',
  });
  await symlink('../out.txt', join(cwd, 'ig/link.txt'));
  return cwd;
}

it('links are told with a warning, hidden folders as one, without', async () => {
  const { read, left, stderr, code } = await scan(await folder(), 'ig');
  expect(read).toEqual(['ig/a.txt']);
  expect(left).toEqual([
    {
      path: 'ig/.git',
      reason: 'ig/.git is hidden: name it, and it is read',
      why: 'hidden',
      ignored: true,
      isTrouble: false,
    },
    link,
  ]);
  expect([stderr, code]).toEqual([`reposted: left out: ${link.reason}\n`, 0]);
});

it('a pattern passes links over as well', async () => {
  expect((await scan(await folder(), 'ig/*.txt')).left).toEqual([link]);
});

it('links that lead nowhere, in a circle or to a folder are told and harm nothing', async () => {
  const cwd = await folder();
  await mkdir(join(cwd, 'more'));
  await symlink('nowhere', join(cwd, 'ig/dangling'));
  await symlink('circle', join(cwd, 'ig/circle'));
  await symlink('../more', join(cwd, 'ig/more'));
  const { left, code } = await scan(cwd, 'ig');
  expect(left).toHaveLength(5);
  expect(code).toBe(0);
});

it('a link that is named is read, and so is what is hidden', async () => {
  const { read, left } = await scan(await folder(), 'ig', 'ig/link.txt', 'ig/.git');
  expect(read.toSorted()).toEqual(['ig/.git/HEAD', 'ig/.git/b', 'ig/a.txt', 'ig/link.txt']);
  expect(left).toEqual([]);
});

it('a link to what is read leaves nothing out, and one that is ignored needs no warning', async () => {
  const cwd = await folder();
  expect((await scan(cwd, 'ig', 'out.txt')).stderr).toBe('');
  const { left, stderr } = await scan(cwd, 'ig', '--ignore', 'link.txt');
  expect(left).toContainEqual({
    path: 'ig/link.txt',
    reason: 'ignored by --ignore',
    why: 'ignored',
    ignored: true,
    isTrouble: false,
  });
  expect(stderr).toBe('');
});

it('a link makes a check incomplete, as posts may stand behind it', async () => {
  const { stdout, code } = await askCli(['check', 'ig'], { cwd: await folder() });
  expect(stdout).toContain('Check incomplete');
  expect(code).toBe(2);
});

it('a linked folder is told where no more than something in it is read, or not as it is', async () => {
  const cwd = await tempFolder({ 'pool/a.txt': original, 'pool/b.txt': original, 'old/c.txt': original });
  await mkdir(join(cwd, 'new'));
  await writeFile(join(cwd, 'new/d.txt'), 'The choir rehearses on Mondays, and nobody minds.\n');
  await symlink('../pool', join(cwd, 'new/pool'));
  const check = (...args: readonly string[]) => askCli(['check', ...args, '-q'], { cwd });
  for (const against of [['old'], ['old', 'pool/a.txt'], ['old', 'pool']]) {
    const { stdout, code } = await check('new', '--against', ...against);
    expect([against, code]).toEqual([against, 2]);
    expect(stdout).toContain('not read  new/pool is a link');
  }
  expect((await check('new', 'pool', '--against', 'old')).code).toBe(1);
  expect((await check('new', '--against', 'old', '--ignore', 'pool')).code).toBe(0);
});

it('a linked file is told where it is only compared against', async () => {
  const cwd = await folder();
  expect((await askCli(['check', 'ig', '--against', 'out.txt', '-q'], { cwd })).code).toBe(2);
});

it('a comparison with nothing, as all of it is ignored, is an error', async () => {
  const cwd = await tempFolder({ 'new/a.txt': original, 'old/b.txt': original });
  const { stderr, code } = await askCli(['check', 'new', '--against', 'old', '--ignore', 'old/'], { cwd });
  expect(stderr).toContain('Every dump of --against is left out (ignored by --ignore)');
  expect(code).toBe(2);
});

it.skipIf(process.platform !== 'linux')('a name that is no UTF-8 is told for what it is', async () => {
  const cwd = await tempFolder({ 'd/a.txt': original });
  await writeFile(Buffer.concat([Buffer.from(`${cwd}/d/`), Buffer.from([0xff, 0xfe])]), original);
  for (const args of [['d'], ['d/a.txt', 'd/\ufffd\ufffd']]) {
    const { stderr, code } = await scan(cwd, ...args);
    expect(stderr).toContain(
      'Cannot open d/\ufffd\ufffd: its name is no UTF-8, so it cannot be asked for; rename it',
    );
    expect(code).toBe(2);
  }
});

it('ignore lists reach files outside the working folder', async () => {
  const cwd = await folder();
  await mkdir(join(cwd, 'work'));
  const { left } = await scan(join(cwd, 'work'), '../ig', '--ignore', 'link.txt');
  expect(left).toContainEqual(expect.objectContaining({ why: 'ignored', reason: 'ignored by --ignore' }));
});

it('thousands of hidden files are not told one by one where nothing is left', async () => {
  const hidden = Object.fromEntries(Array.from({ length: 2000 }, (_, at) => [`ig/.b${at}`, 'x']));
  const cwd = await tempFolder({ ...hidden, 'ig/a.txt': original });
  const { stderr, code } = await scan(cwd, 'ig', '--ignore', '*.txt');
  expect(stderr).toBe(
    'reposted: Every dump is left out (ignored by --ignore): expected one at least; name a file, and it is read\n',
  );
  expect(code).toBe(2);
});

it('a folder of nothing else is an error that says so', async () => {
  const cwd = await tempFolder({ 'd/.hidden': original });
  const { stderr, code } = await scan(cwd, 'd');
  expect(code).toBe(2);
  expect(stderr).toContain(
    'No files in the folder d: expected at least one dump; links and hidden files are read where they are named',
  );
});

it('a report that PowerShell has written is none either', async () => {
  const cwd = await tempFolder({ 'in/a.txt': original, 'in/b.txt': original });
  for (const format of ['text', 'markdown']) {
    const { stdout } = await askCli(['scan', 'in/a.txt', 'in/b.txt', '-f', format], { cwd });
    await writeFile(
      join(cwd, 'in', format),
      Buffer.from(`\ufeff${stdout.replaceAll('\n', '\r\n')}`, 'utf16le'),
    );
  }
  expect((await scan(cwd, 'in')).read).toEqual(['in/a.txt', 'in/b.txt']);
});

const machines = { json: 'json-records', ndjson: 'json-records', csv: 'csv-records' };
const people = { text: 'flat-text', markdown: 'flat-text' };

it.each(
  Object.entries({ ...machines, ...people }).flatMap(([format, forced]) =>
    ['scan', 'check'].map((command) => [command, format, forced] as const),
  ),
)('what a %s has reported as %s is no dump of the next scan', async (command, format, forced) => {
  const cwd = await tempFolder({ 'in/a.txt': original, 'in/b.txt': original });
  await askCli([command, 'in', '-f', format, '-o', 'in/report'], { cwd });
  const { read, left, code } = await scan(cwd, 'in');
  expect([read, code]).toEqual([['in/a.txt', 'in/b.txt'], 0]);
  const reason = expect.stringContaining('a report of reposted');
  expect(left).toMatchObject([{ path: 'in/report', reason, why: 'not-known' }]);
  expect((await scan(cwd, 'in/report', '--input-format', forced)).read).toEqual(['in/report']);
});
