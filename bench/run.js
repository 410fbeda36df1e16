// Promises: `npm run bench -- [--size 100M] [--shape blank] [--seed 1] [--runs 3]` measures the built reposted as a
// whole process, beside other ways to look for repeated lines, on one generated dump; `--shape all`, on a dump of
// every shape and format, beside itself; `--against 1G`, a check of it against an older dump of that size, by an index
// and by the dump itself. A figure from here names its machine; the same table from another machine is not comparable, its ratios nearly are.

import { existsSync, rmSync, statSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { corpusOptions, corpusPath, shapes } from './generate/corpus-options.js';
import { generateCorpus } from './generate.js';
import {
  checkContenders,
  indexCommand,
  scanContenders,
  shapeContenders,
  startContenders,
} from './run/contenders.js';
import { detectTime, measure } from './run/measure.js';
import { printTable } from './run/print-table.js';
import { race } from './run/race.js';

/** Starting takes so little that few runs tell nothing. */
const fewestStarts = 10;

const { corpora, against, runs } = readOptions();
const timeFlag = detectTime();
const dumps = corpora.map((corpus) => ({ shape: corpus.shape, dump: corpusFile(corpus) }));
const [first, ...others] = dumps;
if (first === undefined) throw new Error('Expected a shape to measure, found none');
const { size } = statSync(first.dump);

process.stdout.write(`${describeRun()}\n\n`);
process.stdout.write(`${printTable(race(chooseContenders(first, others), runs, timeFlag), size)}\n`);
const starts = race(startContenders(), Math.max(fewestStarts, runs), timeFlag);
process.stdout.write(printTable(starts, null));
if (timeFlag === null) {
  process.stdout.write(
    '\nno peak memory: /usr/bin/time, which tells it, is missing (apt-get install time)\n',
  );
}

function readOptions() {
  const text = { type: /** @type {const} */ ('string') };
  const { values } = parseArgs({
    options: {
      size: { ...text, default: '100M' },
      shape: { ...text, default: 'blank' },
      seed: { ...text, default: '1' },
      against: text,
      runs: { ...text, default: '3' },
    },
  });
  if (!/^[1-9]\d*$/.test(values.runs)) {
    throw new Error(`Expected --runs to be a number above 0, found "${values.runs}"`);
  }
  const asked = values.shape === 'all' ? shapes : [values.shape];
  const corpora = asked.map((shape) => corpusOptions({ ...values, shape }));
  const against = values.against === undefined ? null : corpusOptions({ ...values, size: values.against });
  return { corpora, against, runs: Number(values.runs) };
}

/** @typedef {{ shape: string, dump: string }} Dump */

/**
 * @param {Dump} first
 * @param {readonly Dump[]} others
 */
function chooseContenders(first, others) {
  if (against !== null)
    return checkContenders(first.dump, { dump: corpusFile(against), index: indexFile(against) });
  return others.length === 0 ? scanContenders(first.dump) : shapeContenders([first, ...others]);
}

/**
 * Builds the index afresh, and tells what that took.
 * @param {import('./generate/corpus-options.js').CorpusOptions} corpus
 */
function indexFile(corpus) {
  const index = `${corpusPath(corpus)}.db`;
  rmSync(index, { force: true });
  const built = measure(indexCommand(corpusFile(corpus), index), timeFlag);
  if ('failure' in built) throw new Error(`The index could not be built: ${built.failure}`);
  const peak = built.peakMiB === null ? '' : `, peak ${built.peakMiB.toFixed(0)} MiB`;
  process.stdout.write(
    `index of ${(statSync(corpusFile(corpus)).size / 1e6).toFixed(0)} MB: ${built.seconds.toFixed(1)} s${peak}, ${(statSync(index).size / 1e6).toFixed(0)} MB\n\n`,
  );
  return index;
}

/** @param {import('./generate/corpus-options.js').CorpusOptions} corpus */
function corpusFile(corpus) {
  if (!existsSync(corpusPath(corpus))) process.stderr.write(`generating ${generateCorpus(corpus)}\n`);
  return corpusPath(corpus);
}

function describeRun() {
  const machine = `${cpus()[0]?.model ?? 'unknown CPU'}, ${availableParallelism()} threads, Node ${process.version}`;
  const names = corpora.map(({ shape }) => shape).join(', ');
  const what = `${names} dump of ${(size / 1e6).toFixed(0)} MB, seed ${corpora[0]?.seed}`;
  return `${what}; median of ${runs} runs in turns after one to warm up\n${machine}`;
}
