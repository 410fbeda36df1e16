// Promises: the tables that can be asked for: each makes the dumps it needs, lets the contenders race, and gives its text.

import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { corpusOptions, corpusPath, shapes } from '../generate/corpus-options.js';
import { scriptTexts, worstTexts } from '../generate/texts.js';
import { generateCorpus } from '../generate.js';
import {
  checkContenders,
  dumpContenders,
  indexCommand,
  memoryContenders,
  reportContenders,
  scanContenders,
  startContenders,
} from './contenders.js';
import { measure } from './measure.js';
import { printGrowth, printTable } from './print-table.js';
import { race } from './race.js';

/** @typedef {import('./contenders.js').Dump} Dump */
/** @typedef {{ size: string, shape: string, text: string, seed: string, against: string, runs: number, timeFlag: import('./measure.js').TimeFlag | null }} Asked */

/** Starting takes so little that few runs tell nothing. */
const fewestStarts = 10;
const example = resolve(import.meta.dirname, '../../fixtures/channel-page/channel.txt');

/** What a dump is made by. */
const corpusNames = /** @type {const} */ (['size', 'shape', 'text', 'seed']);

/** @typedef {'size' | 'shape' | 'text' | 'seed' | 'against'} Flag */

/**
 * `takes` are the flags, beside `--runs`, that say what is measured.
 * @type {Readonly<Record<string, { takes: readonly Flag[], tell: (asked: Asked) => string }>>}
 */
export const tables = {
  /** Beside what one would use instead. */
  scan: {
    takes: corpusNames,
    tell: (asked) => {
      const dump = makeDump(asked, asked.text);
      return printTable(race(scanContenders(dump), asked.runs, asked.timeFlag), dump.bytes);
    },
  },
  /** What each report takes. */
  reports: {
    takes: corpusNames,
    tell: (asked) => {
      const dump = makeDump(asked, asked.text);
      const folder = mkdtempSync(join(tmpdir(), 'bench-'));
      try {
        return printTable(race(reportContenders(dump, folder), asked.runs, asked.timeFlag), dump.bytes);
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
  },
  /** What a bound of memory costs. */
  memory: {
    takes: corpusNames,
    tell: (asked) => {
      const dump = makeDump(asked, asked.text);
      return printTable(race(memoryContenders(dump), asked.runs, asked.timeFlag), dump.bytes);
    },
  },
  /** The same posts in every format. */
  formats: {
    takes: ['size', 'text', 'seed'],
    tell: (asked) =>
      raceDumps(
        shapes.map((shape) => makeDump({ ...asked, shape }, shape)),
        asked,
      ),
  },
  /** Each script alone. */
  scripts: {
    takes: ['size', 'shape', 'seed'],
    tell: (asked) =>
      raceDumps(
        scriptTexts.map((text) => makeDump({ ...asked, text }, text)),
        asked,
      ),
  },
  /** Ten times as much, in ten times the time? Rules leave no doubt where even the longest and the shortest posts end. */
  growth: {
    takes: ['size', 'seed'],
    tell: (given) => {
      const asked = { ...given, shape: 'ruled' };
      const sizes = [corpusOptions(asked).bytes / 10, corpusOptions(asked).bytes].map(String);
      const dumps = worstTexts.flatMap((text) =>
        sizes.map((size) => makeDump({ ...asked, text, size }, text)),
      );
      return printGrowth(race(dumpContenders(atLeastOne(dumps)), asked.runs, asked.timeFlag));
    },
  },
  /** A new dump against an older one, by an index and by the dump itself. */
  check: {
    takes: ['size', 'against', 'shape', 'text', 'seed'],
    tell: (asked) => {
      const dump = makeDump(asked, 'new');
      const old = makeDump({ ...asked, size: asked.against }, 'old');
      const index = `${old.path}.db`;
      rmSync(index, { force: true });
      const built = measure(indexCommand(old.path, index), asked.timeFlag);
      if ('failure' in built) throw new Error(`The index could not be built: ${built.failure}`);
      const peak = built.peakMiB === null ? '' : `, peak ${built.peakMiB.toFixed(0)} MiB`;
      const { size } = statSync(index);
      const contenders = checkContenders(dump, { dump: old.path, index });
      return `index of ${megabytes(old.bytes)} MB: ${built.seconds.toFixed(1)} s${peak}, ${megabytes(size)} MB\n\n${printTable(race(contenders, asked.runs, asked.timeFlag), dump.bytes)}`;
    },
  },
  /** What it takes to start. */
  start: {
    takes: [],
    tell: ({ runs, timeFlag }) =>
      printTable(race(startContenders(example), Math.max(fewestStarts, runs), timeFlag), null),
  },
};

/**
 * @param {readonly Dump[]} dumps
 * @param {Asked} asked
 */
function raceDumps(dumps, { runs, timeFlag }) {
  return printTable(race(dumpContenders(atLeastOne(dumps)), runs, timeFlag), null);
}

/**
 * @param {readonly Dump[]} dumps
 * @returns {readonly [Dump, ...Dump[]]}
 */
function atLeastOne([first, ...others]) {
  if (first === undefined) throw new Error('Expected a dump to measure, found none');
  return [first, ...others];
}

/**
 * The dump of these options, generated where it is not there yet.
 * @param {Asked} asked
 * @param {string} name
 * @returns {Dump}
 */
function makeDump(asked, name) {
  const corpus = corpusOptions(asked);
  const path = corpusPath(corpus);
  if (!existsSync(path)) process.stderr.write(`generating ${generateCorpus(corpus)}\n`);
  return { name, path, bytes: statSync(path).size };
}

/** @param {number} bytes */
function megabytes(bytes) {
  return (bytes / 1e6).toFixed(0);
}
