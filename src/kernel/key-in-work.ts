/** The key in work: how far the line is read, how far its key is written, and what is counted on the way. */
import { KEY } from './memory-map';

/** What stands between the last character of the key and the next one: see normalize/gap.ts. */
export const NONE: u32 = 0;
export const SPACE: u32 = 1;
export const CLOSER: u32 = 2;
export const POINT: u32 = 3;
export const MINUS: u32 = 4;

/**
 * One for all lines, in memory, so that each kind of text has a function of its own. The hot ones hold in local
 * variables what they change in each step.
 */
@unmanaged
class KeyInWork {
  /** Where the line begins, and how far it is read. */
  start: usize;
  at: usize;
  /** Where the next byte of the key goes. */
  to: usize;
  gap: u32;
  /** Letters and numbers of the key, and those of scripts without spaces: see normalize/key-line.ts. */
  letters: u32;
  dense: u32;
  /** Bytes of the line that begin no character, and those that are not UTF-8. */
  rest: u32;
  invalid: u32;
  hasCyrillic: bool;
  /** Cyrillic letters touch something else than Cyrillic letters. */
  mayMix: bool;
  /** The key's last character was written on its own. */
  isEdge: bool;
  /** The key's last character, where it stands in the key as in the line; 0: to be looked up. */
  last: u32;
}

export const work = changetype<KeyInWork>(memory.data(64, 16));

/** Begins the key of the line at `start`. */
export function beginKey(start: usize): void {
  work.start = start;
  work.at = start;
  work.to = KEY;
  work.gap = SPACE;
  work.letters = 0;
  work.dense = 0;
  work.rest = 0;
  work.invalid = 0;
  work.hasCyrillic = false;
  work.mayMix = false;
  work.isEdge = false;
  work.last = 0;
}

/** Writes the gap before what is no number. */
export function writeGap(to: usize, gap: u32): usize {
  store<u8>(to, 0x20);
  return to + (gap != NONE ? 1 : 0);
}

/** Before a number, points and signs are what they look like. */
export function writeNumberGap(to: usize, gap: u32): usize {
  if (gap == NONE) return to;
  store<u8>(to, gap == POINT ? 0x2e : 0x20);
  if (gap != MINUS) return to + 1;
  store<u8>(to, 0x2d, 1);
  return to + 2;
}
