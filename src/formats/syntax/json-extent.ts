/**
 * Where a JSON value ends, without parsing it: what is inside is looked at only as far as quotes and brackets go, and
 * closely enough that a missing quote or bracket is noticed where it is missing, not a hundred records later.
 */

const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const BACKSLASH = 0x5c;
const LF = 0x0a;
const SPACE = 0x20;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;
/** In ASCII a closing bracket stands two behind its opening one. */
const TO_OPEN = 2;
/** Deeper nesting is no post. */
export const DEEPEST = 1000;
/** A longer number is none. */
const LONGEST_WORD = 1024;

/** The value goes on behind the end of the buffer. */
export const UNFINISHED = -1;
/** No value ends here: a quote or a bracket is missing, or a line ends inside a string, which JSON does not allow. */
export const DAMAGED = -2;

/** The containers that are open in {@link extentOfContainer}: one array for all calls, as none is inside another. */
const open = new Uint8Array(DEEPEST);

/** The end of the object or array that begins at `start`, or {@link UNFINISHED} or {@link DAMAGED}. */
function extentOfContainer(bytes: Uint8Array, start: number, length: number, deepest: number): number {
  let depth = 0;
  for (let at = start; at < length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === QUOTE) {
      const end = extentOfString(bytes, at, length);
      if (end < 0) return end;
      if (end < length && !mayFollowString(bytes[end] ?? 0)) return DAMAGED;
      at = end - 1;
    } else if (byte === OPEN_OBJECT || byte === OPEN_ARRAY) {
      if (depth === deepest) return DAMAGED;
      open[depth] = byte;
      depth += 1;
    } else if (byte === CLOSE_OBJECT || byte === CLOSE_ARRAY) {
      depth -= 1;
      if (open[depth] !== byte - TO_OPEN) return DAMAGED;
      if (depth === 0) return at + 1;
    } else if (byte === COMMA && open[depth - 1] === OPEN_OBJECT) {
      // A value where a key should be: the object before the comma was never closed.
      const next = skipSpace(bytes, at + 1, length);
      if (next < length && bytes[next] === OPEN_OBJECT) return DAMAGED;
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
function extentOfWord(bytes: Uint8Array, start: number, length: number): number {
  for (let at = start; at < length; at++) {
    const byte = bytes[at] ?? 0;
    if (isSpace(byte) || byte === COMMA || byte === CLOSE_ARRAY || byte === CLOSE_OBJECT) return at;
  }
  return length - start > LONGEST_WORD ? DAMAGED : UNFINISHED;
}

/** The same for whatever begins at `start`; what is nested deeper than `deepest` is damaged. */
export function extentOf(bytes: Uint8Array, start: number, length: number, deepest = DEEPEST): number {
  const byte = bytes[start] ?? 0;
  if (byte === QUOTE) return extentOfString(bytes, start, length);
  return isOpening(byte)
    ? extentOfContainer(bytes, start, length, deepest)
    : extentOfWord(bytes, start, length);
}

/** Whether an object or array begins. */
export function isOpening(byte: number): boolean {
  return byte === OPEN_OBJECT || byte === OPEN_ARRAY;
}

/** White space, as JSON knows it. */
export function isSpace(byte: number): boolean {
  return byte === SPACE || byte === LF || byte === 0x0d || byte === 0x09;
}

/** The first byte from `at` on that is no white space, or `length`. */
export function skipSpace(bytes: Uint8Array, at: number, length: number): number {
  let next = at;
  while (next < length && isSpace(bytes[next] ?? 0)) next += 1;
  return next;
}

function mayFollowString(byte: number): boolean {
  return byte === COMMA || byte === COLON || byte === CLOSE_OBJECT || byte === CLOSE_ARRAY || isSpace(byte);
}
