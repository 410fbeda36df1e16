/** The blocks of an analysis, verified range by range by several threads. */
import type { Collision } from '../match/model-passage.js';
import type { Places } from '../match/passage.js';
import { type Verifier, verifyInto } from '../match/verify-blocks.js';
import type { WritableColumn } from '../model.js';
import { numbersOf, type RangeQueue, takeRanges } from './range-queue.js';

/** What is verified; `rung` is for all threads. */
export interface Verifying {
  readonly places: Places;
  readonly rung: WritableColumn;
  readonly verifier: Verifier;
}

/** Verifies ranges for as long as there are any that nobody has taken; returns their collisions. */
export function verifyRanges(queue: RangeQueue, { places, rung, verifier }: Verifying): Collision[] {
  const collisions: (readonly Collision[])[] = [];
  for (const range of takeRanges(queue))
    collisions.push(verifyInto(rung, places, numbersOf(range), verifier));
  return collisions.flat();
}
