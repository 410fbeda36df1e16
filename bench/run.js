// Promises: `npm run bench -- [--size 100M] [--shape blank] [--seed 1] [--runs 3]` measures the built reposted as a
// whole process, beside other ways to look for repeated lines, on one generated dump. A figure from here names its
// machine; the same table from another machine is not comparable, its ratios nearly are.

import { existsSync, statSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { corpusOptions, corpusPath } from './generate/corpus-options.js';
import { generateCorpus } from './generate.js';
import { scanContenders, startContenders } from './run/contenders.js';
import { detectTime } from './run/measure.js';
import { printTable } from './run/print-table.js';
import { race } from './run/race.js';

/** Starting takes so little that few runs tell nothing. */
const fewestStarts = 10;

const { corpus, runs } = readOptions();
const timeFlag = detectTime();
if (!existsSync(corpusPath(corpus))) process.stderr.write(`generating ${generateCorpus(corpus)}\n`);
const dump = corpusPath(corpus);
const { size } = statSync(dump);

process.stdout.write(`${describeRun()}\n\n`);
process.stdout.write(`${printTable(race(scanContenders(dump), runs, timeFlag), size)}\n`);
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
  return { corpus: corpusOptions(values), runs: Number(values.runs) };
}

function describeRun() {
  const machine = `${cpus()[0]?.model ?? 'unknown CPU'}, ${availableParallelism()} threads, Node ${process.version}`;
  const what = `${corpus.shape} dump of ${(size / 1e6).toFixed(0)} MB, seed ${corpus.seed}`;
  return `${what}; median of ${runs} runs in turns after one to warm up\n${machine}`;
}
