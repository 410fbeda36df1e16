/** Parameters of a link: those that do not choose the place are dropped, as normalize/canonical-link.ts says. */
import { LINK_PARAMETER_BYTES, LINK_PARAMETERS, LINK_TRIMS } from './memory-map';

const AMPERSAND: u32 = 0x26;
const EQUALS: u32 = 0x3d;
const UTM: u32 = 0x5f6d7475; // utm_

/** Where the last parameter ends that is kept, trimmed as the end of a link is; 0 where none is. */
export function lastKeptEnd(from: usize, end: usize, isTelegram: bool): usize {
  let stop = end;
  while (true) {
    let begin = stop;
    while (begin > from && load<u8>(begin - 1) != AMPERSAND) begin--;
    let trimmed = stop;
    while (trimmed > begin && load<u8>(LINK_TRIMS + load<u8>(trimmed - 1)) != 0) trimmed--;
    if (isKept(begin, trimmed, isTelegram)) return trimmed;
    if (begin == from) return 0;
    stop = begin - 1;
  }
}

/** Whether the parameter `[from, end)` is, and there is one. */
export function isKept(from: usize, end: usize, isTelegram: bool): bool {
  if (from == end) return false;
  let nameEnd = from;
  while (nameEnd < end && load<u8>(nameEnd) != EQUALS) nameEnd++;
  const length = nameEnd - from;
  if (length >= 4 && load<u32>(from) == UTM) return false;
  for (let known = LINK_PARAMETERS; load<u8>(known) != 0; known += LINK_PARAMETER_BYTES) {
    if (<usize>load<u8>(known) != length) continue;
    if (load<u8>(known, 1) != 0 && !isTelegram) continue;
    if (memory.compare(known + 2, from, length) == 0) return false;
  }
  return true;
}
