// Promises: `npm run profile -- [--size 100M] [--shape blank] [--text mixed] [-- --format json ...]` runs the
// built reposted on a generated dump, in one thread, and says in which functions the time went. A function counts its own
// time, not that of what it calls; what the kernel does stands under `wasm-function[n]`.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { corpusFlags, corpusOptions, corpusPath } from './generate/corpus-options.js';
import { generateCorpus } from './generate.js';
import { Mistake, tellingMistakes } from './telling-mistakes.js';

/**
 * What V8 writes, as far as it is read here.
 * @typedef {object} Profile
 * @property {{ id: number, callFrame: { functionName: string, url: string } }[]} nodes
 * @property {number[]} samples
 * @property {number[]} timeDeltas microseconds before each sample
 */

const shown = 25;

tellingMistakes(() => {
  const { values, positionals } = parseArgs({ options: corpusFlags, allowPositionals: true });
  const corpus = corpusOptions(values);
  const dump = corpusPath(corpus);
  if (!existsSync(dump)) generateCorpus(corpus);
  const folder = mkdtempSync(join(tmpdir(), 'profile-'));
  try {
    runProfiled(folder, [dump, '--threads', '1', ...positionals]);
    process.stdout.write(tellTimes(readProfile(folder)));
  } finally {
    rmSync(folder, { recursive: true });
  }
});

/**
 * @param {string} folder for what V8 writes
 * @param {readonly string[]} args of reposted
 */
function runProfiled(folder, args) {
  const reposted = resolve(import.meta.dirname, '../bin/reposted.js');
  const flags = ['--cpu-prof', `--cpu-prof-dir=${folder}`, reposted, ...args];
  const { status } = spawnSync(process.execPath, flags, { stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Mistake(`Expected reposted to end with 0, found ${status}`);
}

/**
 * @param {string} folder
 * @returns {Profile}
 */
function readProfile(folder) {
  const [file] = readdirSync(folder);
  if (file === undefined) throw new Error(`Expected a profile in ${folder}, found none`);
  return JSON.parse(readFileSync(join(folder, file), 'utf8'));
}

/** @param {Profile} profile */
function tellTimes({ nodes, samples, timeDeltas }) {
  const names = new Map(nodes.map(({ id, callFrame }) => [id, nameOf(callFrame)]));
  /** @type {Map<string, number>} */
  const times = new Map();
  let whole = 0;
  for (const [at, id] of samples.entries()) {
    const name = names.get(id) ?? '(unknown)';
    const spent = timeDeltas[at] ?? 0;
    times.set(name, (times.get(name) ?? 0) + spent);
    whole += spent;
  }
  const lines = [...times]
    .toSorted(([, one], [, other]) => other - one)
    .slice(0, shown)
    .map(
      ([name, spent]) =>
        `${(spent / 1000).toFixed(0).padStart(7)} ${((spent / whole) * 100).toFixed(1).padStart(6)}  ${name}`,
    );
  return `${['     ms      %  function', ...lines].join('\n')}\n`;
}

/** @param {{ functionName: string, url: string }} frame */
function nameOf({ functionName, url }) {
  return `${functionName || '(anonymous)'}  ${basename(url)}`.trimEnd();
}
