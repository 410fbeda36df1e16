/** Where a JSON value ends, without parsing it: what is inside is looked at only as far as quotes and brackets go. */

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const LF = 0x0a;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;

/** The value goes on behind the end of the buffer. */
export const UNFINISHED = -1;
/** A line ends inside a string, which JSON does not allow: a quote is missing somewhere. */
export const DAMAGED = -2;

/** The end of the object or array that begins at `start`, or {@link UNFINISHED} or {@link DAMAGED}. */
export function extentOfContainer(bytes: Uint8Array, start: number, length: number): number {
  let depth = 0;
  for (let at = start; at < length; at++) {
    const byte = bytes[at];
    if (byte === QUOTE) {
      const end = extentOfString(bytes, at, length);
      if (end < 0) return end;
      at = end - 1;
    } else if (byte === OPEN_OBJECT || byte === OPEN_ARRAY) {
      depth += 1;
    } else if (byte === CLOSE_OBJECT || byte === CLOSE_ARRAY) {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return UNFINISHED;
}

/** The same for the string that begins at `start`. */
export function extentOfString(bytes: Uint8Array, start: number, length: number): number {
  for (let at = start + 1; at < length; at++) {
    const byte = bytes[at];
    if (byte === QUOTE) return at + 1;
    if (byte === BACKSLASH) at += 1;
    else if (byte === LF) return DAMAGED;
  }
  return UNFINISHED;
}

/** The same for a number, `true`, `false` or `null`: it ends before what can follow a value. */
export function extentOfWord(bytes: Uint8Array, start: number, length: number): number {
  for (let at = start; at < length; at++) {
    if (endsWord.has(bytes[at] ?? 0)) return at;
  }
  return UNFINISHED;
}

const endsWord: ReadonlySet<number> = new Set([0x09, LF, 0x0d, 0x20, 0x2c, CLOSE_ARRAY, CLOSE_OBJECT]);
