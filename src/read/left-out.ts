/** Dumps that are left out, why, and when that is trouble. */
import { UserError } from '../errors.js';

/**
 * `ignored`: as the user says, or hidden. `no-file`: a link, a pipe. `no-text`: a picture, a program, a document. `not-known`: it may hold posts, but nobody
 * knows where, as an archive in an archive or JSON without a known text. `broken`: it cannot be opened or unpacked.
 */
export type WhyLeftOut = 'ignored' | 'no-file' | 'no-text' | 'not-known' | 'broken';

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

/** What may be left out of a folder without trouble; what is named must be read. */
const harmless: Readonly<Record<Demand, readonly WhyLeftOut[]>> = {
  scan: ['ignored', 'no-file', 'no-text', 'not-known'],
  gate: ['ignored', 'no-text'],
  strict: ['ignored'],
};

/** Whether a run that left this out ends with 2. */
export function isTrouble({ why, named }: Pick<LeftOutDump, 'why' | 'named'>, demand: Demand): boolean {
  return named || !harmless[demand].includes(why);
}
