/** The canonical text of a link, as normalize/canonical-link.ts has it; the link is in small letters, its scheme left out. */
import { isKept, lastKeptEnd } from './link-parameters';
import { LINK_BEGIN_BYTES, LINK_BEGINS, LINK_TRIMS, LINK_WRITTEN } from './memory-map';

const HASH: u32 = 0x23;
const AMPERSAND: u32 = 0x26;
const SLASH: u32 = 0x2f;
const QUESTION: u32 = 0x3f;

/** Writes the canonical text of the link `[start, end)`, without its scheme, at `shown`; 0 where nothing is left of it. */
export function writeCanonical(start: usize, end: usize, shown: usize): usize {
  let from = start;
  while (from + 4 <= end && load<u32>(from) == 0x2e777777) from += 4; // www.
  const placeEnd = find(from, end, HASH);
  const mark = find(from, placeEnd, QUESTION);
  const hostEnd = find(from, mark, SLASH);
  const isTelegram = isTelegramHost(from, hostEnd);
  const queryEnd = mark < placeEnd ? lastKeptEnd(mark + 1, placeEnd, isTelegram) : 0;
  const addressEnd = queryEnd != 0 ? trimSlashes(from, mark) : trimAddress(from, mark);
  if (queryEnd == 0 && addressEnd == from) return 0;
  const to = isTelegram
    ? writeTelegramAddress(hostEnd, addressEnd, shown)
    : copy(from, addressEnd, writeScheme(shown));
  return queryEnd != 0 ? writeQuery(mark + 1, queryEnd, isTelegram, to) : to;
}

/** What follows the host of one of Telegram's pages: `/s/` shows the same post on a page of the channel. */
function writeTelegramAddress(from: usize, end: usize, to: usize): usize {
  let at = from;
  while (at + 1 < end && load<u8>(at) == SLASH) {
    if (load<u8>(at, 1) == SLASH) at += 1;
    else if (at + 2 < end && load<u16>(at, 1) == 0x2f73)
      at += 2; // s/
    else break;
  }
  // A host alone is a link only with its scheme.
  const hasPlace = at + 1 < end;
  const begin = hasPlace ? to : writeScheme(to);
  store<u32>(begin, 0x656d2e74); // t.me
  return hasPlace ? copy(at, end, begin + 4) : begin + 4;
}

function writeScheme(to: usize): usize {
  store<u64>(to, 0x2f2f3a7370747468); // https://
  return to + 8;
}

function writeQuery(from: usize, end: usize, isTelegram: bool, begin: usize): usize {
  let to = begin;
  for (let at = from; at < end; ) {
    const next = find(at, end, AMPERSAND);
    if (isKept(at, next, isTelegram)) {
      store<u8>(to, to == begin ? QUESTION : AMPERSAND);
      to = copy(at, next, to + 1);
    }
    at = next + 1;
  }
  return to;
}

function isTelegramHost(from: usize, end: usize): bool {
  for (let begin = LINK_BEGINS; load<u8>(begin) != 0; begin += LINK_BEGIN_BYTES) {
    const isHost = load<u8>(begin, 3) != 0 && <usize>load<u8>(begin, 2) == end - from;
    if (isHost && memory.compare(from, begin + LINK_WRITTEN, end - from) == 0) return true;
  }
  return false;
}

/** Cuts off what ends a sentence, not the link. */
export function trimEnd(from: usize, end: usize): usize {
  let to = end;
  while (to > from && load<u8>(LINK_TRIMS + load<u8>(to - 1)) != 0) to--;
  return to;
}

function trimSlashes(from: usize, end: usize): usize {
  let to = end;
  while (to > from && load<u8>(to - 1) == SLASH) to--;
  return to;
}

function trimAddress(from: usize, end: usize): usize {
  let to = end;
  while (to > from && (load<u8>(to - 1) == SLASH || load<u8>(LINK_TRIMS + load<u8>(to - 1)) != 0)) to--;
  return to;
}

function find(from: usize, end: usize, byte: u32): usize {
  let at = from;
  while (at < end && load<u8>(at) != byte) at++;
  return at;
}

function copy(from: usize, end: usize, to: usize): usize {
  for (let at: usize = 0; from + at < end; at++) store<u8>(to + at, load<u8>(from + at));
  return to + (end > from ? end - from : 0);
}
