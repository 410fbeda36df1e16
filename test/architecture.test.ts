// Promises: imports tell the layer. The rules stand here as data; what breaks one is named, with the reason why there
// is such a rule. Sources are read as text, so a rule holds for types as well.

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readImports, sources } from './sources.js';

/** Files of src/ that know nothing but data: any stage may import them. */
const pure = ['model.ts', 'errors.ts'];
/** The tables and what is asked of them, what they are made of, and dates. */
const pureFolders = ['model', 'columns', 'dates'];
/** Stages meet in analyze.ts and nowhere else: each knows its own folder. The report knows no stage either. */
const closedFolders = ['formats', 'split', 'normalize', 'fingerprint', 'match', 'cluster', 'check', 'report'];
/** The only places that touch the machine: reading, the command line, and the two entries. */
const edges = ['read/', 'known/', 'threads/', 'cli/', 'main.ts', 'api.ts'];
/** Who imports a package: one file, so that replacing it is a change of one file. */
const packages: Readonly<Record<string, readonly string[]>> = {
  '@duckdb/node-api': ['known/engine.ts'],
  '@humanwhocodes/momoa': ['cli/config/config-values.ts'],
  chalk: ['cli/terminal.ts'],
  chardet: ['read/encodings/choose-encoding.ts'],
  commander: [
    'cli/completion/describe-commands.ts',
    'cli/completion/write-completion.ts',
    'cli/flags.ts',
    'cli/index-commands.ts',
    'cli/program.ts',
    'cli/refuse-empty.ts',
    'cli/refuse-twice.ts',
    'main.ts',
  ],
  'fast-glob': ['read/find/expand-argument.ts'],
  'fast-string-truncated-width': ['report/escape/excerpt.ts'],
  'fastest-levenshtein': ['cli/closest-name.ts'],
  fzstd: ['read/containers/zstd.ts'],
  ignore: ['read/find/ignore-list.ts'],
  htmlparser2: ['formats/syntax/html.ts'],
  papaparse: ['formats/syntax/csv.ts'],
  'postal-mime': ['formats/syntax/mail-headers.ts'],
  re2js: ['cli/user-cues.ts'],
  'supports-hyperlinks': ['cli/terminal.ts'],
  'xxhash-wasm': ['fingerprint/load-hasher.ts'],
  'xz-decompress': ['read/containers/xz.ts'],
  yauzl: ['read/containers/zip.ts'],
};
const nameless = /(^|\/)(index|utils?|common|misc|helpers?|shared)(\.|\/)/;

const inFolder = (path: string) => (path.includes('/') ? (path.split('/')[0] ?? '') : '');
const isPure = (path: string) => pure.includes(path) || pureFolders.includes(inFolder(path));
const onEdge = (path: string) => edges.some((edge) => path.startsWith(edge));

/** Expects no file to break a rule; each one that does is told with the reason. */
function expectNone(broken: readonly string[]): void {
  expect(broken.join('\n')).toBe('');
}

describe('the sources', () => {
  it('are all seen by these rules', () => {
    const known = new Set(sources.map(({ path }) => path));
    expect(known.size).toBeGreaterThan(50);
    expectNone(
      sources.flatMap(({ path, files }) =>
        files.filter((file) => !known.has(file)).map((file) => `${path} imports ${file}, which is not there`),
      ),
    );
  });

  it('have a model that imports nothing but itself', () => {
    const model = sources.filter(({ path }) => path === 'model.ts' || inFolder(path) === 'model');
    expect(model.length).toBeGreaterThan(1);
    expectNone(
      model.flatMap(({ path, files, modules }) =>
        [...files.filter((file) => inFolder(file) !== 'model'), ...modules].map(
          (file) => `${path} imports ${file}: what every stage imports must pull nothing in`,
        ),
      ),
    );
  });

  it('keep each stage, and the report, to its own folder and to pure data', () => {
    expectNone(
      sources
        .filter(({ path }) => closedFolders.includes(inFolder(path)))
        .flatMap(({ path, files }) =>
          files
            .filter((file) => inFolder(file) !== inFolder(path) && !isPure(file))
            .map(
              (file) =>
                `${path} imports ${file}: ${inFolder(path)}/ may know only itself and ${[...pure, ...pureFolders].join(', ')}`,
            ),
        ),
    );
  });

  it('describe a report without a thought of how it is written', () => {
    const writing = /^report\/(?:escape|json|reporters)\//;
    const described = sources.filter(({ path }) => path.startsWith('report/describe/'));
    expect(described.length).toBeGreaterThan(10);
    expectNone(
      described.flatMap(({ path, files }) =>
        files
          .filter((file) => writing.test(file))
          .map((file) => `${path} imports ${file}: objects of a report are the same in every format`),
      ),
    );
  });

  it('keep what is pure pure', () => {
    expectNone(
      sources
        .filter(({ path }) => isPure(path))
        .flatMap(({ path, files, modules }) =>
          [...files.filter((file) => !isPure(file)), ...modules].map(
            (name) => `${path} imports ${name}: every stage imports it, so it may know only data`,
          ),
        ),
    );
  });

  it('hand no list to a call as its arguments', () => {
    expectNone(
      sources
        .filter(({ code }) => /\b(?:push|min|max)\(\.\.\./.test(code))
        .map(
          ({ path }) =>
            `${path} spreads a list into a call: dumps make lists that are longer than a call takes`,
        ),
    );
  });

  it('touch the machine at the edges only', () => {
    const touches = /\b(?:process|console)\s*[.[]|\bglobalThis\b/;
    expectNone(
      sources
        .filter(({ path }) => !onEdge(path))
        .flatMap(({ path, code, modules }) => [
          ...modules
            // Byte operations of the language's standard library: no machine behind them.
            .filter((name) => name.startsWith('node:') && name !== 'node:buffer')
            .map((name) => `${path} imports ${name}`),
          ...(touches.exec(code) ?? []).map((found) => `${path} uses ${found}`),
        ])
        .map((what) => `${what}: only ${edges.join(', ')} and bin/ touch the machine`),
    );
  });

  it('have no clock and no chance in them, but for the progress line', () => {
    expectNone(
      sources
        .filter(
          ({ path, code }) =>
            path !== 'cli/terminal.ts' &&
            /\bDate\.now|\bnew Date\b(?!\([^)])|Math\.random|performance\.now/.test(code),
        )
        .map(({ path }) => `${path} has a clock or a die: the same input must give the same bytes`),
    );
  });

  it('import each package in one place', () => {
    const users = new Map<string, string[]>();
    for (const { path, modules } of sources) {
      for (const name of new Set(modules)) {
        if (!name.startsWith('node:')) users.set(name, [...(users.get(name) ?? []), path]);
      }
    }
    expect(Object.fromEntries(users)).toEqual(packages);
  });

  it('import nothing in a circle', () => {
    const importsOf = new Map(sources.map(({ path, files }) => [path, files]));
    const done = new Set<string>();
    const circles: string[] = [];
    const visit = (path: string, way: readonly string[]): void => {
      if (way.includes(path)) circles.push([...way.slice(way.indexOf(path)), path].join(' → '));
      if (done.has(path) || way.includes(path)) return;
      for (const file of importsOf.get(path) ?? []) visit(file, [...way, path]);
      done.add(path);
    };
    for (const { path } of sources) visit(path, []);
    expectNone(circles.map((circle) => `${circle}: who imports whom must have an order`));
  });

  it('are named for what they promise', () => {
    expectNone(
      sources
        .filter(({ path }) => nameless.test(path))
        .map(({ path }) => `${path}: the name says nothing of what is in it`),
    );
  });
});

it('bin/ starts the program and does no more', () => {
  expect(readImports('bin/reposted.js')).toEqual(['../dist/js/main.js']);
});

it('what starts the program needs none of the files that do its work', () => {
  const started = readFileSync(new URL('../dist/js/chunk-start.js', import.meta.url), 'utf8');
  expect(started).toContain('new Command(');
  expect(started).not.toMatch(/^import .*"\.\/chunk-/m);
});
