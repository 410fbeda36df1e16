/** Where in a JSON document a value stands, and what was said around it before: how a record learns of its chat. */
import type { Json, JsonObject } from './json.js';

/** What surrounds a record. */
export interface JsonContext {
  /** Keys from the root to the record, numbers of array elements as digits. */
  readonly keys: readonly string[];
  /**
   * The enclosing values from the root to the innermost, with what they held before the record: scalars, and objects
   * of scalars. An array is an empty object here.
   */
  readonly around: readonly JsonObject[];
}

/** A container that is open. */
export interface Frame {
  readonly isArray: boolean;
  /** The key of the value that is next or now being read; of an array its number. */
  key: string;
  elements: number;
  readonly held: Record<string, Json>;
  heldCount: number;
}

/** So much is remembered of one container. */
const MOST_HELD = 64;
/** A longer scalar says nothing of a chat. */
const LONGEST_HELD = 4096;

/** Opens a container. */
export function openFrame(isArray: boolean): Frame {
  return { isArray, key: isArray ? '0' : '', elements: 0, held: Object.create(null), heldCount: 0 };
}

/** Remembers what stands under the frame's key, as far as there is room. */
export function hold(frame: Frame, value: Json): void {
  if (frame.isArray || frame.heldCount === MOST_HELD) return;
  if (typeof value === 'string' && value.length > LONGEST_HELD) return;
  frame.held[frame.key] = value;
  frame.heldCount += 1;
}

/** A path of keys, `*` for any: `chats.list.*.messages.*`. The empty path is the root itself. */
export type Pattern = readonly string[];

/** Reads a pattern as it is written. */
export function patternOf(path: string): Pattern {
  return path === '' ? [] : path.split('.');
}

/** Whether the value that comes next under `frames` is at one of `patterns`. */
export function isRecord(frames: readonly Frame[], patterns: readonly Pattern[]): boolean {
  return patterns.some(
    (pattern) =>
      pattern.length === frames.length &&
      pattern.every((key, depth) => key === '*' || key === frames[depth]?.key),
  );
}

/** The context of the value that comes next under `frames`. */
export function contextOf(frames: readonly Frame[]): JsonContext {
  return { keys: frames.map(({ key }) => key), around: frames.map(({ held }) => held) };
}
