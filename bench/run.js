// Promises: `npm run bench -- [--table scan] [--size 100M] [--shape blank] [--text mixed] [--seed 1] [--runs 3]` measures the
// built reposted as a whole process on generated dumps: `scan` beside other ways to look for repeated lines, `reports`,
// `formats`, `scripts`, `growth` and `memory` beside itself, `check` against an older dump (`--against 1G`), `start`. A figure from
// here names its machine; the same table from another machine is not comparable, its ratios nearly are.

import { availableParallelism, cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { corpusFlags } from './generate/corpus-options.js';
import { detectTime } from './run/measure.js';
import { tables } from './run/tables.js';

const { values } = parseArgs({
  options: {
    ...corpusFlags,
    table: { type: 'string', default: 'scan' },
    against: { type: 'string', default: '1G' },
    runs: { type: 'string', default: '3' },
  },
});
if (!/^[1-9]\d*$/.test(values.runs)) {
  throw new Error(`Expected --runs to be a number above 0, found "${values.runs}"`);
}
const table = Object.hasOwn(tables, values.table) ? tables[values.table] : undefined;
if (table === undefined)
  throw new Error(`Expected --table ${Object.keys(tables).join(', ')}, found "${values.table}"`);

const timeFlag = detectTime();
const machine = `${cpus()[0]?.model ?? 'unknown CPU'}, ${availableParallelism()} threads, Node ${process.version}`;
process.stdout.write(
  `${values.table}: ${values.text} ${values.shape} dump of ${values.size}, seed ${values.seed}; `,
);
process.stdout.write(`medians of ${values.runs} runs in turns after one to warm up\n${machine}\n\n`);
process.stdout.write(table({ ...values, runs: Number(values.runs), timeFlag }));
if (timeFlag === null) {
  process.stdout.write(
    '\nno peak memory: /usr/bin/time, which tells it, is missing (apt-get install time)\n',
  );
}
