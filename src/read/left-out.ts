/** Dumps that are left out, why, and when that is trouble. */
import { UserError } from '../errors.js';
import type { WhyLeftOut } from '../model.js';

/** A dump that was left out. */
export interface LeftOutDump {
  readonly path: string;
  readonly reason: string;
  readonly why: WhyLeftOut;
  /** Named by the user, not found in a folder, by a pattern or in an archive. */
  readonly named: boolean;
}

/** What makes a dump one to leave out; any other {@link UserError} tells that it is broken. */
export class LeftOutError extends UserError {
  readonly why: WhyLeftOut;

  constructor(message: string, why: WhyLeftOut) {
    super(message);
    this.why = why;
  }
}

/** How much of what is found must be read: what can be, all that may hold posts, or everything. */
export type Demand = 'scan' | 'gate' | 'strict';

/** What nobody expects to be read. */
const unwanted: readonly WhyLeftOut[] = ['ignored', 'hidden', 'output'];

/** What may be left out of a folder without trouble; what is named must be read. */
const harmless: Readonly<Record<Demand, readonly WhyLeftOut[]>> = {
  scan: [...unwanted, 'no-file', 'no-text', 'not-known'],
  gate: [...unwanted, 'no-text'],
  strict: unwanted,
};

/** Whether a dump was left out as it should be: nothing to warn of. */
export function isUnwanted({ why }: Pick<LeftOutDump, 'why'>): boolean {
  return unwanted.includes(why);
}

/** Whether a run that left this out ends with 2. */
export function isTrouble({ why, named }: Pick<LeftOutDump, 'why' | 'named'>, demand: Demand): boolean {
  return named || !harmless[demand].includes(why);
}
