/** Reads one UTF-8 sequence as the WHATWG decoder does, so what is counted is what a decoder would show. */

/**
 * The code point at `at`, times 8, plus the length of its sequence; for an invalid sequence, less than 0: the negative
 * count of bytes that one replacement character stands for.
 */
export function decodePoint(bytes: Uint8Array, at: number, end: number): number {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return lead * 8 + 1;
  if (lead < 0xc2 || lead > 0xf4) return -1;
  const second = at + 1 < end ? (bytes[at + 1] ?? 0) : 0;
  if (second < lowestSecond(lead) || second > highestSecond(lead)) return -1;
  if (lead < 0xe0) return (((lead & 0x1f) << 6) | (second & 0x3f)) * 8 + 2;
  const third = at + 2 < end ? (bytes[at + 2] ?? 0) : 0;
  if ((third & 0xc0) !== 0x80) return -2;
  const upper = ((second & 0x3f) << 6) | (third & 0x3f);
  if (lead < 0xf0) return (((lead & 0x0f) << 12) | upper) * 8 + 3;
  const fourth = at + 3 < end ? (bytes[at + 3] ?? 0) : 0;
  if ((fourth & 0xc0) !== 0x80) return -3;
  return (((lead & 0x07) << 18) | (upper << 6) | (fourth & 0x3f)) * 8 + 4;
}

/** The last code point of `bytes[0, end)`, which must be valid. */
export function decodeLastPoint(bytes: Uint8Array, end: number): number {
  let at = end - 1;
  while (at > 0 && ((bytes[at] ?? 0) & 0xc0) === 0x80) at--;
  return decodePoint(bytes, at, end) >> 3;
}

// These bounds refuse overlong forms, surrogates, and what lies beyond U+10FFFF.
function lowestSecond(lead: number): number {
  if (lead === 0xe0) return 0xa0;
  return lead === 0xf0 ? 0x90 : 0x80;
}

function highestSecond(lead: number): number {
  if (lead === 0xed) return 0x9f;
  return lead === 0xf4 ? 0x8f : 0xbf;
}
