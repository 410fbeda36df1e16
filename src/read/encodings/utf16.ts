/** UTF-16 without a byte order mark, and what tells text from anything else. */

/** Little end first, big end first. */
export type Utf16 = 'utf-16le' | 'utf-16be';

/** In no text are fewer of the characters spaces, line ends, digits and Latin letters, whose other byte is NUL. */
const LEAST_SHARE = 0.02;

/**
 * The byte order of a text whose NUL bytes all stand at even places, or all at odd ones; null where there are none, too
 * few, or where what they make is no text.
 */
export function guessUtf16(head: Uint8Array): Utf16 | null {
  let even = 0;
  let odd = 0;
  for (let at = head.indexOf(0); at >= 0; at = head.indexOf(0, at + 1)) {
    if (at % 2 === 0) even += 1;
    else odd += 1;
  }
  if (even + odd === 0 || (even > 0 && odd > 0)) return null;
  if (even + odd < (head.length / 2) * LEAST_SHARE) return null;
  const encoding = odd > 0 ? 'utf-16le' : 'utf-16be';
  return isTextIn(encoding, head) ? encoding : null;
}

/** Characters that no text holds: replaced ones, noncharacters, those of private use, controls but white space. */
const STRANGE = /[\ufffd\ufffe\uffff\p{Co}]|[^\P{Cc}\t\n\v\f\r\x85]/gu;
/** A text may have a slip in it. */
const MOST_STRANGE = 0.005;

/** Whether `head`, the first bytes of a dump, is text in `encoding`. */
export function isTextIn(encoding: string, head: Uint8Array): boolean {
  // A character cut at the end is waited for, so it is not taken for a slip.
  const text = new TextDecoder(encoding).decode(head, { stream: true });
  return (text.match(STRANGE)?.length ?? 0) <= text.length * MOST_STRANGE;
}
