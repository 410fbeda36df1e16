// Promises: `npm run bench -- [--table scan] [--size 100M] [--shape blank] [--text mixed] [--seed 1] [--runs 3]` measures the
// built reposted as a whole process on generated dumps: `scan` beside other ways to look for repeated lines, `reports`,
// `formats`, `scripts`, `growth` and `memory` beside itself, `check` against an older dump (`--against 1G`), `start`. A figure from
// here names its machine; the same table from another machine is not comparable, its ratios nearly are.

import { availableParallelism, cpus } from 'node:os';
import { readAsked } from './run/asked.js';
import { detectTime } from './run/measure.js';
import { tellingMistakes } from './telling-mistakes.js';

tellingMistakes(() => {
  const { table, values } = readAsked();
  const timeFlag = detectTime();
  const machine = `${cpus()[0]?.model ?? 'unknown CPU'}, ${availableParallelism()} threads, Node ${process.version}`;
  const asked = table.takes.map((name) => `${name} ${values[name]}`).join(', ');
  process.stdout.write(`${[values.table, asked].filter((words) => words !== '').join(': ')}; `);
  process.stdout.write(`medians of ${values.runs} runs in turns after one to warm up\n${machine}\n\n`);
  process.stdout.write(table.tell({ ...values, runs: Number(values.runs), timeFlag }));
  if (timeFlag === null) {
    process.stdout.write(
      '\nno peak memory: /usr/bin/time, which tells it, is missing (apt-get install time)\n',
    );
  }
});
