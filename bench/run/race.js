// Promises: every contender measured the same number of times, in turns, so that a machine that slows down slows
// them all; a turn before, not counted, warms the file cache. One that fails is not run again, nor hidden.

import { measure } from './measure.js';

/** @typedef {import('./contenders.js').Contender} Contender */
/** @typedef {import('./measure.js').Measurement} Measurement */
/** @typedef {import('./measure.js').TimeFlag} TimeFlag */

/**
 * @typedef {object} Result
 * @property {Contender} contender
 * @property {number | null} seconds the median of its runs; null when one failed
 * @property {number | null} peakMiB the median of its peaks; null when not to be had
 * @property {string} failure
 */

/**
 * @param {readonly [Contender, ...Contender[]]} contenders
 * @param {number} runs
 * @param {TimeFlag | null} timeFlag
 * @returns {readonly Result[]}
 */
export function race(contenders, runs, timeFlag) {
  /** @type {Map<Contender, Measurement[]>} */
  const measured = new Map(contenders.map((contender) => [contender, []]));
  for (let turn = 0; turn <= runs; turn += 1) {
    for (const [contender, measurements] of measured) {
      if (measurements.some((measurement) => 'failure' in measurement)) continue;
      const measurement = measure(contender.command, timeFlag);
      if (turn > 0 || 'failure' in measurement) measurements.push(measurement);
    }
  }
  return contenders.map((contender) => summarize(contender, measured.get(contender) ?? []));
}

/**
 * @param {Contender} contender
 * @param {readonly Measurement[]} measurements
 * @returns {Result}
 */
function summarize(contender, measurements) {
  const failed = measurements.find((measurement) => 'failure' in measurement);
  if (failed && 'failure' in failed)
    return { contender, seconds: null, peakMiB: null, failure: failed.failure };
  const whole = measurements.flatMap((measurement) => ('seconds' in measurement ? [measurement] : []));
  const peaks = whole.flatMap(({ peakMiB }) => (peakMiB === null ? [] : [peakMiB]));
  return {
    contender,
    seconds: median(whole.map(({ seconds }) => seconds)),
    peakMiB: median(peaks),
    failure: '',
  };
}

/** @param {readonly number[]} values */
function median(values) {
  const sorted = values.toSorted((one, other) => one - other);
  const low = sorted[Math.floor((sorted.length - 1) / 2)];
  const high = sorted[Math.floor(sorted.length / 2)];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}
