/**
 * The key of a line at the top rung, as normalize/scan-line.ts makes it. That file says why each step is as it is; what
 * is said here is how it is done at once for many characters.
 */
import { foldBlocks } from './fold-blocks';
import { foldHan, isHanLead } from './fold-han';
import { beginKey, CLOSER, work } from './key-in-work';
import { seemsMixed } from './mixed-words';
import { takeCharacter } from './take-character';
import { takeMark } from './take-mark';

export const LF: u32 = 0x0a;
export const CR: u32 = 0x0d;

/**
 * Makes the key of the line at `start`, which has its end before `limit`: then `work.at` stands at it. False when only
 * the host can.
 */
export function makeKey(start: usize, limit: usize): bool {
  beginKey(start);
  for (;;) {
    let byte: u32 = load<u8>(work.at);
    if (mayFold(byte)) {
      foldBlocks();
      byte = load<u8>(work.at);
    }
    if (byte < 0x80) {
      if (byte == LF || byte == CR) break;
      if (!takeMark(byte, 1, false)) return false;
      continue;
    }
    if (isHanLead(byte)) {
      const from = work.at;
      foldHan();
      if (work.at != from) continue;
    }
    if (!takeCharacter(limit)) return false;
  }
  return !(work.hasCyrillic && work.mayMix && seemsMixed(work.to));
}

/** Whether what begins with `byte` may go block by block: what a gap means to a number shows only there. */
function mayFold(byte: u32): bool {
  if (byte == 0xe2) return load<u8>(work.at, 1) == 0x80 && work.gap < CLOSER;
  return byte - 0x20 < 0x60 || (byte & 0xfe) == 0xd0 || (byte == 0xc2 && work.gap < CLOSER);
}
