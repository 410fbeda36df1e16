// Promises: colour follows the flag, then FORCE_COLOR, then NO_COLOR, then TERM=dumb, then whether it is a terminal;
// and only a report for people on a terminal is ever coloured unasked.

import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { copied, flat, original } from './dumps.js';
import { binary, type CliOptions, type CliRun, ended, runCli, startProgram } from './run-cli.js';
import { tempFolder } from './temp-folder.js';

const two = { 'a.txt': original, 'b.txt': copied };
const ESCAPE = '\u001b';

interface Case {
  readonly env?: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
  readonly colored: boolean;
}

describe('a pipe', () => {
  const cases: readonly Case[] = [
    { colored: false },
    { env: { TERM: 'xterm-256color', COLORTERM: 'truecolor' }, colored: false },
    { env: { FORCE_COLOR: '1' }, colored: true },
    { env: { FORCE_COLOR: '0' }, colored: false },
    { env: { FORCE_COLOR: '1', NO_COLOR: '1' }, colored: true },
    { env: { FORCE_COLOR: '1', TERM: 'dumb' }, colored: true },
    { env: { FORCE_COLOR: '1' }, args: ['--no-color'], colored: false },
    { args: ['--color'], colored: true },
    { env: { FORCE_COLOR: '0', NO_COLOR: '1', TERM: 'dumb' }, args: ['--color'], colored: true },
  ];
  for (const { env = {}, args = [], colored } of cases) {
    it(`${colored ? 'gets' : 'gets no'} colour with ${said(env, args)}`, async () => {
      const { stdout } = await runCli(['.', ...args], { cwd: await tempFolder(two), env });
      expect(stdout.includes(ESCAPE)).toBe(colored);
    });
  }

  it('gets the same words with colour as without', async () => {
    const cwd = await tempFolder(two);
    const plain = await runCli(['.', '--no-color'], { cwd });
    const colored = await runCli(['.', '--color'], { cwd });
    expect(withoutColor(colored.stdout)).toBe(plain.stdout);
  });

  it('gets JSON without colour, whatever is asked for', async () => {
    const cwd = await tempFolder(two);
    for (const args of [['scan', '-f', 'json', '--color'], ['scan', '-f', 'ndjson', '--color'], ['split']]) {
      const { stdout, code } = await runCli([...args, 'a.txt'], { cwd, env: { FORCE_COLOR: '3' } });
      expect({ code, colored: stdout.includes(ESCAPE) }).toEqual({ code: 0, colored: false });
    }
  });
});

/** `script` of util-linux lends a program a terminal. */
const hasScript =
  spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout?.includes('util-linux') === true;

describe.skipIf(!hasScript)('a terminal', () => {
  const cases: readonly Case[] = [
    { colored: true },
    { env: { NO_COLOR: '' }, colored: true },
    { env: { NO_COLOR: '1' }, colored: false },
    { env: { TERM: 'dumb' }, colored: false },
    { env: { FORCE_COLOR: '0' }, colored: false },
    { env: { FORCE_COLOR: '', NO_COLOR: '1' }, colored: false },
    { args: ['--no-color'], colored: false },
    { env: { NO_COLOR: '1', TERM: 'dumb' }, args: ['--color'], colored: true },
  ];
  for (const { env = {}, args = [], colored } of cases) {
    it(`${colored ? 'gets' : 'gets no'} colour with ${said(env, args)}`, async () => {
      const { stdout } = await onTerminal(['.', ...args], { cwd: await tempFolder(two), env });
      expect(stdout).toContain('Reposts:');
      expect(stdout.includes(ESCAPE)).toBe(colored);
    });
  }

  it('colours no report that goes to a file', async () => {
    const cwd = await tempFolder(two);
    await onTerminal(['.', '-o', 'report'], { cwd });
    expect(await readFile(join(cwd, 'report'), 'utf8')).not.toContain(ESCAPE);
  });

  it('is told once what was left out, not read or guessed, by its report', async () => {
    const cwd = await tempFolder({
      'flat.txt': flat,
      'cut.gz': gzipSync(original).subarray(0, 60),
      'p.png': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]),
      'x.json': '[{"headline":"a"}]',
    });
    const scan = await onTerminal(['.', '--no-color'], { cwd });
    for (const what of [/p\.png is not text/g, /x\.json: it is JSON/g, /cut\.gz is broken/g, /--post-start/g])
      expect(scan.stdout.match(what), String(what)).toHaveLength(1);
    const check = await onTerminal(['check', '.', '--no-color'], { cwd });
    for (const what of [/x\.json: it is JSON/g, /cut\.gz is broken/g, /p\.png is not text/g])
      expect(check.stdout.match(what), String(what)).toHaveLength(1);
    const beside = await onTerminal(['flat.txt', '--against', 'cut.gz', '--no-color'], { cwd });
    expect(beside.stdout.match(/cut\.gz is broken/g)).toHaveLength(1);
    const kept = await onTerminal(['.', '-o', 'report'], { cwd });
    expect(kept.stdout).toMatch(/left out: p\.png is not text/);
    const none = await onTerminal(['.', '--top', '0'], { cwd });
    expect(none.stdout).toMatch(/left out: p\.png is not text/);
  });

  it('is told how to use the program when nothing is named and nothing is piped in', async () => {
    const { stdout, code } = await onTerminal([]);
    expect(stdout).toContain('Usage: reposted');
    expect(code).toBe(2);
  });
});

function onTerminal(args: readonly string[], { cwd, env = {} }: CliOptions = {}): Promise<CliRun> {
  const command = [process.execPath, binary, ...args].map((word) => `'${word}'`).join(' ');
  const options = { env: { TERM: 'xterm-256color', ...env }, ...(cwd === undefined ? {} : { cwd }) };
  return ended(startProgram('script', ['-qec', command, '/dev/null'], options));
}

function said(env: Readonly<Record<string, string>>, args: readonly string[]): string {
  const words = [...Object.entries(env).map(([name, value]) => `${name}=${value}`), ...args];
  return words.length === 0 ? 'nothing said' : words.join(' ');
}

/** Without the sequences that set colours. */
function withoutColor(text: string): string {
  return text
    .split(ESCAPE)
    .map((part, at) => (at === 0 ? part : part.replace(/^\[[\d;]*m/, '')))
    .join('');
}
