/** UTF-8 one character at a time, read as the WHATWG decoder does: decode-point.ts says the same in TypeScript. */

/**
 * The code point at `at`, times 8, plus its bytes; of an invalid sequence the negative count of its bytes. It may stand at
 * the very end of a line: a line's end is no part of any sequence.
 */
export function decodePoint(at: usize): i32 {
  const word = load<u32>(at);
  // Most characters that come here have three bytes or four, and are valid.
  if ((word & 0xc0c0f0) == 0x8080e0) {
    const point = ((word & 0xf) << 12) | ((word >> 2) & 0xfc0) | ((word >> 16) & 0x3f);
    if (point >= 0x800 && (point & 0xf800) != 0xd800) return point * 8 + 3;
  }
  if ((word & 0xc0c0c0f8) == 0x808080f0) {
    const point =
      ((word & 7) << 18) | ((word << 4) & 0x3f000) | ((word >> 10) & 0xfc0) | ((word >> 24) & 0x3f);
    if (point >= 0x10000 && point < 0x110000) return point * 8 + 4;
  }
  if ((word & 0xc0e0) == 0x80c0 && (word & 0x1e) != 0)
    return (((word & 0x1f) << 6) | ((word >> 8) & 0x3f)) * 8 + 2;
  if ((word & 0x80) == 0) return (word & 0x7f) * 8 + 1;
  return -validBytes(word);
}

/** Of what is no character: bytes that belong together, as they begin one. */
function validBytes(word: u32): i32 {
  const lead = word & 0xff;
  const second = (word >> 8) & 0xff;
  if (lead < 0xe0 || lead > 0xf4 || second < lowestSecond(lead) || second > highestSecond(lead)) return 1;
  return lead >= 0xf0 && (word & 0xc00000) == 0x800000 ? 3 : 2;
}

/** The same of a letter of two bytes or three at the begin of `word`, but for those folded 16 bytes at a time; else 0. */
export function decodeLetter(word: u32): u32 {
  if ((word & 0xc0c0f0) == 0x8080e0) {
    const point = ((word & 0xf) << 12) | ((word >> 2) & 0xfc0) | ((word >> 16) & 0x3f);
    return point >= 0x800 && (point & 0xf800) != 0xd800 ? point * 8 + 3 : 0;
  }
  if ((word & 0xc0e0) != 0x80c0 || (word & 0xfe) == 0xd0 || (word & 0x1e) == 0) return 0;
  return (((word & 0x1f) << 6) | ((word >> 8) & 0x3f)) * 8 + 2;
}

/** The character that ends at `end`, of valid text that begins at `start`. */
export function decodeLastPoint(start: usize, end: usize): u32 {
  let at = end - 1;
  while (at > start && (load<u8>(at) & 0xc0) == 0x80) at--;
  const read = decodePoint(at);
  return read < 0 ? 0 : <u32>(read >> 3);
}

/** Writes a character at `to`; returns its bytes. */
export function encodePoint(point: u32, to: usize): u32 {
  if (point < 0x80) {
    store<u8>(to, point);
    return 1;
  }
  if (point < 0x800) {
    store<u8>(to, 0xc0 | (point >> 6));
    store<u8>(to, 0x80 | (point & 0x3f), 1);
    return 2;
  }
  if (point < 0x10000) {
    store<u8>(to, 0xe0 | (point >> 12));
    store<u8>(to, 0x80 | ((point >> 6) & 0x3f), 1);
    store<u8>(to, 0x80 | (point & 0x3f), 2);
    return 3;
  }
  store<u8>(to, 0xf0 | (point >> 18));
  store<u8>(to, 0x80 | ((point >> 12) & 0x3f), 1);
  store<u8>(to, 0x80 | ((point >> 6) & 0x3f), 2);
  store<u8>(to, 0x80 | (point & 0x3f), 3);
  return 4;
}

/** How many bytes a character takes. */
export function bytesOf(point: u32): u32 {
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
}

// These bounds refuse overlong forms, surrogates, and what lies beyond U+10FFFF.
function lowestSecond(lead: u32): u32 {
  if (lead == 0xe0) return 0xa0;
  return lead == 0xf0 ? 0x90 : 0x80;
}

function highestSecond(lead: u32): u32 {
  if (lead == 0xed) return 0x9f;
  return lead == 0xf4 ? 0x8f : 0xbf;
}
