// Promises: the commands that are measured beside one another, and what each leaves undone.

import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

/**
 * @typedef {object} Contender
 * @property {string} name
 * @property {readonly [string, ...string[]]} command
 * @property {string} note what it does less, or more, than the first
 * @property {number} [bytes] of the dump it reads
 */

/** @typedef {readonly [Contender, ...Contender[]]} Contenders */
/** @typedef {{ name: string, path: string, bytes: number }} Dump */

const root = resolve(import.meta.dirname, '../..');
const reposted = resolve(root, 'bin/reposted.js');
const node = process.execPath;
/** jscpd takes minutes, and gigabytes, for more. */
const mostForJscpd = 5e6;

/**
 * The first is the one that the others are compared with. Programs that are not installed are left out.
 * @param {Dump} dump
 * @returns {Contenders}
 */
export function scanContenders({ path, bytes }) {
  const shell = (/** @type {string} */ script) => /** @type {const} */ (['sh', '-c', script, 'sh', path]);
  const script = (/** @type {string} */ name, /** @type {string[]} */ ...rest) =>
    /** @type {const} */ ([node, resolve(root, 'bench', name), path, ...rest]);
  const count = 'seen[$0]++ == 1 { repeated++ } END { print repeated }';
  /** @type {Contender[]} */
  const others = [
    { name: 'wc -l', command: ['wc', '-l', path], note: 'less work: counts line ends; the floor' },
    { name: 'xxhsum', command: ['xxhsum', '-H64', path], note: 'less work: one hash of the file' },
    {
      name: 'sort | uniq -d',
      command: shell('LC_ALL=C sort -- "$1" | uniq -d'),
      note: 'less work: byte-equal lines; no posts, no forwards, order and places lost',
    },
    { name: 'gawk', command: ['gawk', '-b', count, path], note: 'less work: counts byte-equal lines' },
    { name: 'mawk', command: ['mawk', count, path], note: 'less work: counts byte-equal lines' },
    {
      name: 'DuckDB, raw lines',
      command: script('duckdb.js', 'raw'),
      note: 'less work: counts byte-equal lines',
    },
    {
      name: 'DuckDB, folded lines',
      command: script('duckdb.js', 'folded'),
      note: 'less work: folds much the same, but no posts, no blocks, no places',
    },
    {
      name: 'naive Node script',
      command: script('naive.js'),
      note: 'less work: folds much the same, but no posts, no blocks, no places; trusts the key',
    },
    ...(bytes > mostForJscpd
      ? []
      : [
          {
            name: 'jscpd',
            command: /** @type {const} */ ([
              'jscpd',
              '--silent',
              '--format',
              'txt',
              '--max-size',
              '100mb',
              '--max-lines',
              '10000000',
              path,
            ]),
            note: 'another task: clones of tokens',
          },
        ]),
  ];
  return [
    { name: 'reposted', command: [node, reposted, path], note: '' },
    ...others.filter(({ command: [program] }) => isInstalled(program)),
  ];
}

/** @param {string} program */
function isInstalled(program) {
  return program === node || spawnSync('sh', ['-c', 'command -v "$1"', 'sh', program]).status === 0;
}

/**
 * What the report costs beyond finding it.
 * @param {Dump} dump
 * @param {string} folder for reports
 * @returns {Contenders}
 */
export function reportContenders({ path }, folder) {
  const to = (/** @type {string} */ format, /** @type {string[]} */ ...rest) => ({
    name: [format, ...rest].join(' '),
    command: /** @type {const} */ ([
      node,
      reposted,
      path,
      '--format',
      format,
      '-o',
      resolve(folder, `report.${format}`),
      ...rest,
    ]),
    note: '',
  });
  return [to('text'), to('text', '--threads', '1'), to('json'), to('ndjson'), to('csv')];
}

/**
 * The same report, from ever less memory.
 * @param {Dump} dump
 * @returns {Contenders}
 */
export function memoryContenders({ path }) {
  /** @param {string[]} bound @returns {Contender} */
  const within = (...bound) => ({
    name: bound.join(' ') || 'without a bound',
    command: [node, reposted, path, ...bound],
    note: '',
  });
  return [within(), ...['512M', '256M', '160M'].map((size) => within('--memory', size))];
}

/**
 * reposted on several dumps, each named after its own.
 * @param {readonly [Dump, ...Dump[]]} dumps
 * @returns {Contenders}
 */
export function dumpContenders([first, ...others]) {
  /** @param {Dump} dump @returns {Contender} */
  const contend = ({ name, path, bytes }) => ({ name, command: [node, reposted, path], note: '', bytes });
  return [contend(first), ...others.map(contend)];
}

/**
 * A new dump checked against an index, and against the old dumps that it was made of.
 * @param {Dump} dump
 * @param {{ dump: string, index: string }} old
 * @returns {Contenders}
 */
export function checkContenders({ path }, old) {
  // What repeats is no failure of the run.
  const check = /** @type {const} */ ([node, reposted, 'check', path, '--max-repeated', '100%', '--against']);
  return [
    {
      name: 'check --against INDEX',
      command: [...check, old.index],
      note: 'the index is built before, once',
    },
    { name: 'check --against DUMP', command: [...check, old.dump], note: 'reads the old dump each time' },
  ];
}

/**
 * Makes an index of a dump.
 * @param {string} dump
 * @param {string} index
 * @returns {[string, ...string[]]}
 */
export function indexCommand(dump, index) {
  return [node, reposted, 'index', dump, '-o', index, '--quiet'];
}

/**
 * What it takes to start, beside an empty Node process: the floor.
 * @param {string} dump a small one
 * @returns {Contenders}
 */
export function startContenders(dump) {
  return [
    { name: 'node -e 0', command: [node, '-e', '0'], note: '' },
    { name: 'reposted --version', command: [node, reposted, '--version'], note: '' },
    { name: 'reposted EXAMPLE', command: [node, reposted, dump], note: 'the dump of the README' },
  ];
}
