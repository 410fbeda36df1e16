// Promises: the report and nothing else on standard output, words for people on standard error; a reader that leaves
// is no error; a report in a file never costs a dump; an interrupt ends the run at once.

import { existsSync } from 'node:fs';
import { readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { writeReport } from '../src/cli/write-report.js';
import { askCli } from './ask-cli.js';
import { copied, flat, manyReposts, original } from './dumps.js';
import { binary, closed, ended, runCli, startCli, startProgram } from './run-cli.js';
import { tempFolder } from './temp-folder.js';

const two = { 'a.txt': original, 'b.txt': copied };

describe('a reader that leaves early', () => {
  for (const args of [
    ['scan', '-f', 'json'],
    ['scan', '-f', 'ndjson'],
    ['scan', '--top', '100000'],
    ['split'],
  ]) {
    it(`is no error to \`reposted ${args.join(' ')}\``, async () => {
      const cwd = await tempFolder({ 'many.txt': manyReposts(4000) });
      const child = startCli([...args, 'many.txt'], { cwd });
      child.stdout.once('data', () => child.stdout.destroy());
      const [stderr, end] = await Promise.all([text(child.stderr), closed(child)]);
      expect({ stderr, ...end }).toEqual({ stderr: '', code: 0, signal: null });
    });
  }
});

it('a reader of standard error that leaves early is no error', async () => {
  const cwd = await tempFolder({ 'flat.txt': flat });
  const child = startCli(['check', 'flat.txt', '--max-blocks', '5'], { cwd });
  child.stderr.destroy();
  const [stdout, end] = await Promise.all([text(child.stdout), closed(child)]);
  expect(stdout).toMatch(/^Check passed/);
  expect(end).toEqual({ code: 0, signal: null });
});

describe('a report in a file', () => {
  it('has the bytes that standard output would have had', async () => {
    // So many that it is written in many pieces.
    const cwd = await tempFolder({ 'many.txt': manyReposts(2000) });
    const said = await runCli(['many.txt', '-f', 'json'], { cwd });
    const kept = await runCli(['many.txt', '-f', 'json', '-o', 'report.json'], { cwd });
    expect(kept).toEqual({ stdout: '', stderr: '', code: 0, signal: null });
    expect(said.stdout.length).toBeGreaterThan(1_000_000);
    expect(JSON.parse(said.stdout)).toHaveProperty('signatures');
    expect(await readFile(join(cwd, 'report.json'), 'utf8')).toBe(said.stdout);
  });

  it('never replaces a dump that is read, by whatever name', async () => {
    const cwd = await tempFolder(two);
    await symlink('a.txt', join(cwd, 'link.txt'));
    for (const output of ['a.txt', './b.txt/../a.txt', join(cwd, 'a.txt'), 'link.txt']) {
      const { stdout, stderr, code } = await askCli(['a.txt', 'b.txt', '-o', output], { cwd });
      expect({ stdout, code, output }).toEqual({ stdout: '', code: 2, output });
      expect(stderr).toMatch(/--output/);
      expect(await readFile(join(cwd, 'a.txt'), 'utf8')).toBe(original);
    }
  });

  it('may lie in the folder that is read, run after run', async () => {
    const cwd = await tempFolder(two);
    const first = await askCli(['.', '-f', 'json', '-o', 'report.json'], { cwd });
    const report = await readFile(join(cwd, 'report.json'), 'utf8');
    const second = await askCli(['.', '-f', 'json', '-o', 'report.json'], { cwd });
    expect([first.code, second.code, second.stderr]).toEqual([0, 0, '']);
    expect(await readFile(join(cwd, 'report.json'), 'utf8')).toBe(report);
  });

  it('that cannot be written is told, with 2', async () => {
    const cwd = await tempFolder(two);
    for (const output of ['no/such/folder/report.json', '.']) {
      const { stderr, code } = await askCli(['a.txt', '-o', output], { cwd });
      expect(code).toBe(2);
      expect(stderr).toMatch(/^reposted: .+\n$/);
    }
  });
});

// A device that is always full.
describe.skipIf(!existsSync('/dev/full'))('a full disk', () => {
  it('is told with 2, not with a stack', async () => {
    const cwd = await tempFolder(two);
    const command = 'exec "$0" "$1" a.txt b.txt > /dev/full';
    const { stderr, code } = await ended(
      startProgram('sh', ['-c', command, process.execPath, binary], { cwd }),
    );
    expect(stderr).toMatch(/^reposted: Cannot write the report.*\n$/);
    expect(code).toBe(2);
  });

  it('behind standard error changes nothing of how a run ends', async () => {
    const cwd = await tempFolder({ 'flat.txt': flat });
    // Each has something to tell there.
    const codes: readonly (readonly [args: string, code: number])[] = [
      ['check flat.txt --max-blocks 5', 0],
      ['scan nofile', 2],
    ];
    for (const [args, code] of codes) {
      const command = `exec "$0" "$1" ${args} 2> /dev/full`;
      const run = await ended(startProgram('sh', ['-c', command, process.execPath, binary], { cwd }));
      expect({ args, code: run.code }).toEqual({ args, code });
    }
  });
});

it.skipIf(!existsSync('/dev/full'))('the reports beside one that cannot be written are written', async () => {
  const cwd = await tempFolder({ 'a.txt': original, 'b.txt': copied });
  const reporters = ['json:/dev/full', 'csv:/dev/full', 'json:out.json'].flatMap((one) => [
    '--reporter',
    one,
  ]);
  const { stdout, stderr, code } = await runCli(['a.txt', 'b.txt', ...reporters, '--threads', '2'], { cwd });
  expect({ stdout, stderr, code }).toEqual({
    stdout: expect.stringContaining('Reposts: 1 block'),
    stderr: 'reposted: Cannot write the report to /dev/full: no space left on device\n'.repeat(2),
    code: 2,
  });
  expect(JSON.parse(await readFile(join(cwd, 'out.json'), 'utf8')).summary.reposts).toBe(1);
});

it.skipIf(!existsSync('/dev/zero'))('a file of the user that never ends is told', async () => {
  const cwd = await tempFolder({ 'a.txt': original, 'b.txt': copied });
  for (const flag of ['--files-from', '--baseline', '--blocklist', '--config']) {
    const args = ['check', 'a.txt', '--against', 'b.txt', flag, '/dev/zero'];
    const { stderr, code } = await askCli(args, { cwd });
    expect({ stderr, code }).toMatchObject({
      stderr: expect.stringMatching(/^reposted: Cannot read .*\/dev\/zero is larger than 256 MiB\n$/),
      code: 2,
    });
  }
});

// While a piece is waited for, the one before it fails.
it.skipIf(!existsSync('/dev/full'))(
  'a report that cannot be written is told when its next piece comes late',
  async () => {
    async function* pieces() {
      yield Buffer.from('one');
      await setTimeout(30);
      yield Buffer.from('two');
    }
    await expect(writeReport(pieces(), '/dev/full')).rejects.toThrow('Cannot write the report to /dev/full');
  },
);

it('a failure to make a report is not taken for one to write it', async () => {
  const file = join(await tempFolder(), 'report.json');
  const failing: Iterable<Buffer> = {
    [Symbol.iterator]() {
      throw Object.assign(new Error('made of nothing'), { code: 'ENOENT' });
    },
  };
  await expect(writeReport(failing, file)).rejects.toThrow(/^made of nothing$/);
});

describe('standard error', () => {
  it('is silent when all went well', async () => {
    expect((await runCli(['.'], { cwd: await tempFolder(two) })).stderr).toBe('');
  });

  it('tells what a person should know, and --quiet does not', async () => {
    const cwd = await tempFolder({ 'flat.txt': flat });
    expect((await runCli(['flat.txt'], { cwd })).stderr).toMatch(/^reposted: flat\.txt: .*--post-start/);
    const quiet = await runCli(['flat.txt', '--quiet'], { cwd });
    expect({ stderr: quiet.stderr, code: quiet.code }).toEqual({ stderr: '', code: 0 });
  });

  it('does not tell to give patterns to who gave some', async () => {
    const cwd = await tempFolder({ 'a.txt': original });
    const { stderr } = await runCli(['a.txt', '--separator', '^-+$', '--post-end', 'x{9}'], { cwd });
    expect(stderr).toBe('reposted: a.txt: no line matches the given patterns (--post-end, --separator)\n');
  });

  it('tells why a run ends with 2, even with --quiet', async () => {
    const cwd = await tempFolder({ ...two, 'picture.png': new Uint8Array([0x89, 0, 1, 2]) });
    const { stderr, code } = await runCli(['a.txt', 'picture.png', '--quiet'], { cwd });
    expect({ code, told: stderr.includes('picture.png') }).toEqual({ code: 2, told: true });
  });
});

describe('an interrupt', () => {
  it('ends a long run with 130 and says nothing', async () => {
    const child = startCli(['-']);
    const run = ended(child);
    // More than a pipe holds: when it has been taken, the program is up and reading.
    await new Promise<void>((resolve) => child.stdin.write(manyReposts(20_000), () => resolve()));
    child.kill('SIGINT');
    expect(await run).toEqual({ stdout: '', stderr: '', code: 130, signal: null });
  });
});
