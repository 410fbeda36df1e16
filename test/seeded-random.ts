// Promises: whole numbers that look random and are the same for the same seed, on every machine.

/** `random(n)` is one of 0 … n−1. */
export type Random = (below: number) => number;

/** mulberry32: four lines, 32 bits of state, good enough for test data. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

/** Draws even when the answer is certain, so that changing one rate does not shift what the others hit. */
export function chance(random: Random, probability: number): boolean {
  return random(1_000_000) < probability * 1_000_000;
}
