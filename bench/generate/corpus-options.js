// Promises: the options of a corpus, read from the command line and checked, and the one path such a corpus has.

import { join } from 'node:path';
import { Mistake } from '../telling-mistakes.js';
import { printerOf } from './print-record.js';
import { texts } from './texts.js';

/** @typedef {import('./print-post.js').Shape | import('./print-record.js').RecordShape} Shape */
/** @typedef {{ size: string, bytes: number, shape: Shape, text: string, seed: number }} CorpusOptions */

/** @type {readonly Shape[]} */
export const shapes = ['page', 'blank', 'ruled', 'flat', 'telethon', 'tgdataset', 'csv'];

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
 * @param {{ size: string, shape: string, text: string, seed: string }} given
 * @returns {CorpusOptions}
 */
export function corpusOptions({ size, shape, text, seed }) {
  if (!isShape(shape)) {
    throw new Mistake(`Expected --shape ${shapes.join(', ')}, found "${shape}"`);
  }
  if (!Object.hasOwn(texts, text)) {
    throw new Mistake(`Expected --text ${Object.keys(texts).join(', ')}, found "${text}"`);
  }
  if (!/^\d+$/.test(seed)) throw new Mistake(`Expected --seed to be a whole number, found "${seed}"`);
  return { size: size.toUpperCase(), bytes: parseSize(size), shape, text, seed: Number(seed) };
}

/** What can be given to `parseArgs`. */
export const corpusFlags = {
  size: { type: /** @type {const} */ ('string'), default: '100M' },
  shape: { type: /** @type {const} */ ('string'), default: 'blank' },
  text: { type: /** @type {const} */ ('string'), default: 'mixed' },
  seed: { type: /** @type {const} */ ('string'), default: '1' },
};

/** @param {CorpusOptions} options */
export function corpusPath({ size, shape, text, seed }) {
  return join(
    import.meta.dirname,
    '../corpus',
    `${text}-${shape}-${size}-seed${seed}.${printerOf(shape)?.extension ?? 'txt'}`,
  );
}

/** @param {string} size `100M` is a hundred million bytes: units are decimal, as in MB/s */
function parseSize(size) {
  const [, digits = '', unit = ''] = /^(\d+)([KMG]?)$/.exec(size.toUpperCase()) ?? [];
  const bytes = Number(digits) * (units.get(unit) ?? 0);
  if (!(bytes > 0)) throw new Mistake(`Expected a size like 500K, 100M or 1G, found "${size}"`);
  return bytes;
}
