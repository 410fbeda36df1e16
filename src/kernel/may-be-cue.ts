/** Lines that may say something about post boundaries: nearly none. */
import { FIRST_PAIRS, LAST_PAIRS, SECOND_PAIRS } from './memory-map';

/** No cue is longer: see read-cue.ts. */
const LONGEST_CUE: usize = 640;
const LONGEST_FOOTER: usize = 160;
const MAY_BE_HEADER: u8 = 1 | 4;
const BY_FIRST: u8 = 1 | 2;

/** Whether the host should look for a cue: see cue-pairs.ts. */
export function mayBeCue(start: usize, end: usize, weight: u32): bool {
  let from = start;
  let to = end;
  while (from < to && load<u8>(from) == 0x20) from++;
  while (to > from && load<u8>(to - 1) == 0x20) to--;
  const length = to - from;
  if (length > LONGEST_CUE) return false;
  if (weight == 0 || length < 2) return true;
  const first =
    load<u8>(FIRST_PAIRS + load<u16>(from)) & (load<u8>(SECOND_PAIRS + load<u16>(from, 2)) | BY_FIRST);
  const codes = first | load<u8>(LAST_PAIRS + load<u16>(to - 2));
  return length > LONGEST_FOOTER ? (codes & MAY_BE_HEADER) != 0 : codes != 0;
}
