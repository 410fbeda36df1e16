/** What the bytes around say where a document cannot simply be walked: behind a broken record, and at its end. */
import type { Pattern } from './json-context.js';
import { DAMAGED, UNFINISHED } from './json-extent.js';

/** A key that stands before a record, with its quotes and colon, is not longer. */
export const LONGEST_KEY = 256;
/** What can be mended is not longer. */
const LONGEST_MENDED = 1024 * 1024;
const LF = 0x0a;
const SPACE = 0x20;
const TAB = 0x09;
const CR = 0x0d;
const CLOSE_OBJECT = 0x7d;

const decoder = new TextDecoder();

/** The key of the value that begins at `at`; empty where there is none. */
export function keyBefore(bytes: Uint8Array, at: number): string {
  const before = decoder.decode(bytes.subarray(Math.max(0, at - LONGEST_KEY), at));
  return /"([^"\\]*)"\s*:\s*$/.exec(before)?.[1] ?? '';
}

/** A container of records that was passed over. */
export interface PassedHeader {
  readonly pattern: Pattern;
  readonly isArray: boolean;
}

/** The last beginning of such a container within `[from, to)`: what is known of the container is out of date. */
export function headerBetween(
  bytes: Uint8Array,
  from: number,
  to: number,
  patterns: readonly Pattern[],
): PassedHeader | null {
  const passed = decoder.decode(bytes.subarray(from, to));
  for (const pattern of patterns) {
    const key = pattern.at(-2);
    if (key === undefined) continue;
    const last = [...passed.matchAll(new RegExp(`"${key}"\\s*:\\s*([[{])`, 'g'))].at(-1);
    if (last !== undefined) return { pattern, isArray: last[1] === '[' };
  }
  return null;
}

/**
 * The end of an object that is written over several lines, from the closing bracket that stands as far in as the
 * opening one: right even where quotes are missing. {@link UNFINISHED} or {@link DAMAGED} as for any value.
 */
export function closedAsOpened(
  bytes: Uint8Array,
  start: number,
  { length, indent }: { length: number; indent: number },
): number {
  const first = skipBlanks(bytes, start + 1);
  if (first < length && bytes[first] !== LF) return DAMAGED;
  for (let at = first; at >= 0 && at < length; at = bytes.indexOf(LF, at + 1)) {
    const bracket = skipBlanks(bytes, at + 1);
    const column = bracket - at - 1;
    if (column < indent && bracket < length) return DAMAGED;
    if (column === indent && bracket < length) {
      return bytes[bracket] === CLOSE_OBJECT ? bracket + 1 : DAMAGED;
    }
  }
  return length - start > LONGEST_MENDED ? DAMAGED : UNFINISHED;
}

function skipBlanks(bytes: Uint8Array, from: number): number {
  let at = from;
  while (bytes[at] === SPACE || bytes[at] === TAB || bytes[at] === CR) at += 1;
  return at;
}
