// Promises: a flag wins over the environment, the environment over the configuration, that over the default; what is
// not understood in any of them is told with its place; and the published schema is what is understood.

import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { configKeys, variableOf } from '../src/cli/config/config-keys.js';
import { askCli } from './ask-cli.js';
import { parseJson } from './beside/json.js';
import { copied, original } from './dumps.js';
import { idleProgram } from './idle-program.js';
import { type CliOptions, runCli } from './run-cli.js';
import { tempFolder } from './temp-folder.js';

const two = { 'old.txt': original, 'new.txt': copied };
const schema = parseJson(readFileSync(resolve(import.meta.dirname, '../schema/config.schema.json'), 'utf8'));

/** What `--print-config` says of one setting. */
async function settingOf(key: string, args: readonly string[], options: CliOptions): Promise<unknown> {
  const { stdout, stderr, code } = await runCli(['check', 'new.txt', '--print-config', ...args], options);
  expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
  const settings = parseJson(stdout)['settings'];
  return Object.entries(settings ?? {}).find(([name]) => name === key)?.[1];
}

describe('a setting', () => {
  it('is taken from the flag, else the environment, else the file, else the default', async () => {
    const cwd = await tempFolder({ ...two, 'reposted.config.json': '{\n  "minCharacters": 30\n}\n' });
    const env = { REPOSTED_MIN_CHARACTERS: '40' };
    const setting = (args: readonly string[], options: CliOptions = {}) =>
      settingOf('minCharacters', args, { cwd, ...options });
    expect(await setting(['--min-characters', '50'], { env })).toEqual({ value: 50, from: 'flag' });
    expect(await setting([], { env })).toEqual({ value: 40, from: 'REPOSTED_MIN_CHARACTERS' });
    expect(await setting([])).toEqual({ value: 30, from: 'reposted.config.json:2:3' });
    expect(await setting(['--no-config'])).toEqual({ value: 20, from: 'default' });
  });

  it('of the file is what the command does', async () => {
    const cwd = await tempFolder({
      ...two,
      'reposted.config.json': '{ "against": ["old.txt"], "maxBlocks": 0 }',
    });
    expect((await askCli(['check', 'new.txt'], { cwd })).code).toBe(1);
    expect((await askCli(['check', 'new.txt', '--max-blocks', '1'], { cwd })).code).toBe(0);
    expect((await askCli(['check', 'new.txt', '--no-config'], { cwd })).code).toBe(0);
    expect((await askCli(['scan', 'new.txt'], { cwd })).stdout).toContain('compared against 1 dump, 2 posts');
  });

  it('of the environment may be a list, a flag or a share', async () => {
    const cwd = await tempFolder({ ...two, 'third.txt': original });
    const env = { REPOSTED_AGAINST: 'old.txt\nthird.txt', REPOSTED_STRICT: '1', REPOSTED_MAX_REPEATED: '5%' };
    expect(await settingOf('against', [], { cwd, env })).toMatchObject({ value: ['old.txt', 'third.txt'] });
    expect(await settingOf('strict', [], { cwd, env })).toMatchObject({ value: true });
    expect(await settingOf('maxRepeated', [], { cwd, env })).toMatchObject({ value: 0.05 });
    expect((await runCli(['check', 'new.txt'], { cwd, env })).code).toBe(1);
  });
});

describe('the configuration', () => {
  const find = async (cwd: string, args: readonly string[] = []) => {
    const { stdout } = await askCli(['check', 'new.txt', '--print-config', ...args], { cwd });
    return parseJson(stdout)['config'];
  };

  it('is the nearest of the project, a file before the key of package.json', async () => {
    const cwd = await tempFolder({
      '.git/HEAD': '',
      'reposted.config.json': '{}',
      'in/package.json': '{ "name": "reposted", "bin": { "reposted": {} }, "reposted": { "top": 3 } }',
      'in/deep/package.json': '{ "name": "other" }',
    });
    expect(await find(join(cwd, 'in/deep'))).toBe('../package.json');
    await writeFile(join(cwd, 'in/reposted.config.json'), '{}');
    expect(await find(join(cwd, 'in/deep'))).toBe('../reposted.config.json');
    expect(await find(cwd)).toBe('reposted.config.json');
  });

  it('is no package.json that does not speak of it, in whatever encoding', async () => {
    const latin = Buffer.from('{ "author": "Ren\xe9" }', 'latin1');
    const own = Buffer.from('{ "author": "Ren\xe9", "reposted": {} }', 'latin1');
    const cwd = await tempFolder({ 'package.json': latin, 'own/package.json': own });
    expect(await find(cwd)).toBeNull();
    const { stderr, code } = await askCli(['check', '--print-config'], { cwd: join(cwd, 'own') });
    expect({ stderr, code }).toMatchObject({ stderr: expect.stringContaining('expected UTF-8'), code: 2 });
  });

  it('is not looked for beyond the project, which may be anybody’s', async () => {
    const cwd = await tempFolder({
      'reposted.config.json': '{}',
      'project/.git/HEAD': '',
      'project/in/a.txt': '',
    });
    expect(await find(join(cwd, 'project/in'))).toBeNull();
    await mkdir(join(cwd, 'plain'));
    expect(await find(join(cwd, 'plain'))).toBeNull();
  });

  it('may be named, and must be there then', async () => {
    const cwd = await tempFolder({ ...two, 'ci/gate.json': '{ "against": ["../old.txt"], "maxBlocks": 0 }' });
    expect((await askCli(['check', 'new.txt', '--config', 'ci/gate.json'], { cwd })).code).toBe(1);
    expect((await runCli(['check', 'new.txt'], { cwd, env: { REPOSTED_CONFIG: 'ci/gate.json' } })).code).toBe(
      1,
    );
    const reporter = ['csv:out.csv', './own.mjs:own.txt'];
    await writeFile(join(cwd, 'ci/own.mjs'), 'export default () => ["own"];');
    await writeFile(join(cwd, 'ci/told.json'), JSON.stringify({ against: ['../old.txt'], reporter }));
    expect((await askCli(['check', 'new.txt', '--config', 'ci/told.json'], { cwd })).code).toBe(1);
    expect(readFileSync(join(cwd, 'ci/out.csv'), 'utf8')).toMatch(/^rule,/);
    expect(readFileSync(join(cwd, 'ci/own.txt'), 'utf8')).toBe('own');
    const missing = await askCli(['check', 'new.txt', '--config', 'gate.json'], { cwd });
    expect(missing).toMatchObject({ code: 2, stdout: '' });
    expect(missing.stderr).toMatch(/^reposted: No configuration at gate\.json/);
  });

  const mistakes: readonly (readonly [what: string, text: string, told: RegExp])[] = [
    [
      'an unknown key, with the one that was meant',
      '{\n  "minCharacter": 3\n}',
      /:2:3: unknown key "minCharacter": did you mean minCharacters\?/,
    ],
    [
      'an unknown key like no other',
      '{ "colour-scheme-of-the-report": 1 }',
      /:1:3: unknown key .*expected one of against,/,
    ],
    ['a key twice', '{ "top": 1,\n "top": 2 }', /:2:2: top is said already/],
    ['a value of another kind', '{ "top": "ten" }', /:1:10: expected top to be a whole number, found "ten"/],
    [
      'a value out of bounds',
      '{ "minCharacters": 0 }',
      /:1:3: --min-characters expects a whole number of at least 1, found "0"/,
    ],
    ['a choice that is none', '{ "rung": "high" }', /:1:3: expected rung to be one of exact, .*found "high"/],
    ['a share that is none', '{ "maxRepeated": "5 percent" }', /:1:3: --max-repeated expects a share/],
    [
      'an acceptance without a reason',
      '{ "accept": [{ "id": "00000000000000aa" }] }',
      /:1:13: expected accept to be a list of \{ "id"/,
    ],
    [
      'an unknown key of three letters, none of them meant',
      '{ "foo": 1 }',
      /:1:3: unknown key "foo": expected one of against,/,
    ],
    ['a bound that is too low', '{ "memory": "1" }', /:1:3: --memory expects .*160M.*found "1"/],
    ['an encoding that is none', '{ "encoding": "foo" }', /:1:3: --encoding "foo" is not known/],
    ['a pattern that is none', '{ "postStart": "(" }', /:1:3: --post-start expects a regular expression/],
    ['a format that is none', '{ "inputFormat": "foo" }', /:1:3: --input-format expects a name/],
    ['broken JSON', '{\n  "top": 1,\n}', /:3:1: expected JSON/],
    ['JSON that ends too early', '{ "top": 1', /:1:11: expected JSON/],
    ['no object', '[]', /:1:1: expected an object/],
  ];
  for (const [what, text, told] of mistakes) {
    it(`is refused with line and column: ${what}`, async () => {
      const cwd = await tempFolder({ ...two, 'reposted.config.json': text });
      const { stdout, stderr, code } = await askCli(['check', 'new.txt'], { cwd });
      expect({ stdout, code }).toEqual({ stdout: '', code: 2 });
      expect(stderr).toMatch(/^reposted: reposted\.config\.json:\d+:\d+: .*\n$/);
      expect(stderr).toMatch(told);
    });
  }

  it('of a variable that there is none is refused, with the one that was meant', async () => {
    const cwd = await tempFolder(two);
    const { stderr, code } = await runCli(['scan', 'new.txt'], { cwd, env: { REPOSTED_MAX_BLOCK: '3' } });
    expect({ stderr, code }).toEqual({
      stderr: 'reposted: REPOSTED_MAX_BLOCK: unknown variable: did you mean REPOSTED_MAX_BLOCKS?\n',
      code: 2,
    });
    expect((await runCli(['new.txt'], { cwd, env: { REPOSTED_MAX_BLOCK: '' } })).code).toBe(0);
  });

  it('of a variable of a pipeline is not used, with a warning where it may be one of ours', async () => {
    const cwd = await tempFolder(two);
    const env = { REPOSTED_VERSION: '1.2', REPOSTED_COMMIT: '4f17a5c' };
    const { stderr, code } = await runCli(['scan', 'new.txt'], { cwd, env });
    expect([code, stderr.split('\n').filter((line) => line.includes('REPOSTED_'))]).toEqual([
      0,
      ['reposted: REPOSTED_VERSION, REPOSTED_COMMIT: no setting is called so, not used'],
    ]);
    for (const [args, quiet] of [
      [['scan', 'new.txt', '-q'], {}],
      [['scan', 'new.txt'], { REPOSTED_QUIET: '1' }],
    ] as const)
      expect((await runCli(args, { cwd, env: { ...env, ...quiet } })).stderr).toBe('');
  });

  it('of a variable is refused by its name', async () => {
    const cwd = await tempFolder(two);
    for (const [name, value] of [
      ['REPOSTED_TOP', 'ten'],
      ['REPOSTED_STRICT', 'maybe'],
      ['REPOSTED_RUNG', 'high'],
    ] as const) {
      const { stderr, code } = await runCli(['scan', 'new.txt'], { cwd, env: { [name]: value } });
      expect(code).toBe(2);
      expect(stderr).toMatch(new RegExp(`^reposted: ${name}: .*"${value}"`));
    }
  });

  it('accepts passages, and an audit lists them with their reasons', async () => {
    const cwd = await tempFolder(two);
    const { stdout } = await askCli(['check', 'new.txt', '--against', 'old.txt', '-f', 'json'], { cwd });
    const id = /"violations":\[\{.*?"blocks":\["([0-9a-f]{16})"/.exec(stdout)?.[1] ?? '';
    const accept = [
      { id, reason: 'The bakery may be quoted' },
      { id: '00000000000000aa', reason: 'Gone since \u001b[31mlong' },
    ];
    await writeFile(join(cwd, 'reposted.config.json'), JSON.stringify({ accept, against: ['old.txt'] }));
    expect((await askCli(['check', 'new.txt'], { cwd })).code).toBe(0);
    const audit = await askCli(['audit', 'new.txt'], { cwd });
    expect(audit).toMatchObject({ stderr: '', code: 0 });
    expect(audit.stdout).toMatch(new RegExp(`${id} +found 2 +The bakery may be quoted\n`));
    expect(audit.stdout).toMatch(/00000000000000aa +repeats no longer +Gone since \\u001b\[31mlong\n/);
    expect(audit.stdout).toContain('2 accepted passages, 1 found less often than accepted, or no longer\n');
  });
});

describe('the schema of the configuration', () => {
  const valid = new Ajv2020({ allowUnionTypes: true }).compile(schema);

  it('names the keys that there are, each a flag of a command', () => {
    const named = Object.keys(schema['properties'] ?? {}).filter((key) => key !== '$schema');
    expect(named.toSorted()).toEqual(Object.keys(configKeys).toSorted());
    const flags = new Set(
      idleProgram.commands.flatMap(({ options }) => options.map((option) => option.attributeName())),
    );
    for (const key of Object.keys(configKeys)) if (key !== 'accept') expect(flags, key).toContain(key);
    expect(variableOf('maxUncredited')).toBe('REPOSTED_MAX_UNCREDITED');
  });

  it('takes what is taken, and nothing else', () => {
    const good = {
      $schema: './node_modules/reposted/schema/config.schema.json',
      against: ['dumps/**'],
      maxRepeated: '5%',
      maxBlocks: 0,
      ignore: ['*.md'],
      accept: [{ id: '00000000000000aa', reason: 'Ours' }],
    };
    expect(valid(good)).toBe(true);
    for (const bad of [
      { minCharacter: 3 },
      { top: '3' },
      { threads: 65 },
      { rung: 'high' },
      { accept: [{ id: 'x', reason: 'y' }] },
    ])
      expect(valid(bad), JSON.stringify(bad)).toBe(false);
  });
});
