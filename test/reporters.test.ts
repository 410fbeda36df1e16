// Promises: every reporter writes what its format demands, checked by the format's own schema or by a parser of another
// project; within the limits of who reads it, saying what was cut; and whatever a dump holds, escaped.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Ajv } from 'ajv';
import graphology from 'graphology';
import gexf from 'graphology-gexf';
import graphml from 'graphology-graphml';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import papaparse from 'papaparse';
import { describe, expect, it, test } from 'vitest';
import type { Report } from '../src/report/report.js';
import { reporters } from '../src/report/reporters/reporters.js';
import { plainStyle } from '../src/report/style.js';
import { askCli } from './ask-cli.js';
import { reportOn } from './scan-texts.js';
import { tempFolder } from './temp-folder.js';

const schemas = join(import.meta.dirname, 'schemas');
const options = { top: 10, style: plainStyle(100) };

async function write(name: string, report: Report): Promise<string> {
  const reporter = await reporters.find((known) => known.name === name)?.load();
  if (reporter === undefined) throw new Error(`No reporter is called ${name}`);
  return [...reporter(report, options)].join('');
}

const bread = 'The baker opens at six and sells the last loaf before the church bell rings.';
const ferry = 'The ferry does not sail on Mondays, as the captain plays chess with the smith.';
const small = {
  'bakery.txt': `Bread\n${bread}\n\nFerry\n${ferry}\n`,
  'village.txt': `Forwarded from bakery\nBread\n${bread}\n\nNews\n${ferry}\n\nAgain\n${ferry}\n`,
};

/** What harms terminals, logs of CI, spreadsheets, pages and XML. */
const hostile = [
  '\u001b[31mred\u001b[0m \u0007 \u009b2J',
  '::error file=a::owned',
  '##[error]owned ##vso[task.complete]',
  'a%0A::warning::b %25',
  '=HYPERLINK("http://evil.example")',
  '+1+cmd|calc',
  '@SUM(A1:A9), @everyone #123',
  '</code><script>alert(1)</script> ``` ` | [a](javascript:b) {0}',
  ']]> <!-- <![CDATA[ &amp; &#0; \ufffe',
  '\u202egnp.exe \u2066x\u2069 \u2028',
].map((words) => `${words} and letters enough to be compared`);
const harmful = {
  'a\u001b[1m"<b>,|`.txt': `${hostile.join('\n')}\n\nend of it\n`,
  '=cmd.txt': `Forwarded from ${'=evil\u202e<i>&'}\n${hostile.join('\n')}\n`,
};

/** Controls but line ends, marks of direction, separators of lines. */
const RAW = /[^\P{Cc}\r\n]|[\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/u;

describe('every reporter', () => {
  test.each(reporters.map(({ name }) => name))(
    '%s shows what a dump holds and obeys none of it',
    async (name) => {
      const said = await write(name, reportOn(harmful));
      expect(said).not.toMatch(RAW);
      expect(said.length).toBeGreaterThan(100);
      if (name !== 'github') expect(said).not.toMatch(/^\s*::[a-z-]+.*::|##\[|##vso\[/im);
    },
  );

  test.each(reporters.map(({ name }) => name))('%s writes the same bytes again and again', async (name) => {
    const first = await write(name, reportOn(small));
    const report = reportOn(small);
    expect(await write(name, report)).toBe(first);
    expect(await write(name, report)).toBe(first);
  });

  test.each(reporters.map(({ name }) => name))('%s can say that nothing was found', async (name) => {
    expect(await write(name, reportOn({ 'a.txt': `${bread}\n` }))).not.toContain('undefined');
  });
});

describe('csv', () => {
  it('is a table of findings, each column of one type, that no spreadsheet computes', async () => {
    const { data, errors } = papaparse.parse<string[]>((await write('csv', reportOn(harmful))).trimEnd());
    expect(errors).toEqual([]);
    const [header = [], ...rows] = data;
    expect(rows).not.toHaveLength(0);
    for (const row of rows) {
      expect(row).toHaveLength(header.length);
      for (const cell of row) expect(cell).not.toMatch(/^\s*[=+\-@]/);
    }
  });

  it('has a row a copy, not one a block', async () => {
    const { data } = papaparse.parse<Record<string, string>>(
      (await write('csv', reportOn(small))).trimEnd(),
      {
        header: true,
      },
    );
    expect(
      data.map(({ rule, dump, first_line, origin_dump }) => [rule, dump, first_line, origin_dump]),
    ).toEqual([
      ['repost-uncredited', 'village.txt', '5', 'bakery.txt'],
      ['repost-uncredited', 'village.txt', '8', 'bakery.txt'],
      ['repost-credited', 'village.txt', '1', 'bakery.txt'],
    ]);
  });
});

describe('a name with white space', () => {
  const files = { 'a  b\nc.txt': small['bakery.txt'], 'x\\u000ay.txt': small['village.txt'] };
  const data = reportOn(files);

  it.each(['text', 'csv', 'markdown', 'github', 'junit', 'graphml', 'gexf'])(
    '%s shows each as it is, or as its code',
    async (name) => {
      expect(await write(name, data)).toContain('a  b\\u000ac');
    },
  );

  it('is no other name in a table', async () => {
    const { data: rows } = papaparse.parse<Record<string, string>>(await write('csv', data), {
      header: true,
    });
    const names = new Set(rows.map(({ dump }) => dump));
    expect([...names]).toContain('x\\u005cu000ay.txt');
  });
});

describe('sarif', () => {
  // Its formats (uri, date-time) are checked by other schemas; here the shape counts.
  const schema: object = JSON.parse(readFileSync(join(schemas, 'sarif-schema-2.1.0.json'), 'utf8'));
  const isSarif = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(schema);

  it.each([
    ['a small report', small],
    ['a hostile dump', harmful],
    ['nothing found', { 'a.txt': bread }],
  ])('is valid by its schema: %s', async (_, texts) => {
    expect(isSarif(JSON.parse(await write('sarif', reportOn(texts)))), JSON.stringify(isSarif.errors)).toBe(
      true,
    );
  });

  it('keeps the limits of code scanning with 30,000 findings, and says what it cut', async () => {
    const posts = Array.from({ length: 30_001 }, () => `${bread}\n${ferry}`);
    const report = reportOn({ 'many.txt': posts.join('\n\n') });
    expect(report.findings()).toHaveLength(30_000);
    const said = await write('sarif', report);
    expect(gzipSync(said).length).toBeLessThan(10_000_000);
    const log = JSON.parse(said);
    expect(isSarif(log), JSON.stringify(isSarif.errors)).toBe(true);
    const [run] = log.runs;
    expect(run.results).toHaveLength(5000);
    expect(JSON.stringify(run.invocations)).toMatch(/25[,.]?000/);
    expect(
      new Set(
        run.results.map((result: { partialFingerprints: object }) =>
          JSON.stringify(result.partialFingerprints),
        ),
      ).size,
    ).toBe(5000);
    expect(await write('github', report)).toMatch(/::notice [^\n]*29991 more notice/);
    expect((await write('markdown', report)).length).toBeLessThan(65_536);
  });

  it('names places as files of the checkout, percent-encoded', async () => {
    const log = JSON.parse(
      await write('sarif', reportOn({ 'a b/ü%.txt': small['bakery.txt'], 'z#?.txt': bread })),
    );
    const [{ locations, relatedLocations }] = log.runs[0].results;
    expect(locations[0].physicalLocation.artifactLocation).toEqual({
      uri: 'z%23%3F.txt',
      uriBaseId: '%SRCROOT%',
    });
    expect(relatedLocations[0].physicalLocation.artifactLocation.uri).toBe('a%20b/%C3%BC%25.txt');
  });
});

describe('junit', () => {
  it.each([
    ['a small report', small],
    ['a hostile dump', harmful],
  ])('is valid by its schema: %s', async (_, texts) => {
    using schema = XmlDocument.fromBuffer(readFileSync(join(schemas, 'junit-10.xsd')));
    using validator = XsdValidator.fromDoc(schema);
    using document = XmlDocument.fromString(await write('junit', reportOn(texts)));
    expect(() => validator.validate(document)).not.toThrow();
  });
});

describe('graphs', () => {
  it.each([
    ['graphml', graphml.parse],
    ['gexf', gexf.parse],
  ] as const)('%s is read by a library of graphs: who has text from whom', async (name, parse) => {
    const graph = parse(graphology.MultiDirectedGraph, await write(name, reportOn(small)));
    const links = graph.mapEdges((_, { kind, weight }, from, to) => [
      graph.getNodeAttribute(from, 'label'),
      kind,
      Number(weight),
      graph.getNodeAttribute(to, 'label'),
    ]);
    expect(links.sort()).toEqual([
      ['village.txt', 'credited', 1, 'bakery.txt'],
      ['village.txt', 'forward', 1, 'bakery'],
      ['village.txt', 'uncredited', 2, 'bakery.txt'],
    ]);
  });

  it.each(['graphml', 'gexf'])('%s is well-formed whatever the sources are called', async (name) => {
    using document = XmlDocument.fromString(await write(name, reportOn(harmful)));
    expect(document.root.name).toBe(name);
  });
});

describe('gitlab', () => {
  it('is an array of what GitLab asks for, each with a fingerprint of its own', async () => {
    const entries: { fingerprint: string }[] = JSON.parse(await write('gitlab', reportOn(small)));
    expect(new Set(entries.map(({ fingerprint }) => fingerprint)).size).toBe(3);
    for (const entry of entries) {
      expect(entry).toMatchObject({
        description: expect.any(String),
        check_name: expect.stringMatching(/^repost-/),
        severity: expect.stringMatching(/^(info|minor|major|critical|blocker)$/),
        location: { path: expect.any(String), lines: { begin: expect.any(Number) } },
      });
    }
  });
});

describe('github', () => {
  it('gives commands and nothing else, each on one line', async () => {
    const said = await write('github', reportOn(harmful));
    for (const line of said.trimEnd().split('\n'))
      expect(line).toMatch(/^::(?:error|warning|notice) [^:]*::/);
  });
});

describe('reports for people', () => {
  const own = (name: string) => `${name} has much else to say of itself today: `.repeat(4);
  const dump = [
    { source: 'Bakery', date: '2025-06-02', text: `${bread}\n${own('The bakery')}` },
    { source: 'Village', date: '2025-06-03', text: `${bread}\n${own('The village')}` },
    { source: 'Harbour', text: `${ferry}\n${bread}` },
    { source: 'Bakery', text: `${ferry}` },
  ];

  it.each([
    [
      'text',
      [
        'origin        a.json:1  post 1  Bakery  2025-06-02T00:00:00',
        'copy          a.json:1  post 2  Village  2025-06-03T00:00:00  uncredited',
        'origin        a.json:1  post 3  Harbour  undated, read first',
        'contained     a.json:1  post 4  Bakery  100 %  uncredited',
      ],
    ],
    [
      'markdown',
      [
        '| origin | `a.json:1` post 1 | `Bakery` | 2025-06-02T00:00:00 |  |',
        '| copy | `a.json:1` post 2 | `Village` | 2025-06-03T00:00:00 | **uncredited** |',
        '| copy | `a.json:1` post 3 | `Harbour` |  | **uncredited** |',
        '| origin | `a.json:1` post 3 | `Harbour` | undated, read first |  |  |',
      ],
    ],
  ])(
    'tell posts of one line apart, their dates, and who gives no credit, in a cluster or not: %s',
    async (format, told) => {
      const cwd = await tempFolder({ 'a.json': JSON.stringify(dump) });
      const { stdout } = await askCli(['scan', 'a.json', '--format', format], { cwd });
      const lines = stdout.split('\n').map((line) => line.trim());
      expect(lines).toEqual(expect.arrayContaining(told));
    },
  );
});

describe('markdown', () => {
  it('counts what it does not show', async () => {
    const cwd = await tempFolder(small);
    const args = ['bakery.txt', 'village.txt', '-f', 'markdown', '--top', '1'];
    const { stdout } = await askCli(['scan', ...args], { cwd });
    expect(stdout).toMatch(/^… and 1 more cluster$/m);
  });

  it('shows text of dumps in code, where nothing of it works', async () => {
    const said = await write('markdown', reportOn(harmful));
    const outside = said
      .replace(/^(`{3,})text\n[\s\S]*?^\1$/gm, '')
      .replace(/(`+)(?:(?!\1)[\s\S])*?\1(?!`)/g, '');
    expect(outside).not.toMatch(/<script|<b>|<i>|@everyone|javascript:/);
  });
});

describe('--reporter', () => {
  const folder = () => tempFolder(small);

  it('writes several reports of one run, each where it should go', async () => {
    const cwd = await folder();
    const args = [
      'bakery.txt',
      'village.txt',
      '--reporter',
      'csv:a.csv',
      '--reporter',
      'json:a.json',
      '--reporter',
      'github',
    ];
    const { stdout, stderr, code } = await askCli(args, { cwd });
    expect([stderr, code]).toEqual(['', 0]);
    expect(stdout).toMatch(/^::warning /);
    expect(readFileSync(join(cwd, 'a.csv'), 'utf8')).toMatch(/^rule,/);
    expect(JSON.parse(readFileSync(join(cwd, 'a.json'), 'utf8')).summary.posts).toBe(5);
  });

  it('writes text to standard output as well, where no other report goes there', async () => {
    const cwd = await folder();
    const dumps = ['bakery.txt', 'village.txt'];
    const { stdout } = await askCli(dumps, { cwd });
    expect((await askCli([...dumps, '--reporter', 'csv:a.csv'], { cwd })).stdout).toBe(stdout);
    const inFile = await askCli([...dumps, '--reporter', 'csv:a.csv', '-o', 'a.txt'], { cwd });
    expect(inFile.stdout).toBe('');
    expect(readFileSync(join(cwd, 'a.txt'), 'utf8')).toBe(stdout);
    const asked = await askCli([...dumps, '--reporter', 'csv:a.csv', '-f', 'json'], { cwd });
    expect(JSON.parse(asked.stdout).summary.posts).toBe(5);
  });

  /** One run with all of them, each to a file: what they wrote. */
  async function allReports(inputs: readonly string[], cwd: string): Promise<string[]> {
    const out = await tempFolder();
    const asked = reporters.flatMap(({ name }) => ['--reporter', `${name}:${join(out, name)}`]);
    expect(await askCli([...inputs, ...asked], { cwd })).toMatchObject({ stderr: '', code: 0 });
    return reporters.map(({ name }) => readFileSync(join(out, name), 'utf8'));
  }

  it('writes the same in every order of the dumps', async () => {
    const cwd = await folder();
    writeFileSync(join(cwd, 'choir.txt'), small['bakery.txt'].replace('Ferry', 'Choir'));
    const inputs = ['bakery.txt', 'village.txt', 'choir.txt'];
    const first = await allReports(inputs, cwd);
    for (let run = 1; run < 6; run++) {
      const turned = [...inputs.slice(run % 3), ...inputs.slice(0, run % 3)];
      expect(await allReports(run % 2 === 0 ? turned : turned.toReversed(), cwd)).toEqual(first);
    }
  });

  it('writes the same with one thread and two', { timeout: 120_000 }, async () => {
    const cwd = await folder();
    // Of the 64 MiB from which on threads are used.
    const crates = Array.from({ length: 34_000 }, (_, at) => {
      const lot = `${at % 33_950} ${'was weighed, counted and sealed. '.repeat(60)}`;
      return `Crate ${at % 33_950} has been found on the quay\nLot ${lot}`;
    });
    writeFileSync(join(cwd, 'crates.txt'), crates.join('\n\n'));
    const one = await allReports(['.', '--threads', '1'], cwd);
    const two = await allReports(['.', '--threads', '2'], cwd);
    reporters.forEach(({ name }, at) => {
      expect(one[at]?.length, name).toBeGreaterThan(100);
      expect(one[at] === two[at], name).toBe(true);
    });
  });

  it('takes a reporter of someone else', async () => {
    const cwd = await folder();
    const own = await tempFolder({
      'own.mjs':
        'export default function* (report, { top }) { yield report.summary.posts + " posts, " + top + "\\n"; }',
      'none.mjs': 'export const report = 1;',
      'wrong.mjs': 'export default () => [1];',
      'throws.mjs': 'export default () => { throw new Error("no such field"); };',
      'throws-late.mjs': 'export default function* () { yield "x"; null.posts; }',
    });
    const run = (name: string) => askCli(['.', '--top', '3', '--reporter', join(own, name)], { cwd });
    expect(await run('own.mjs')).toMatchObject({ stdout: '5 posts, 3\n', code: 0 });
    expect(await run('none.mjs')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('default export'),
    });
    expect(await run('wrong.mjs')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('a piece that is number'),
    });
    for (const [name, why] of [
      ['throws.mjs', 'no such field'],
      ['throws-late.mjs', 'Cannot read'],
    ] as const) {
      const { stderr, code } = await run(name);
      expect(stderr).toMatch(/^reposted: The reporter .*\.mjs failed: .*, at .*\.mjs:1:\d+\)?\n$/);
      expect(stderr).toContain(`${name} failed: ${why}`);
      expect(code).toBe(2);
    }
    expect(await run('missing.mjs')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('cannot be loaded'),
    });
  });

  it.each([
    [['--reporter', 'serif'], /did you mean sarif\?/],
    [['--format', 'jsn'], /did you mean json\?/],
    [['--reporter', 'json', '--reporter', 'csv'], /standard output/],
    [['--reporter', 'json:x', '--reporter', 'csv:x'], /written to x/],
    [['--reporter', 'json:'], /expects a file after the colon/],
    [['--reporter', 'json:village.txt'], /overwrite a dump/],
  ])('%j is refused', async (args, message) => {
    const { stderr, code } = await askCli(['bakery.txt', 'village.txt', ...args], { cwd: await folder() });
    expect(stderr).toMatch(message);
    expect(code).toBe(2);
  });
});
