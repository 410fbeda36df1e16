// Promises: what `reposted completion` writes completes commands, options and values in bash as it is there; that every
// option of every command stands in the script of each shell; and that a script of zsh and of fish is read where they are.

import { spawnSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Answer, askCli } from './ask-cli.js';
import { idleProgram } from './idle-program.js';
import { ended, startProgram } from './run-cli.js';
import { tempFolder } from './temp-folder.js';

const has = (program: string) => spawnSync(program, ['--version']).status === 0;
const scripts = new Map<string, Promise<Answer>>();

/** What the program writes for a shell, asked once. */
async function script(shell: string): Promise<string> {
  const run = scripts.get(shell) ?? askCli(['completion', shell]);
  scripts.set(shell, run);
  return (await run).stdout;
}

/** What bash offers for the last of these words, as readline asks for it. */
async function offered(...words: string[]): Promise<string[]> {
  const list = ['reposted', ...words].map((word) => `'${word}'`).join(' ');
  const commands = `${await script('bash')}
COMP_WORDS=(${list}); COMP_CWORD=${words.length}; COMPREPLY=()
_reposted reposted
printf '%s\\n' "\${COMPREPLY[@]}"`;
  const child = startProgram('bash', ['--norc', '-u', '-c', commands]);
  child.stdin.end();
  const { stdout, stderr } = await ended(child);
  expect(stderr).toBe('');
  return stdout.split('\n').filter((line) => line !== '');
}

describe('completion in bash', () => {
  it('offers commands, and subcommands behind theirs', async () => {
    expect(await offered('')).toEqual(idleProgram.commands.map((command) => command.name()));
    expect(await offered('ch')).toEqual(['check']);
    expect(await offered('index', '')).toEqual(['list', 'remove', 'verify', 'export']);
  });

  it('offers the options of the command at hand, and of scan where none is named', async () => {
    expect(await offered('check', '--max-')).toEqual([
      '--max-bytes',
      '--max-uncredited',
      '--max-blocks',
      '--max-repeated',
    ]);
    expect(await offered('index', 'export', '--p')).toEqual(['--parquet']);
    expect(await offered('--fail-')).toEqual(['--fail-on']);
    expect(await offered('dump.txt', '--vers')).toEqual(['--version']);
  });

  it('offers the values of an option, behind a space or an equals sign', async () => {
    expect(await offered('scan', '--format', 'js')).toEqual(['json']);
    expect(await offered('scan', '-f', 'nd')).toEqual(['ndjson']);
    expect(await offered('scan', '--rung', '=', '')).toEqual([
      'exact',
      'spacing',
      'typography',
      'links',
      'homoglyphs',
    ]);
    expect(await offered('split', '--input-format', 'telegram-desktop-j')).toEqual(['telegram-desktop-json']);
    expect(await offered('completion', '')).toEqual(['bash', 'zsh', 'fish']);
  });

  it('leaves files to the shell', async () => {
    const cwd = await tempFolder({ 'dump-of-today.txt': 'text' });
    expect(await offered('scan', 'dump')).toEqual([]);
    expect(await offered('scan', '--config', 'dump')).toEqual([]);
    const child = startProgram('bash', ['--norc', '-c', `${await script('bash')}\ncomplete -p reposted`], {
      cwd,
    });
    child.stdin.end();
    expect((await ended(child)).stdout).toContain('-o default');
  });
});

describe('a script of completion', () => {
  it.each(['bash', 'zsh', 'fish'])('of %s has every option there is', async (shell) => {
    const text = await script(shell);
    for (const command of idleProgram.commands) {
      expect(text).toContain(command.name());
      for (const { long } of command.options)
        expect(text).toContain(shell === 'fish' ? ` -l ${long?.slice(2)} ` : long);
    }
  });

  it.skipIf(!has('zsh'))('is read by zsh (skipped where it is not installed)', async () => {
    const cwd = await tempFolder();
    await writeFile(join(cwd, 'script.zsh'), await script('zsh'));
    const child = startProgram('zsh', ['-f', '-c', 'source ./script.zsh && print -r -- $_comps[reposted]'], {
      cwd,
    });
    child.stdin.end();
    expect(await ended(child)).toMatchObject({ code: 0, stdout: expect.stringContaining('_reposted') });
  });

  it.skipIf(!has('fish'))('is read by fish (skipped where it is not installed)', async () => {
    const cwd = await tempFolder();
    await mkdir(join(cwd, 'home'));
    await writeFile(join(cwd, 'script.fish'), await script('fish'));
    const child = startProgram(
      'fish',
      ['-N', '-c', "source script.fish; complete -C'reposted scan --format js'"],
      {
        cwd,
        env: { HOME: join(cwd, 'home') },
      },
    );
    child.stdin.end();
    expect(await ended(child)).toMatchObject({ code: 0, stdout: expect.stringMatching(/^json\b/m) });
  });

  it('names the shells where another is asked for', async () => {
    const { code, stderr } = await askCli(['completion', 'tcsh']);
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: expect.stringContaining('Allowed choices are bash, zsh, fish'),
    });
  });
});
