// Promises: the options of a corpus, read from the command line and checked, and the one path such a corpus has.

import { join } from 'node:path';

/** @typedef {import('./print-post.js').Shape} Shape */
/** @typedef {{ size: string, bytes: number, shape: Shape, seed: number }} CorpusOptions */

const units = new Map([
  ['', 1],
  ['K', 1e3],
  ['M', 1e6],
  ['G', 1e9],
]);

/**
 * @param {{ size: string, shape: string, seed: string }} given
 * @returns {CorpusOptions}
 */
export function corpusOptions({ size, shape, seed }) {
  if (shape !== 'page' && shape !== 'blank' && shape !== 'flat') {
    throw new Error(`Expected --shape page, blank or flat, found "${shape}"`);
  }
  if (!/^\d+$/.test(seed)) throw new Error(`Expected --seed to be a whole number, found "${seed}"`);
  return { size: size.toUpperCase(), bytes: parseSize(size), shape, seed: Number(seed) };
}

/** @param {CorpusOptions} options */
export function corpusPath({ size, shape, seed }) {
  return join(import.meta.dirname, '../corpus', `${shape}-${size}-seed${seed}.txt`);
}

/** @param {string} size `100M` is a hundred million bytes: units are decimal, as in MB/s */
function parseSize(size) {
  const [, digits = '', unit = ''] = /^(\d+)([KMG]?)$/.exec(size.toUpperCase()) ?? [];
  const bytes = Number(digits) * (units.get(unit) ?? 0);
  if (!(bytes > 0)) throw new Error(`Expected --size like 500K, 100M or 1G, found "${size}"`);
  return bytes;
}
