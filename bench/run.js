// Promises: `npm run bench -- [--size 100M] [--shape blank] [--seed 1] [--runs 3]` measures the built reposted as a
// whole process, beside other ways to look for repeated lines, on one generated dump; `--shape all`, on a dump of
// every shape and format, beside itself. A figure from here names its
// machine; the same table from another machine is not comparable, its ratios nearly are.

import { existsSync, statSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { corpusOptions, corpusPath, shapes } from './generate/corpus-options.js';
import { generateCorpus } from './generate.js';
import { scanContenders, shapeContenders, startContenders } from './run/contenders.js';
import { detectTime } from './run/measure.js';
import { printTable } from './run/print-table.js';
import { race } from './run/race.js';

/** Starting takes so little that few runs tell nothing. */
const fewestStarts = 10;

const { corpora, runs } = readOptions();
const timeFlag = detectTime();
const dumps = corpora.map((corpus) => ({ shape: corpus.shape, dump: corpusFile(corpus) }));
const [first, ...others] = dumps;
if (first === undefined) throw new Error('Expected a shape to measure, found none');
const { size } = statSync(first.dump);

process.stdout.write(`${describeRun()}\n\n`);
const contenders = others.length === 0 ? scanContenders(first.dump) : shapeContenders([first, ...others]);
process.stdout.write(`${printTable(race(contenders, runs, timeFlag), size)}\n`);
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
      runs: { ...text, default: '3' },
    },
  });
  if (!/^[1-9]\d*$/.test(values.runs)) {
    throw new Error(`Expected --runs to be a number above 0, found "${values.runs}"`);
  }
  const asked = values.shape === 'all' ? shapes : [values.shape];
  return { corpora: asked.map((shape) => corpusOptions({ ...values, shape })), runs: Number(values.runs) };
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
