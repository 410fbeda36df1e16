// Promises: the options of a corpus, read from the command line and checked, and the one path such a corpus has.

import { join } from 'node:path';
import { printerOf } from './print-record.js';

/** @typedef {import('./print-post.js').Shape | import('./print-record.js').RecordShape} Shape */
/** @typedef {{ size: string, bytes: number, shape: Shape, seed: number }} CorpusOptions */

/** @type {readonly Shape[]} */
export const shapes = ['page', 'blank', 'flat', 'telethon', 'tgdataset', 'csv'];

/**
 * @param {string} shape
 * @returns {shape is Shape}
 */
function isShape(shape) {
  return shapes.some((known) => known === shape);
}

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
  if (!isShape(shape)) {
    throw new Error(`Expected --shape ${shapes.join(', ')}, found "${shape}"`);
  }
  if (!/^\d+$/.test(seed)) throw new Error(`Expected --seed to be a whole number, found "${seed}"`);
  return { size: size.toUpperCase(), bytes: parseSize(size), shape, seed: Number(seed) };
}

/** @param {CorpusOptions} options */
export function corpusPath({ size, shape, seed }) {
  return join(
    import.meta.dirname,
    '../corpus',
    `${shape}-${size}-seed${seed}.${printerOf(shape)?.extension ?? 'txt'}`,
  );
}

/** @param {string} size `100M` is a hundred million bytes: units are decimal, as in MB/s */
function parseSize(size) {
  const [, digits = '', unit = ''] = /^(\d+)([KMG]?)$/.exec(size.toUpperCase()) ?? [];
  const bytes = Number(digits) * (units.get(unit) ?? 0);
  if (!(bytes > 0)) throw new Error(`Expected --size like 500K, 100M or 1G, found "${size}"`);
  return bytes;
}
