// Promises: what is copied into a repository works as it is: the GitHub Action, the pre-commit hook, the snippets of docs/ci.md.

import { chmod, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { askCli } from './ask-cli.js';
import { copied, original } from './dumps.js';
import { ended, startProgram } from './run-cli.js';
import { tempFolder } from './temp-folder.js';

const root = resolve(import.meta.dirname, '..');
const read = (path: string) => readFile(join(root, path), 'utf8');

interface Step {
  readonly id?: string;
  readonly run: string;
  readonly shell: string;
  readonly env: Readonly<Record<string, string>>;
}

async function steps(): Promise<readonly Step[]> {
  return parse(await read('action.yml')).runs.steps;
}

/** Runs the step that checks, as a runner would: inputs as variables, files for summary and outputs. */
async function runAction(cwd: string, inputs: Readonly<Record<string, string>>) {
  const step = (await steps()).find(({ id }) => id === 'check');
  await Promise.all(['summary', 'outputs'].map((name) => writeFile(join(cwd, `.${name}`), '')));
  const env = {
    ACTION_PATH: root,
    GITHUB_STEP_SUMMARY: join(cwd, '.summary'),
    GITHUB_OUTPUT: join(cwd, '.outputs'),
    DUMPS: '',
    AGAINST: '',
    BASELINE: '',
    ARGUMENTS: '',
    SARIF: '',
    ...inputs,
  };
  const child = startProgram('bash', ['--norc', '-c', step?.run ?? ''], { cwd, env });
  child.stdin.end();
  const { stdout, stderr, code } = await ended(child);
  const [summary, outputs] = await Promise.all(
    ['.summary', '.outputs'].map((name) => readFile(join(cwd, name), 'utf8')),
  );
  return { stdout, stderr, code, summary, outputs };
}

describe('the GitHub Action', () => {
  it('fails with annotations, a summary and SARIF where a policy is violated', async () => {
    const cwd = await tempFolder({ 'new dumps/a.txt': copied, 'old.txt': original });
    const inputs = { DUMPS: 'new dumps\n', AGAINST: 'old.txt\n', SARIF: 'reposted.sarif' };
    const { stdout, stderr, code, summary, outputs } = await runAction(cwd, inputs);
    expect({ stderr, code, outputs }).toEqual({ stderr: '', code: 1, outputs: 'passed=false\n' });
    expect(stdout).toMatch(/^::error file=new dumps\/a\.txt,line=1,/);
    expect(summary).toContain('## ❌ Check failed');
    expect(JSON.parse(await readFile(join(cwd, 'reposted.sarif'), 'utf8')).runs[0].results).toHaveLength(1);
  });

  it('passes within policy, by arguments one a line', async () => {
    const cwd = await tempFolder({ 'a.txt': copied, 'old.txt': original });
    const inputs = {
      DUMPS: 'a.txt',
      AGAINST: 'old.txt',
      ARGUMENTS: '--max-uncredited=1\n--max-repeated=90%\n',
    };
    const { code, summary, outputs } = await runAction(cwd, inputs);
    expect({ code, outputs }).toEqual({ code: 0, outputs: 'passed=true\n' });
    expect(summary).toContain('## ✅ Check passed');
  });

  it('takes no input for code', async () => {
    for (const { run, shell } of await steps()) {
      expect(run).not.toContain('${{');
      expect(run).toMatch(/^set -euo pipefail\n/);
      expect(shell).toBe('bash');
    }
    const cwd = await tempFolder({ 'a.txt': original });
    const { code } = await runAction(cwd, { DUMPS: 'a.txt\n$(touch owned)', ARGUMENTS: '`touch owned`' });
    expect(code).toBe(2);
    await expect(readFile(join(cwd, 'owned'))).rejects.toThrow('ENOENT');
  });
});

describe('the pre-commit hook', () => {
  it.each([
    [
      'fetched first where npm installs from git globally, as pre-commit does',
      {},
      ['ci --global=false --include=dev', 'run build'],
    ],
    [
      'fetched first where npm leaves it out',
      { 'node_modules/commander/package.json': '' },
      ['ci --global=false --include=dev', 'run build'],
    ],
    ['not fetched again', { 'node_modules/rolldown/package.json': '' }, ['run build']],
  ])('is built when it is installed, with what that needs %s', async (_, files, asked) => {
    const cwd = await tempFolder({ 'bin/npm': '#!/bin/sh\necho "$@" >> asked\n', ...files });
    await chmod(join(cwd, 'bin/npm'), 0o755);
    const env = { PATH: `${join(cwd, 'bin')}:${process.env['PATH']}`, npm_config_global: 'true' };
    const { scripts } = JSON.parse(await read('package.json'));
    const prepare = scripts.prepare.replace('scripts/', join(root, 'scripts/'));
    const child = startProgram('sh', ['-c', prepare], { cwd, env });
    child.stdin.end();
    expect(await ended(child)).toMatchObject({ stderr: '', code: 0 });
    const lines = (await readFile(join(cwd, 'asked'), 'utf8')).trimEnd().split('\n');
    expect(lines).toEqual(asked.map((words) => expect.stringContaining(words)));
  });

  it('is a command that fails on a repost', async () => {
    const [hook] = parse(await read('.pre-commit-hooks.yaml'));
    const [program, ...args] = hook.entry.split(' ');
    expect(program).toBe('reposted');
    const cwd = await tempFolder({ 'a.txt': original, 'b.txt': copied });
    expect((await askCli([...args, 'a.txt', 'b.txt'], { cwd })).code).toBe(1);
    expect((await askCli([...args, 'a.txt'], { cwd })).code).toBe(0);
  });
});

describe('docs/check.md', () => {
  it('begins with what its first command prints', async () => {
    const text = await read('docs/check.md');
    const [, command = '', printed = ''] = /```sh\n(.*?)```\n\n```text\n(.*?)```/s.exec(text) ?? [];
    const [, folder = '', args = ''] = /^cd (\S+) && reposted (.*)\n$/.exec(command) ?? [];
    const { stdout, code } = await askCli(args.split(' '), { cwd: join(root, folder) });
    expect({ stdout, code }).toEqual({ stdout: printed, code: 1 });
  });
});

describe('the types of the package', () => {
  it('need none of Node, however strictly they are checked', async () => {
    const api = JSON.stringify(join(root, 'dist/js/api.js'));
    const compilerOptions = {
      target: 'es2022',
      module: 'nodenext',
      strict: true,
      skipLibCheck: false,
      noEmit: true,
      types: [],
    };
    const cwd = await tempFolder({
      'package.json': '{ "type": "module" }',
      'tsconfig.json': JSON.stringify({ compilerOptions, files: ['own.ts'] }),
      'own.ts': `import { type Reporter, reportJson, scan } from ${api};
const { report } = await scan(['dumps/']);
export const own: Reporter = function* () { yield \`\${report.summary.posts}\`; yield* reportJson(report); };
`,
    });
    const tsc = startProgram(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', cwd]);
    expect(await ended(tsc)).toMatchObject({ stdout: '', code: 0 });
  });
});

describe('docs/ci.md', () => {
  const blocks = async (language: string) =>
    [...(await read('docs/ci.md')).matchAll(/```(\w+)\n(.*?)```/gs)]
      .filter(([, name]) => name === language)
      .map(([, , text = '']) => text);

  it('gives the action no input that it does not have', async () => {
    const [workflow = ''] = await blocks('yaml');
    const used = parse(workflow).jobs.reposted.steps.find(({ uses = '' }) => uses.startsWith('OWNER/'));
    const known = Object.keys(parse(await read('action.yml')).inputs);
    expect(Object.keys(used.with).filter((name) => !known.includes(name))).toEqual([]);
  });

  it('has a GitLab job that writes what it uploads', async () => {
    const [, job = ''] = await blocks('yaml');
    const { script, artifacts } = parse(job).reposted;
    const cwd = await tempFolder({ 'dumps/new/a.txt': copied, 'dumps/archive/b.txt': original });
    const args = script[0].split(' ').slice(3);
    expect(script[0]).toMatch(/^npx --yes github:OWNER\/reposted#COMMIT check /);
    expect((await askCli(args, { cwd })).code).toBe(1);
    for (const file of Object.values<string>(artifacts.reports))
      expect(await readFile(join(cwd, file), 'utf8')).not.toBe('');
  });

  it('has a cron job that tells a repost and then knows the text', async () => {
    const [script = ''] = await blocks('sh');
    const cwd = await tempFolder({ 'incoming/a.txt': copied, 'old.txt': original });
    await askCli(['index', 'old.txt', '-o', 'known.db'], { cwd });
    const shell = `reposted() { node ${JSON.stringify(join(root, 'bin/reposted.js'))} "$@"; }\nmail() { cat > mailed.md; }\n`;
    const child = startProgram('bash', ['--norc', '-c', shell + script], { cwd });
    child.stdin.end();
    expect(await ended(child)).toMatchObject({ stderr: '', code: 0 });
    const mailed = () => readFile(join(cwd, 'mailed.md'), 'utf8');
    expect(await mailed()).toContain('Check failed');
    expect((await askCli(['index', 'list', 'known.db'], { cwd })).stdout).toContain('2 dumps');
    // The next night nothing has come in.
    await rm(join(cwd, 'incoming/a.txt'));
    const again = startProgram('bash', ['--norc', '-c', shell + script], { cwd });
    again.stdin.end();
    expect((await ended(again)).code).toBe(2);
    expect(await mailed()).toMatch(/^reposted: No files in the folder incoming/);
  });
});
