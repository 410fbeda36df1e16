// Promises: a stream of whole numbers that is the same for the same seed on every machine, at a few nanoseconds each.

/** @typedef {(below: number) => number} Random `random(n)` is one of 0 … n−1 */

/**
 * mulberry32; `Math.random` has no seed.
 * @param {number} seed
 * @returns {Random}
 */
export function randomFrom(seed) {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below);
  };
}

/**
 * @param {Random} random
 * @param {number} percent
 */
export function chance(random, percent) {
  return random(1000) < percent * 10;
}

/**
 * @template T
 * @param {Random} random
 * @param {readonly [T, ...T[]]} choices
 * @returns {T}
 */
export function oneOf(random, choices) {
  return choices[random(choices.length)] ?? choices[0];
}
