// Promises: what a check could not read is never taken for a pass, however it was found: the check is incomplete, with 2,
// every report says so, and what a baseline has accepted is not forgotten. What holds no text, and what is ignored, may
// lie among dumps, and is told.

import { readFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { describe, expect, it } from 'vitest';
import { reporters } from '../src/report/reporters/reporters.js';
import { askCli } from './ask-cli.js';
import { isTrue, parseJson, parseJsonLines, recordOf, recordsOf, textOf } from './beside/json.js';
import { copied, original } from './dumps.js';
import { tempFolder } from './temp-folder.js';

const picture = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]);
const harmless = 'The choir needs two more altos before the summer.\n';
const unknownJson = '[{"headline":"The choir needs two more altos"}]';
const packed = gzipSync('The choir rehearses on Mondays, and nobody minds.\n'.repeat(20));
/** Dumps that may hold posts and cannot be read. */
const unread: Readonly<Record<string, string | Uint8Array>> = {
  'unknown.json': unknownJson,
  'unknown.csv': 'nr,headline,when\n1,a b c,2025-05-30\n2,d e f,2025-05-31\n',
  'cut.gz': packed.subarray(0, packed.length - 12),
  'inner.gz': gzipSync(packed),
  'broken.zip': `PK\u0003\u0004${'x'.repeat(40)}`,
  'wide.txt': Buffer.from([0xff, 0xfe, 0, 0, 0x41, 0, 0, 0]),
  'pointer.txt': `version https://git-lfs.github.com/spec/v1\noid sha256:${'4d7a'.repeat(16)}\nsize 1323008\n`,
};

async function check(args: readonly string[], cwd: string) {
  return askCli(['check', ...args, '--against', 'old.txt'], { cwd });
}

describe('a dump that cannot be read', () => {
  /** Each of these is told by a check of what is named. */
  async function expectIncomplete(named: readonly string[], paths: readonly string[], cwd: string) {
    const { stdout, stderr, code } = await check([...named, '-q'], cwd);
    expect({ named, code }).toEqual({ named, code: 2 });
    expect(stdout).toMatch(/^Check incomplete: /);
    expect(stdout).toContain('leave it out on purpose');
    for (const path of paths) {
      expect(stdout).toContain(`  not read  ${path}`);
      expect(stderr).toContain(path);
    }
  }

  for (const [name, content] of Object.entries(unread)) {
    it(`makes a check incomplete, with 2: ${name}`, async () => {
      const cwd = await tempFolder({ [`in/${name}`]: content, 'in/a.txt': harmless, 'old.txt': original });
      await expectIncomplete(['in'], [`in/${name}`], cwd);
    });
  }

  it('makes a check incomplete however it was found', async () => {
    const paths = Object.keys(unread).map((name) => `in/${name}`);
    const dumps = Object.entries(unread).map(([name, content]) => [`in/${name}`, content]);
    const cwd = await tempFolder({ ...Object.fromEntries(dumps), 'in/a.txt': harmless, 'old.txt': original });
    await expectIncomplete(['in/*'], paths, cwd);
    await expectIncomplete(paths, paths, cwd);
  });

  it('makes an audit and a scan --fail-on incomplete as well', async () => {
    const baseline = 'reposted-baseline 1 normalizer 2 rung homoglyphs\n';
    const cwd = await tempFolder({ 'in/a.json': unknownJson, 'in/b.txt': harmless, 'base.txt': baseline });
    const audit = await askCli(['audit', 'in', '--baseline', 'base.txt', '-q'], { cwd });
    expect(audit.code).toBe(2);
    expect(audit.stdout).toContain('Audit incomplete');
    const scan = await askCli(['scan', 'in', '--fail-on', 'any', '-q'], { cwd });
    expect(scan.code).toBe(2);
    expect(scan.stdout).toContain('Check incomplete');
  });

  it('does not hide what was violated, but is the graver of the two', async () => {
    const cwd = await tempFolder({ 'in/a.json': unknownJson, 'in/b.txt': copied, 'old.txt': original });
    const { stdout, code } = await check(['in'], cwd);
    expect(code).toBe(2);
    expect(stdout).toMatch(/^Check incomplete: .*\n {2}not read {2}in\/a\.json.*\n {2}violated {2}1 post/);
    expect(stdout).toContain('copy    in/b.txt:1-2');
  });

  it('costs a baseline none of its entries', async () => {
    const cwd = await tempFolder({ 'in/a.txt': original, 'in/b.txt': copied });
    const accept = ['check', 'in', '--baseline', 'base.txt'];
    expect((await askCli([...accept, '--update-baseline'], { cwd })).code).toBe(0);
    const before = await readFile(join(cwd, 'base.txt'), 'utf8');
    expect(before).toContain('# Fresh rolls');
    await writeFile(join(cwd, 'in/a.txt'), unknownJson);
    for (const renewal of [['--prune'], ['--update-baseline'], ['--update-baseline', '--prune']]) {
      const { stderr, code } = await askCli([...accept, ...renewal], { cwd });
      expect(code).toBe(2);
      expect(stderr).toContain('base.txt is left as it was: not all dumps could be read');
      expect(await readFile(join(cwd, 'base.txt'), 'utf8')).toBe(before);
    }
  });
});

describe('a record that cannot be read', () => {
  it('makes a check incomplete where it must be read', async () => {
    const cwd = await tempFolder({
      'a.jsonl': '{"text":"The choir sings."}\n{"text":\n{"text":"It sings on."}\n',
      'old.txt': original,
    });
    expect(await check(['a.jsonl', '-q'], cwd)).toMatchObject({ code: 0, stderr: '' });
    const { stdout, code } = await check(['a.jsonl', '-q', '--strict'], cwd);
    expect(code).toBe(2);
    expect(stdout).toMatch(/^Check incomplete: .*\n {2}not read {2}a\.jsonl:2: /);
  });

  it('makes any check incomplete where nobody knows how much is missing', async () => {
    const cut = '[{"id":1,"text":"The choir sings."},{"id":2,"text":"It si';
    const cwd = await tempFolder({
      'cut.json': cut,
      'cut.jsonl': `{"text":"The choir sings."}\n{"text":"It sings on."}\n{"te`,
      'cut-number.jsonl': '{"text":"The choir sings."}\n{"text":"It sings on.","views":12',
      'cut.csv': 'id,text\n1,The choir sings.\n2,"It si',
      'long.txt': `${'x'.repeat(17 * 1024 * 1024)}\n${harmless}`,
      'long.json': `[{"text":"${'x'.repeat(17 * 1024 * 1024)}"},{"text":"It sings."}]`,
      'old.txt': original,
    });
    for (const [name, found] of [
      ['cut.json', 'cut.json:1: expected the end of a record, found the end of the dump'],
      ['cut.jsonl', 'cut.jsonl:3: expected JSON, found text that ends too early'],
      ['cut-number.jsonl', 'cut-number.jsonl:2: '],
      ['cut.csv', 'cut.csv:3: expected the end of a row, found the end of the dump'],
      ['long.txt', 'long.txt:1: expected a line of at most 16 MiB, found a longer one'],
      ['long.json', 'long.json: it begins as JSON, and no whole record is found in its beginning'],
    ] as const) {
      const { stdout, code } = await check([name, '-q'], cwd);
      expect([name, code]).toEqual([name, 2]);
      expect(stdout).toContain(`not read  ${found}`);
      expect((await check([name, '-q', '--strict'], cwd)).code).toBe(2);
    }
    expect((await askCli(['scan', 'cut.json', 'long.txt', '-q'], { cwd })).code).toBe(0);
  });
});

describe('what holds no text, or is ignored', () => {
  const files = { 'in/a.txt': harmless, 'in/p.png': picture, 'in/x.json': unknownJson, 'old.txt': original };

  it('passes where it was found, and is told even to who wants quiet', async () => {
    const cwd = await tempFolder(files);
    const { stdout, stderr, code } = await check(['in', '-q', '--ignore', '*.json'], cwd);
    expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
    expect(stdout).toMatch(/^Check passed: 1 post of 1 dump /);
    expect(stdout).toContain(
      '  left out  1 file without text, 1 file as asked (--ignore, .repostedignore)\n',
    );
  });

  it('is trouble where it is named', async () => {
    expect((await check(['in/a.txt', 'in/p.png'], await tempFolder(files))).code).toBe(2);
  });

  it('is trouble with --strict, unless it is ignored, in a scan too', async () => {
    const cwd = await tempFolder(files);
    const codeOf = async (args: readonly string[]) => (await askCli(args, { cwd })).code;
    for (const command of ['scan', 'split', 'check']) {
      const args = [command, 'in', '--ignore', '*.json', '-q'];
      expect([command, await codeOf(args)]).toEqual([command, 0]);
      expect([command, await codeOf([...args, '--strict'])]).toEqual([command, 2]);
      expect([command, await codeOf([...args, '--strict', '--ignore', 'p.*'])]).toEqual([command, 0]);
    }
    expect(await codeOf(['scan', 'in/a.txt', 'in/*.json'])).toBe(0);
    expect(await codeOf(['scan', 'in/a.txt', 'in/*.json', '--strict'])).toBe(2);
  });
});

describe('an incomplete check is told as such', () => {
  const files = {
    'in/a.json': unknownJson,
    'in/b.txt': harmless,
    'in/cut.gz': unread['cut.gz'] ?? '',
    'in/p.png': picture,
    'old.txt': original,
  };
  /** What each reporter writes of one check. */
  async function sayAll(): Promise<ReadonlyMap<string, string>> {
    const cwd = await tempFolder(files);
    const names = reporters.map(({ name }) => name);
    await check(['in', ...names.flatMap((name) => ['--reporter', `${name}:${name}.out`])], cwd);
    return new Map(names.map((name) => [name, readFileSync(join(cwd, `${name}.out`), 'utf8')]));
  }
  let said: ReturnType<typeof sayAll> | null = null;
  const say = async (format: string) => {
    said ??= sayAll();
    return (await said).get(format) ?? '';
  };
  const readHere = (path: string) => readFileSync(join(import.meta.dirname, path), 'utf8');

  it('in Markdown', async () => {
    const said = await say('markdown');
    expect(said).toMatch(
      /^## ⚠️ Check incomplete\n\n- \*\*not read\*\*: `in\/a\.json.*\n- \*\*not read\*\*: `in\/cut\.gz/,
    );
    expect(said.match(/cut\.gz is broken/g)).toHaveLength(1);
    expect(said).toContain('- left out: `in/p.png');
  });

  it('in JSON and NDJSON, by their schema', async () => {
    const report = parseJson(await say('json'));
    expect(recordOf(report, 'check')).toMatchObject({ passed: false, incomplete: true });
    expect(recordsOf(report, 'troubles').map((trouble) => textOf(trouble, 'path'))).toEqual([
      'in/a.json',
      'in/cut.gz',
    ]);
    expect(recordsOf(report, 'leftOut').map((left) => isTrue(left, 'isTrouble'))).toEqual([true, false]);
    const schema = parseJson(readHere('../schema/report.schema.json'));
    expect(new Ajv2020({ allowUnionTypes: true }).compile(schema)(report)).toBe(true);
    const lines = parseJsonLines(await say('ndjson'));
    expect(lines.filter(({ type }) => type === 'trouble')).toHaveLength(2);
  });

  it('in JUnit, by its schema', async () => {
    const said = await say('junit');
    expect(said).toContain('tests="5" failures="0" errors="2"');
    expect(said).toMatch(/name="in\/a\.json" time="0"><error type="unread" message="in\/a\.json: it is JSON/);
    expect(said).toMatch(/name="in\/cut\.gz: read as [^"]*" time="0"><error type="unread"/);
    expect(said).toMatch(/name="in\/p\.png" time="0"><skipped /);
    using schema = XmlDocument.fromString(readHere('schemas/junit-10.xsd'));
    using validator = XsdValidator.fromDoc(schema);
    using document = XmlDocument.fromString(said);
    expect(() => validator.validate(document)).not.toThrow();
  });

  it("in GitLab's code quality", async () => {
    expect(JSON.parse(await say('gitlab'))).toMatchObject([
      { check_name: 'not-read', severity: 'blocker', location: { path: 'in/a.json' } },
      { check_name: 'not-read', severity: 'blocker', location: { path: 'in/cut.gz' } },
    ]);
  });

  it('in annotations', async () => {
    const lines = (await say('github')).trimEnd().split('\n');
    expect(lines).toEqual([
      expect.stringMatching(/^::error file=in\/a\.json,title=Not read::in\/a\.json: it is JSON/),
      expect.stringMatching(/^::error file=in\/cut\.gz,title=Not read::in\/cut\.gz is broken gzip/),
    ]);
  });

  it('in SARIF, by its schema', async () => {
    const log = JSON.parse(await say('sarif'));
    const [invocation] = log.runs[0].invocations;
    expect(invocation.executionSuccessful).toBe(false);
    expect(invocation.toolExecutionNotifications.map(({ level }: { level: string }) => level)).toEqual([
      'error',
      'error',
      'warning',
    ]);
    const ajv = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false });
    expect(ajv.compile(JSON.parse(readHere('schemas/sarif-schema-2.1.0.json')))(log)).toBe(true);
  });
});
