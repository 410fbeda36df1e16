/** The fast path of show-json.ts: text that needs no escape but a backslash goes on as it is, byte for byte. */
import { isUtf8 } from 'node:buffer';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const NUMBER_SIGN = 0x23;
const SPACE = 0x20;

/** Bytes that may have to be escaped, or begin a character that may. */
const careful = new Set([
  QUOTE,
  BACKSLASH,
  NUMBER_SIGN,
  0x7f,
  ...[0xc2, 0xcd, 0xd8, 0xe1, 0xe2, 0xe3, 0xef, 0xf0, 0xf3],
]);

/** Whether a byte, of whatever character it is a part, says that there is nothing to escape. */
const plain = Uint8Array.from({ length: 256 }, (_, byte) => {
  return byte < SPACE || careful.has(byte) ? 0 : 1;
});

/**
 * Writes a line of text in UTF-8, without outer white space, as it stands between the quotes of `showJson`; `target` has
 * room for twice its bytes. Returns where it ends, or -1 where it is not that simple: then ask `showJson`.
 */
export function writeSafeLine(target: Uint8Array, at: number, line: Uint8Array): number {
  let from = 0;
  let end = line.length;
  while (from < end && isAsciiBlank(line[from] ?? 0)) from += 1;
  while (end > from && isAsciiBlank(line[end - 1] ?? 0)) end -= 1;
  if (isBlank(line, from) || isBlank(line, end - 2) || isBlank(line, end - 3) || !isUtf8(line)) return -1;
  let to = at;
  let copied = from;
  for (from = nextCare(line, from, end); from < end; from = nextCare(line, from + 1, end)) {
    const byte = line[from];
    if (byte === QUOTE || byte === BACKSLASH) {
      target.set(line.subarray(copied, from), to);
      to += from - copied;
      target[to++] = BACKSLASH;
      copied = from;
    } else if (!isSafe(line, from)) return -1;
  }
  target.set(line.subarray(copied, end), to);
  return to + end - copied;
}

/** Where the next byte stands that is not plain, or `end`: four bytes at a time, as hardly one of them is not. */
function nextCare(line: Uint8Array, from: number, end: number): number {
  let at = from;
  while (
    at + 4 <= end &&
    (plainAt(line, at) & plainAt(line, at + 1) & plainAt(line, at + 2) & plainAt(line, at + 3)) === 1
  )
    at += 4;
  while (at < end && plainAt(line, at) === 1) at += 1;
  return at;
}

function plainAt(line: Uint8Array, at: number): number {
  return plain[line[at] ?? 0] ?? 0;
}

/** Writes a text of ASCII as `showJson` shows it, quotes and all; `target` has room for it. Else as above. */
export function writeSafeText(target: Uint8Array, at: number, text: string): number {
  let to = at;
  target[to++] = QUOTE;
  for (let from = 0; from < text.length; from++) {
    const code = text.charCodeAt(from);
    if (code > 0x7e || plain[code] === 0) return -1;
    target[to++] = code;
  }
  target[to++] = QUOTE;
  return to;
}

/** Whether the character that begins at `at`, with a byte that is not plain, is shown as it is. */
function isSafe(line: Uint8Array, at: number): boolean {
  const second = line[at + 1] ?? 0;
  const third = line[at + 2] ?? 0;
  switch (line[at]) {
    case NUMBER_SIGN:
      return second !== NUMBER_SIGN;
    case 0xc2:
      return second > 0x9f && second !== 0xad;
    case 0xcd:
      return second !== 0x8f;
    case 0xd8:
      return second !== 0x9c;
    case 0xe1:
    case 0xe2:
    case 0xef:
      return isShown(((line[at] ?? 0) << 16) | (second << 8) | third);
    // Most of Japanese begins so.
    case 0xe3:
      return second !== 0x85 || third !== 0xa4;
    // Shorthand and notes of music have some; planes beyond the first are tags and forms, or hardly ever met.
    case 0xf0:
      return (second !== 0x9b || third !== 0xb2) && (second !== 0x9d || third !== 0x85);
    default:
      return false;
  }
}

/** Whether a character of three bytes has a shape, or is one of those that show-json.ts lets stay. */
function isShown(bytes: number): boolean {
  switch (bytes >> 8) {
    case 0xe185:
      return bytes < 0xe1859f || bytes > 0xe185a0;
    case 0xe19e:
      return bytes < 0xe19eb4 || bytes > 0xe19eb5;
    case 0xe1a0:
      return bytes < 0xe1a08b || bytes > 0xe1a08f;
    case 0xe280:
      if (bytes < 0xe28090) return bytes < 0xe2808b || bytes === 0xe2808c || bytes === 0xe2808d;
      return bytes < 0xe280a8 || bytes > 0xe280ae;
    case 0xe281:
      return bytes < 0xe281a0 || bytes > 0xe281af;
    case 0xefb8:
      return bytes > 0xefb88d;
    case 0xefbb:
      return bytes !== 0xefbbbf;
    case 0xefbe:
      return bytes !== 0xefbea0;
    case 0xefbf:
      return bytes < 0xefbfb0 || bytes > 0xefbfbb;
    default:
      return true;
  }
}

function isAsciiBlank(byte: number): boolean {
  return byte === SPACE || (byte >= 0x09 && byte <= 0x0d);
}

/** Whether white space beyond ASCII begins at `at`, as `trim` has it. */
function isBlank(line: Uint8Array, at: number): boolean {
  const second = line[at + 1];
  const third = line[at + 2] ?? 0;
  switch (line[at]) {
    case 0xc2:
      return second === 0xa0;
    case 0xe1:
      return second === 0x9a && third === 0x80;
    case 0xe2:
      if (second === 0x80) return third < 0x8b || third === 0xa8 || third === 0xa9 || third === 0xaf;
      return second === 0x81 && third === 0x9f;
    case 0xe3:
      return second === 0x80 && third === 0x80;
    case 0xef:
      return second === 0xbb && third === 0xbf;
    default:
      return false;
  }
}
