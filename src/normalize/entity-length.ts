/** HTML entities on the fast path: nearly all that the ladder reads become marks that separate, as `&` itself does. */

import { asciiLetters } from './ascii-table.js';
import { decodeEntities } from './fold-typography.js';

/** The longest is `#x2026`. */
const longestName = 6;
/** Of some, what stands around them has a say. */
const heeding: ReadonlySet<string> = new Set(['–', '—', '...']);

/**
 * Bytes of the entity whose `&` stands at `at`: 1 when there is none (the `&` alone), 0 when only the exact way can say.
 * An entity that is escaped twice is read in steps: `&amp;` here, `lt;` by the caller's next call.
 */
export function entityLength(bytes: Uint8Array, at: number, end: number): number {
  let length = 1;
  for (let next = readName(bytes, at + 1, end); ; next = readName(bytes, at + length, end)) {
    if (next === null) return 0;
    const decoded = decodeEntities(`&${next};`);
    if (next === '' || decoded === `&${next};`) return length;
    if (heeding.has(decoded)) return 0;
    length += next.length + 1;
    if (next !== 'amp') return length;
  }
}

/** The name up to `;`, '' when none stands here; null when a character that is not ASCII might be part of it. */
function readName(bytes: Uint8Array, from: number, end: number): string | null {
  let name = '';
  for (let at = from; at < end && name.length <= longestName; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === 0x3b) return name;
    if (byte >= 0x80) return null;
    if (byte !== 0x23 && asciiLetters[byte] === 0) return '';
    name += String.fromCharCode(asciiLetters[byte] || byte);
  }
  return '';
}
