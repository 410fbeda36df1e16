// Promises: a benchmark measures what it was asked to, or says in a line why it does not.

import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { ended, startProgram } from './run-cli.js';

const bench = resolve(import.meta.dirname, '../bench');

it.each([
  ['run.js', ['--sise', '1G'], /'--sise'/],
  ['run.js', ['--table', 'speed'], /Expected --table scan, .*found "speed"/],
  ['run.js', ['--table', 'start', '--size', '1G'], /--table start takes no --size: expected --runs/],
  ['run.js', ['--table', 'growth', '--shape', 'csv'], /--table growth takes no --shape: expected --size/],
  ['run.js', ['--runs', '1', '--runs', '3'], /--runs is given twice/],
  ['run.js', ['--table', 'check', '--against', 'old'], /Expected a size like 500K.* found "old"/],
  ['generate.js', ['--shape', 'round'], /Expected --shape page, /],
  ['profile.js', ['--seed', 'x'], /Expected --seed to be a whole number/],
])('%s %j is told to be a mistake', async (script, args, told) => {
  const { stdout, stderr, code } = await ended(
    startProgram(process.execPath, [resolve(bench, script), ...args]),
  );
  expect({ stdout, code }).toEqual({ stdout: '', code: 2 });
  expect(stderr).toMatch(told);
  expect(stderr).not.toMatch(/^ +at /m);
});
