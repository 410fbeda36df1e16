/** How much of some bytes is UTF-8. */
import { isUtf8 } from 'node:buffer';

/**
 * Counts the sequences beyond ASCII: those that are valid UTF-8, and those that a decoder has to replace. A character
 * cut at the end is neither.
 */
export function measureUtf8(bytes: Uint8Array): { valid: number; broken: number } {
  const whole = bytes.subarray(0, bytes.length - cutLength(bytes));
  const text = new TextDecoder().decode(whole);
  const beyond = text.match(/[^\u0000-\u007f]/gu)?.length ?? 0;
  const broken = isUtf8(whole) ? 0 : (text.match(/\ufffd/g)?.length ?? 0);
  return { valid: beyond - broken, broken };
}

/** Bytes at the end that begin a character and do not end it. */
function cutLength(bytes: Uint8Array): number {
  for (let length = 1; length <= 3; length += 1) {
    const byte = bytes.at(-length) ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc2) return length < lengthOf(byte) ? length : 0;
  }
  return 0;
}

function lengthOf(lead: number): number {
  if (lead < 0xe0) return 2;
  return lead < 0xf0 ? 3 : 4;
}
