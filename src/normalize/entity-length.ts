/** HTML entities on the fast path: all that the ladder reads become marks that separate, as `&` itself does. */

import { asciiLetters } from './ascii-table.js';
import { decodeEntities } from './fold-typography.js';

const longestName = 6;

/**
 * Bytes of the entity whose `&` stands at `at`: 1 when there is none (the `&` alone), 0 when only the exact way can say.
 * An entity that is escaped twice is read in steps: `&amp;` here, `lt;` by the caller's next call.
 */
export function entityLength(bytes: Uint8Array, at: number, end: number): number {
  let length = 1;
  for (let next = readName(bytes, at + 1, end); ; next = readName(bytes, at + length, end)) {
    if (next === null) return 0;
    if (next === '' || decodeEntities(`&${next};`) === `&${next};`) return length;
    length += next.length + 1;
    if (next !== 'amp') return length;
  }
}

/** The name up to `;`, '' when none stands here; null when a character that is not ASCII might be part of it. */
function readName(bytes: Uint8Array, from: number, end: number): string | null {
  let name = '';
  for (let at = from; at < end && name.length < longestName; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === 0x3b) return name;
    if (byte >= 0x80) return null;
    if (byte !== 0x23 && asciiLetters[byte] === 0) return '';
    name += String.fromCharCode(asciiLetters[byte] || byte);
  }
  return '';
}
