/** What the bytes around say where a document cannot simply be walked: behind a broken record, and at its end. */
import type { Pattern } from './json-context.js';
import { DAMAGED, isOpening, skipSpace, UNFINISHED } from './json-extent.js';

/** A key that stands before a record, with its quotes and colon, is not longer. */
export const LONGEST_KEY = 256;
/** What can be mended is not longer. */
const LONGEST_MENDED = 1024 * 1024;
const LF = 0x0a;
const SPACE = 0x20;
const TAB = 0x09;
const CR = 0x0d;
const COMMA = 0x2c;
const QUOTE = 0x22;
const CLOSE_ARRAY = 0x5d;
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
    // Any key would be found anywhere, in what is broken too.
    if (key === undefined || key === '*') continue;
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

/** What a record may be in. */
export type Around = 'array' | 'object' | 'nothing';

/**
 * Whether what stands at `end` can follow the value that begins at `start`: where it cannot, a bracket that closed a broken
 * record was not its own, or a lone word is what is left of one. {@link UNFINISHED} where that is not to be seen yet.
 */
export function canFollow(
  bytes: Uint8Array,
  { start, end, length, around }: { start: number; end: number; length: number; around: Around },
): boolean | typeof UNFINISHED {
  const isLone = !isOpening(bytes[start] ?? 0);
  // Under keys stand records alone: arrays may hold anything between them.
  if (isLone && around === 'object') return false;
  const next = skipSpace(bytes, end, length);
  if (next === length) return UNFINISHED;
  const byte = bytes[next] ?? 0;
  if (around === 'nothing') return isOpening(byte);
  if (byte === (around === 'array' ? CLOSE_ARRAY : CLOSE_OBJECT)) return true;
  if (byte !== COMMA) return false;
  const after = skipSpace(bytes, next + 1, length);
  if (after === length) return UNFINISHED;
  const begins = bytes[after] ?? 0;
  // Some writers leave a comma behind the last record.
  if (begins === CLOSE_ARRAY || begins === CLOSE_OBJECT) return true;
  return around === 'array' ? isOpening(begins) || isLone : begins === QUOTE;
}

function skipBlanks(bytes: Uint8Array, from: number): number {
  let at = from;
  while (bytes[at] === SPACE || bytes[at] === TAB || bytes[at] === CR) at += 1;
  return at;
}
