/** What tells pictures, programs and the like from a text with slips in it. */

/** Compressed data has a share of 0.11. A text long enough to be compared may have one slip in it. */
const MOST_CONTROLS = 0.05;

/**
 * Whether `head`, the first bytes of a dump, holds NUL bytes and so many controls as no text does, in UTF-8 or any
 * encoding that has ASCII in it.
 */
export function isBinary(head: Uint8Array): boolean {
  return head.includes(0) && countControls(head) > head.length * MOST_CONTROLS;
}

/** Controls but tab, line ends and form feed. */
function countControls(bytes: Uint8Array): number {
  let count = 0;
  for (const byte of bytes) if ((byte < 0x20 && (byte < 0x09 || byte > 0x0d)) || byte === 0x7f) count += 1;
  return count;
}
