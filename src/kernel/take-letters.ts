/** Letters that are not ASCII, and the marks on them, as they stand. */
import {
  actionOf,
  COMPOSES,
  CYRILLIC,
  combiningClass,
  DENSE,
  KIND,
  LATIN,
  LETTER,
  MARK,
  NUMBER,
  PAYLOAD,
} from './actions';
import { bytesOf, decodeLastPoint, decodeLetter, encodePoint } from './code-points';
import { joinMark } from './join-mark';
import { NONE, work, writeGap, writeNumberGap } from './key-in-work';
import { ACTIONS, KEY } from './memory-map';

/** A letter or number that stays as it is. */
export function takeLetter(point: u32, size: u32, action: u32): void {
  const isNumber = (action & KIND) == NUMBER;
  const to = isNumber ? writeNumberGap(work.to, work.gap) : writeGap(work.to, work.gap);
  store<u32>(to, load<u32>(work.at));
  work.to = to + size;
  work.at += size;
  work.gap = NONE;
  work.last = point;
  work.isEdge = true;
  if ((action & DENSE) != 0) work.dense += 1;
  else work.letters += 1;
  if ((action & CYRILLIC) != 0) work.hasCyrillic = true;
  if ((action & (CYRILLIC | LATIN)) != 0) work.mayMix = true;
}

/** A mark directly behind what stands in the key; false when only the host can say what becomes of both. */
export function takeMarkOnLetter(point: u32, size: u32, action: u32): bool {
  if (!staysBehind(action)) {
    const raw = work.last != 0 ? work.last : decodeLastPoint(work.start, work.at);
    const before = work.last != 0 ? work.last : decodeLastPoint(KEY, work.to);
    const joined = joinMark(raw, before, point, work.start, work.at + size);
    if (joined < 0) return false;
    if (joined > 0) {
      // The letter under the mark gives way to the one that both make.
      const to = work.to - bytesOf(before);
      work.to = to + encodePoint(joined, to);
      work.at += size;
      work.mayMix = true;
      work.isEdge = true;
      work.last = 0;
      return true;
    }
  }
  store<u32>(work.to, load<u32>(work.at));
  work.to += size;
  work.at += size;
  work.last = point;
  work.isEdge = true;
  takeLetters();
  return true;
}

/** Whether a mark stays where it is without a question. */
function staysBehind(action: u32): bool {
  if ((action & COMPOSES) != 0) return false;
  const own = action >> PAYLOAD;
  return own == 0 || (work.last != 0 && combiningClass(actionOf(work.last)) <= own);
}

/** Letters one after the other, marks that stay on them, and single spaces between words of them. */
export function takeLetters(): void {
  let at = work.at;
  let to = work.to;
  let last = work.last;
  let lastClass = combiningClass(actionOf(last));
  let flags: u32 = 0;
  let letters: u32 = 0;
  let dense: u32 = 0;
  let rest: u32 = 0;
  for (;;) {
    const space: u32 = load<u8>(at) == 0x20 ? 1 : 0;
    const word = load<u32>(at + space);
    const read = decodeLetter(word);
    if (read == 0) break;
    const bytes = read & 7;
    const point = read >> 3;
    const action = load<u32>(ACTIONS + (point << 2));
    const isLetter: u32 = (action & KIND) == LETTER ? 1 : 0;
    const ownClass = action >> PAYLOAD;
    // Letters and most marks take the same way: which comes next would be guessed wrong.
    const isMoved: u32 = ownClass != 0 && ownClass < lastClass ? 1 : 0;
    const isOdd = isMoved | space | (action & COMPOSES);
    if (isLetter == 0) {
      if ((action & KIND) != MARK) break;
      if (isOdd != 0) {
        if ((isMoved | space) != 0 || joinMark(last, last, point, work.start, at + bytes) != 0) break;
      }
    }
    const letterFlags = action & (0 - isLetter);
    flags |= letterFlags;
    dense += (letterFlags / DENSE) & 1;
    letters += isLetter;
    store<u8>(to, 0x20);
    to += space;
    store<u32>(to, word);
    to += bytes;
    at += space + bytes;
    rest += bytes - 1;
    last = point;
    lastClass = ownClass;
  }
  work.at = at;
  work.to = to;
  work.last = last;
  work.letters += letters - dense;
  work.dense += dense;
  work.rest += rest;
  if ((flags & CYRILLIC) != 0) work.hasCyrillic = true;
  if ((flags & (CYRILLIC | LATIN)) != 0) work.mayMix = true;
}
