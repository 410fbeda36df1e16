/**
 * Work on fingerprints in rounds, each of those whose upper half begins with the same bits, so that what they are put into
 * stays in the processor's cache, where memory for all of them would not.
 */
import { bytesOfTable } from './first-table.js';
import { bytesOfFilter } from './repeat-filter.js';

/** Fingerprints of a round, about: their filter takes 2 MB, their table 6 or so. */
const ROUND = 1 << 20;
/** More rounds than these read fingerprints more often than the cache is worth; there are more where memory is little. */
const CACHED_BITS = 2;
const MOST_BITS = 10;
/** Of a round's fingerprints, those that may repeat, each counted once. */
const REPEATING = 1 / 4;
/** A table of all fingerprints that takes no more than this is filled sooner than they are sifted. */
const SMALL = 3 * 1024 * 1024;

/** The rounds of so many fingerprints. */
export interface Rounds {
  /** The logarithm of their number. */
  readonly bits: number;
  /** Whether what plainly stands once is left out. */
  readonly areSifted: boolean;
  /** Fingerprints in each, about, and those of them that are put into a table, each counted once. */
  readonly fingerprints: number;
  readonly tabled: number;
}

/** Plans rounds, each of which has `bytes` to work with. */
export function planRounds(fingerprints: number, bytes: number): Rounds {
  if (bytesOfTable(fingerprints) <= Math.min(SMALL, bytes)) {
    return { bits: 0, areSifted: false, fingerprints, tabled: fingerprints };
  }
  let bits = Math.min(CACHED_BITS, Math.max(0, Math.ceil(Math.log2(fingerprints / ROUND))));
  for (; bits < MOST_BITS; bits++) {
    const inRound = fingerprints / 2 ** bits;
    if (bytesOfFilter(inRound) + bytesOfTable(inRound * REPEATING) <= bytes) break;
  }
  const inRound = fingerprints / 2 ** bits;
  return { bits, areSifted: true, fingerprints: inRound, tabled: inRound * REPEATING };
}

/**
 * Puts the places of the fingerprints of a round, by its number, into `at`, and returns how many there are. It is done without
 * a branch, as no processor foresees which they are.
 */
export function pick(high: Uint32Array, { bits }: Rounds, number: number, at: Uint32Array): number {
  // In two steps, as a shift by 32 is one by 0.
  const shift = 31 - bits;
  let count = 0;
  for (let place = 0; place < high.length; place++) {
    at[count] = place;
    count += (((((high[place] ?? 0) >>> 1) >>> shift) ^ number) - 1) >>> 31;
  }
  return count;
}
