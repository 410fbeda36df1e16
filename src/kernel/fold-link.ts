/**
 * Links in plain ASCII, as normalize/link-token.ts takes them. Whatever is rare is left to the host, with its line.
 */
import { trimEnd, writeCanonical } from './canonical-link';
import { SPACE, work } from './key-in-work';
import { LINK_SHOWN, LINK_TEXT, LINK_TEXT_BYTES, LINK_WRITTEN } from './memory-map';

/** What is found: none, one that is written to the key, or what only the host can say. */
export const NO_LINK: u32 = 0;
export const LINK: u32 = 1;
const HOST: u32 = 2;

const EXCLAMATION: u32 = 0x21;
const HASH: u32 = 0x23;
const AMPERSAND: u32 = 0x26;
const HYPHEN: u32 = 0x2d;
const DOT: u32 = 0x2e;
const SLASH: u32 = 0x2f;
const COLON: u32 = 0x3a;
const SEMICOLON: u32 = 0x3b;

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
    // What is behind may choose the place.
    if (byte == HASH && (load<u8>(at, 1) == SLASH || load<u8>(at, 1) == EXCLAMATION)) return 0;
    if (byte == AMPERSAND) isEscaped = true;
    if (byte == SEMICOLON && isEscaped) return 0;
    store<u8>(to++, byte - 0x41 < 26 ? byte | 0x20 : byte);
    at++;
  }
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
