/** One character that is not ASCII, by its action, and the letters and marks that follow it. */
import {
  ATTACHED,
  actionOf,
  BLANK,
  CYRILLIC,
  DOTS,
  DROP,
  EXACT,
  IS_NUMBER,
  KIND,
  LETTER,
  MAP,
  MARK,
  NUMBER,
  PAYLOAD,
  TOKEN,
} from './actions';
import { decodePoint } from './code-points';
import { NONE, SPACE, work, writeGap, writeNumberGap } from './key-in-work';
import { KEY_END, POOL } from './memory-map';
import { takeLetter, takeLetters, takeMarkOnLetter } from './take-letters';
import { takeMark } from './take-mark';

/** Takes the character; false when only the host can. The line ends before `limit`. */
export function takeCharacter(limit: usize): bool {
  const read = decodePoint(work.at);
  if (read < 0) {
    work.invalid -= read;
    work.rest -= read + 1;
    work.at -= read;
    work.gap = SPACE;
    return true;
  }
  const size: u32 = read & 7;
  const point: u32 = read >> 3;
  const action = actionOf(point);
  const kind = action & KIND;
  work.rest += size - 1;
  if (kind == BLANK || kind == DROP || (kind == MARK && work.gap != NONE)) {
    if (kind != DROP) work.gap = SPACE;
    work.last = 0;
    work.at += size;
    return true;
  }
  if (kind == LETTER || kind == NUMBER) {
    takeLetter(point, size, action);
    takeLetters();
    return true;
  }
  if (kind == MARK) return takeMarkOnLetter(point, size, action);
  if (kind == MAP || kind == TOKEN) return takeText(size, action, limit);
  if (kind == EXACT) return false;
  // An ASCII character in disguise.
  return takeMark(action >> PAYLOAD, size, kind == DOTS);
}

/** A character written as other text, which may be longer than it. */
function takeText(size: u32, action: u32, limit: usize): bool {
  const isToken = (action & KIND) == TOKEN;
  if (work.gap != NONE && (action & ATTACHED) != 0) return false;
  const gap = isToken ? SPACE : work.gap;
  const record = POOL + (action >> PAYLOAD);
  const bytes: u32 = load<u8>(record);
  // All that follows takes twice its bytes at most, but for what looks here for room.
  if (work.to + bytes + 2 * (limit - work.at) + 64 > KEY_END) return false;
  const to = (action & IS_NUMBER) != 0 ? writeNumberGap(work.to, gap) : writeGap(work.to, gap);
  memory.copy(to, record + 3, bytes);
  const dense: u32 = load<u8>(record, 2);
  work.letters += bytes - load<u8>(record, 1) - dense;
  work.dense += dense;
  work.to = to + bytes;
  work.at += size;
  work.gap = isToken ? SPACE : NONE;
  work.mayMix = true;
  work.isEdge = true;
  work.last = 0;
  if ((action & CYRILLIC) != 0) work.hasCyrillic = true;
  return true;
}
