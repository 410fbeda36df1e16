/** UTF-8 one character at a time, read as the WHATWG decoder does: decode-point.ts says the same in TypeScript. */

/** The code point at `at`, times 8, plus its bytes; of an invalid sequence the negative count of its bytes. */
export function decodePoint(at: usize, end: usize): i32 {
  // Most characters that come here have three bytes or two, and are valid.
  const word = load<u32>(at);
  if ((word & 0xc0c0f0) == 0x8080e0 && at + 3 <= end) {
    const point = ((word & 0xf) << 12) | ((word >> 2) & 0xfc0) | ((word >> 16) & 0x3f);
    if (point >= 0x800 && (point & 0xf800) != 0xd800) return point * 8 + 3;
  }
  if ((word & 0xc0e0) == 0x80c0 && at + 2 <= end && (word & 0x1e) != 0) {
    return (((word & 0x1f) << 6) | ((word >> 8) & 0x3f)) * 8 + 2;
  }
  const lead: i32 = load<u8>(at);
  if (lead < 0x80) return lead * 8 + 1;
  if (lead < 0xc2 || lead > 0xf4) return -1;
  const second: i32 = at + 1 < end ? load<u8>(at, 1) : 0;
  if (second < lowestSecond(lead) || second > highestSecond(lead)) return -1;
  if (lead < 0xe0) return (((lead & 0x1f) << 6) | (second & 0x3f)) * 8 + 2;
  const third: i32 = at + 2 < end ? load<u8>(at, 2) : 0;
  if ((third & 0xc0) != 0x80) return -2;
  const upper = ((second & 0x3f) << 6) | (third & 0x3f);
  if (lead < 0xf0) return (((lead & 0x0f) << 12) | upper) * 8 + 3;
  const fourth: i32 = at + 3 < end ? load<u8>(at, 3) : 0;
  if ((fourth & 0xc0) != 0x80) return -3;
  return (((lead & 0x07) << 18) | (upper << 6) | (fourth & 0x3f)) * 8 + 4;
}

/** The character that ends at `end`, of valid text that begins at `start`. */
export function decodeLastPoint(start: usize, end: usize): u32 {
  let at = end - 1;
  while (at > start && (load<u8>(at) & 0xc0) == 0x80) at--;
  const read = decodePoint(at, end);
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

// These bounds refuse overlong forms, surrogates, and what lies beyond U+10FFFF.
function lowestSecond(lead: i32): i32 {
  if (lead == 0xe0) return 0xa0;
  return lead == 0xf0 ? 0x90 : 0x80;
}

function highestSecond(lead: i32): i32 {
  if (lead == 0xed) return 0x9f;
  return lead == 0xf4 ? 0x8f : 0xbf;
}
