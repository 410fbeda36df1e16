/** Where in a JSON document a value stands, and what was said around it before: how a record learns of its chat. */
import { isObject, type Json, type JsonObject } from './json.js';

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
  /** Whether a record can be inside: what else is inside need not be understood. */
  readonly leads: boolean;
  /** The key of the value that is next or now being read; of an array its number. */
  key: string;
  elements: number;
  held: Record<string, Json>;
  heldCount: number;
}

/** So much is remembered of one container. */
const MOST_HELD = 64;
/** A longer scalar says nothing of a chat. */
const LONGEST_HELD = 4096;

/** Opens a container. */
export function openFrame(isArray: boolean, leads: boolean): Frame {
  return { isArray, leads, key: isArray ? '0' : '', elements: 0, held: Object.create(null), heldCount: 0 };
}

/** Remembers what stands under the frame's key, as far as there is room: a scalar, or the scalars of an object. */
export function hold(frame: Frame, value: Json): void {
  if (frame.isArray || frame.heldCount === MOST_HELD || Array.isArray(value)) return;
  if (!isObject(value) && !isShortScalar(value)) return;
  frame.held[frame.key] = isObject(value) ? scalarsOf(value) : value;
  frame.heldCount += 1;
}

function scalarsOf(value: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => isShortScalar(inner)));
}

function isShortScalar(value: Json | undefined): boolean {
  return typeof value === 'string'
    ? value.length <= LONGEST_HELD
    : value === null || typeof value !== 'object';
}

/**
 * A path of keys, `*` for any, `[]` for any element of an array: `chats.list.*.messages.*`. The empty path is the
 * root itself.
 */
export type Pattern = readonly string[];

/** Reads a pattern as it is written. */
export function patternOf(path: string): Pattern {
  return path === '' ? [] : path.split('.');
}

/** Whether the value that comes next under `frames` is at one of `patterns`. */
export function isRecord(frames: readonly Frame[], patterns: readonly Pattern[]): boolean {
  for (const pattern of patterns) {
    if (pattern.length === frames.length && fits(frames, pattern)) return true;
  }
  return false;
}

/** Whether a record can be somewhere inside it. */
export function leadsToRecord(frames: readonly Frame[], patterns: readonly Pattern[]): boolean {
  return patterns.some((pattern) => pattern.length > frames.length && fits(frames, pattern));
}

function fits(frames: readonly Frame[], pattern: Pattern): boolean {
  for (let depth = 0; depth < frames.length; depth++) {
    const frame = frames[depth];
    const key = pattern[depth];
    const fit = key === '*' || (key === '[]' ? frame?.isArray === true : frame?.key === key);
    if (!fit) return false;
  }
  return true;
}

/** The context of the value that comes next under `frames`. */
export function contextOf(frames: readonly Frame[]): JsonContext {
  return { keys: frames.map(({ key }) => key), around: frames.map(({ held }) => held) };
}

/**
 * Changes `frames` to those around the records of `pattern`, where their innermost container was found without the way
 * to it having been understood. What the containers of other records said is forgotten: it is not said of these.
 */
export function reopen(frames: Frame[], pattern: Pattern, innermostIsArray: boolean): void {
  frames.length = agreeing(frames, pattern);
  for (const [depth, key] of pattern.entries()) {
    const isInnermost = depth === pattern.length - 1;
    const fresh = openFrame(isInnermost ? innermostIsArray : key === '*' || key === '[]', true);
    const old = frames[depth];
    if (old === undefined || isInnermost) frames[depth] = fresh;
    else if (depth > 0) frames[depth] = { ...fresh, isArray: old.isArray };
    const frame = frames[depth];
    if (frame !== undefined && key !== '[]') frame.key = key === '*' ? '' : key;
  }
}

/** How many of `frames`, from the root, are on the way to records of `pattern`. */
export function agreeing(frames: readonly Frame[], pattern: Pattern): number {
  const depth = frames.findIndex(({ key }, at) => pattern[at] !== '*' && pattern[at] !== key);
  return Math.min(depth < 0 ? frames.length : depth + 1, pattern.length);
}
