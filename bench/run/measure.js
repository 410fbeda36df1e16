// Promises: one run of a command as a whole process: wall time, and peak memory where the machine can tell it. The
// peak is the kernel's own count for the largest process of the command, not a sum over a pipeline's processes.

import { spawnSync } from 'node:child_process';

/** @typedef {{ seconds: number, peakMiB: number | null } | { failure: string }} Measurement */
/** @typedef {'-v' | '-l'} TimeFlag GNU and busybox print a report with `-v`, macOS and BSD with `-l` */

const time = '/usr/bin/time';

/**
 * The flag with which this machine's `time` tells peak memory, or null. Sampling /proc instead would miss the peak
 * of a short run, and a wrong figure is worse than none.
 * @returns {TimeFlag | null}
 */
export function detectTime() {
  for (const flag of /** @type {const} */ (['-v', '-l'])) {
    const { status, stderr } = spawnSync(time, [flag, 'true'], { encoding: 'utf8' });
    if (status === 0 && readPeak(stderr) !== null) return flag;
  }
  return null;
}

/**
 * @param {readonly [string, ...string[]]} command
 * @param {TimeFlag | null} timeFlag
 * @returns {Measurement}
 */
export function measure(command, timeFlag) {
  const [program, ...rest] = timeFlag === null ? command : [time, timeFlag, ...command];
  const begin = process.hrtime.bigint();
  const { status, stderr, error } = spawnSync(program ?? '', rest, {
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
    maxBuffer: 2 ** 26,
  });
  const seconds = Number(process.hrtime.bigint() - begin) / 1e9;
  if (error) return { failure: error.message };
  if (status !== 0) return { failure: `exit ${status}: ${firstLine(stderr)}` };
  return { seconds, peakMiB: readPeak(stderr) };
}

/** @param {string} report */
function readPeak(report) {
  const kibibytes = /Maximum resident set size \(kbytes\): (\d+)/.exec(report)?.[1];
  if (kibibytes !== undefined) return Number(kibibytes) / 1024;
  const bytes = /(\d+)\s+maximum resident set size/.exec(report)?.[1];
  return bytes === undefined ? null : Number(bytes) / 1024 ** 2;
}

/** @param {string} text */
function firstLine(text) {
  return text.split('\n').find((line) => /\w*Error|rror:/.test(line)) ?? text.split('\n')[0] ?? '';
}
