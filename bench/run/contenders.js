// Promises: the commands that are measured beside one another on one dump, and what each leaves undone.

import { resolve } from 'node:path';

/**
 * @typedef {object} Contender
 * @property {string} name
 * @property {readonly [string, ...string[]]} command
 * @property {string} note what it does less, or more, than the first
 */

const root = resolve(import.meta.dirname, '../..');
const reposted = resolve(root, 'bin/reposted.js');
const naive = resolve(root, 'bench/naive.js');
const node = process.execPath;

/**
 * The first is the one that the others are compared with.
 * @param {string} dump
 * @returns {readonly [Contender, ...Contender[]]}
 */
export function scanContenders(dump) {
  return [
    { name: 'reposted scan', command: [node, reposted, 'scan', dump], note: '' },
    {
      name: 'wc -l',
      command: ['wc', '-l', dump],
      note: 'less work: reads the bytes and counts line ends; the floor',
    },
    {
      name: 'sort | uniq -d',
      command: ['sh', '-c', 'LC_ALL=C sort -- "$1" | uniq -d', 'sh', dump],
      note: 'less work: only byte-equal lines; no posts, no forwards, order and places lost',
    },
    {
      name: 'naive Node script',
      command: [node, naive, dump],
      note: 'less work: folds much the same, but no posts, no blocks, no places; trusts the key',
    },
  ];
}

/**
 * reposted on dumps of several shapes, each named after its shape.
 * @param {readonly [{ shape: string, dump: string }, ...{ shape: string, dump: string }[]]} dumps
 * @returns {readonly [Contender, ...Contender[]]}
 */
export function shapeContenders([first, ...others]) {
  /** @param {{ shape: string, dump: string }} of @returns {Contender} */
  const contend = ({ shape, dump }) => ({ name: shape, command: [node, reposted, 'scan', dump], note: '' });
  return [contend(first), ...others.map(contend)];
}

/**
 * A new dump checked against an index, and against the old dumps that it was made of.
 * @param {string} dump
 * @param {{ dump: string, index: string }} old
 * @returns {readonly [Contender, ...Contender[]]}
 */
export function checkContenders(dump, old) {
  // What repeats is no failure of the run.
  const check = /** @type {const} */ ([node, reposted, 'check', dump, '--max-repeated', '100%', '--against']);
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

/** @returns {readonly [Contender, ...Contender[]]} */
export function startContenders() {
  return [
    { name: 'reposted --version', command: [node, reposted, '--version'], note: '' },
    { name: 'node -e 0', command: [node, '-e', '0'], note: 'an empty Node process: the floor' },
  ];
}
