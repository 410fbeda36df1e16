/**
 * Links in plain ASCII → their canonical text: what normalize/link-token.ts and canonical-link.ts make of them. Whatever
 * is rare is left to those.
 */
import { SPACE, work } from './key-in-work';
import { isKept, lastKeptEnd } from './link-parameters';
import {
  LINK_BEGIN_BYTES,
  LINK_BEGINS,
  LINK_SHOWN,
  LINK_TEXT,
  LINK_TEXT_BYTES,
  LINK_TRIMS,
  LINK_WRITTEN,
} from './memory-map';

/** What is found: none, one that is written to the key, or what only the host can say. */
export const NO_LINK: u32 = 0;
export const LINK: u32 = 1;
export const HOST: u32 = 2;

const HASH: u32 = 0x23;
const AMPERSAND: u32 = 0x26;
const HYPHEN: u32 = 0x2d;
const DOT: u32 = 0x2e;
const SLASH: u32 = 0x2f;
const COLON: u32 = 0x3a;
const SEMICOLON: u32 = 0x3b;
const QUESTION: u32 = 0x3f;

/** Takes the link that the key ends as if beginning, whose first mark stands at `at`. */
export function foldLink(begin: usize, at: usize): u32 {
  const written: usize = load<u8>(begin, 2);
  const from = at - written;
  if (written == 0 || from < work.start || !isWritten(from, begin + LINK_WRITTEN, written)) return HOST;
  if (load<u8>(begin, 3) != 0) {
    const before: u32 = from > work.start ? load<u8>(from - 1) : 0x20;
    if (before >= 0x80) return HOST;
    if (before == DOT || before == HYPHEN) return NO_LINK;
  }
  let scheme: usize = 0;
  if (load<u8>(at) == COLON) {
    const odd: u32 = load<u8>(at, 1) != SLASH ? load<u8>(at, 1) : load<u8>(at, 2);
    if (odd >= 0x80) return HOST;
    if (odd != SLASH) return NO_LINK;
    scheme = written + 3;
  }
  const stop = copyLink(from);
  if (stop == 0) return HOST;
  const end = trimEnd(LINK_TEXT, stop);
  if (end <= LINK_TEXT + max(scheme, written + 1)) return NO_LINK;
  const shown = work.to - load<u8>(begin);
  const to = writeCanonical(LINK_TEXT + scheme, end, shown);
  if (to == 0) return HOST;
  work.letters +=
    countLetters(shown, to) - countLetters(begin + LINK_SHOWN, begin + LINK_SHOWN + load<u8>(begin));
  work.at = from + (end - LINK_TEXT);
  work.to = to;
  work.gap = SPACE;
  work.last = 0;
  return LINK;
}

/** Copies what may be a link, in small letters; returns where the copy ends, or 0 where only the host can say. */
function copyLink(from: usize): usize {
  let isEscaped = false;
  let at = from;
  let to = LINK_TEXT;
  while (true) {
    const byte: u32 = load<u8>(at);
    if (byte <= 0x20 || byte == 0x7f || byte == 0x22) return to;
    // A bracket that closes none ends a link; those that do, and what is not ASCII, are rare.
    if (byte == 0x29 || byte == 0x5d || byte == 0x7d) return to;
    // A mark may turn < and > into other characters, which end no link.
    if (byte == 0x3c || byte == 0x3e) return load<u8>(at, 1) < 0x80 ? to : 0;
    if (byte >= 0x80 || byte == 0x28 || byte == 0x5b || byte == 0x7b) return 0;
    if (to == LINK_TEXT + LINK_TEXT_BYTES) return 0;
    if (byte == AMPERSAND) isEscaped = true;
    if (byte == SEMICOLON && isEscaped) return 0;
    store<u8>(to++, byte - 0x41 < 26 ? byte | 0x20 : byte);
    at++;
  }
}

/** Writes the canonical text of the link `[start, end)`, without its scheme, at `shown`; 0 where nothing is left of it. */
function writeCanonical(start: usize, end: usize, shown: usize): usize {
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

function isWritten(at: usize, written: usize, length: usize): bool {
  for (let index: usize = 0; index < length; index++) {
    const byte: u32 = load<u8>(at + index);
    if ((byte - 0x41 < 26 ? byte | 0x20 : byte) != load<u8>(written + index)) return false;
  }
  return true;
}

/** Letters and figures of ASCII. */
function countLetters(from: usize, end: usize): u32 {
  let count: u32 = 0;
  for (let at = from; at < end; at++) {
    const byte: u32 = load<u8>(at);
    if (byte - 0x61 < 26 || byte - 0x30 < 10) count += 1;
  }
  return count;
}
