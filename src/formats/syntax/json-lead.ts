/** How a record begins: its first keys, by which the next good one is found behind a broken one. */
import { isObject, type JsonObject } from './json.js';
import { DAMAGED, extentOf, extentOfString, skipSpace, UNFINISHED } from './json-extent.js';

/** What records were seen to begin with. */
export interface Leads {
  /** Learns from a good record. */
  learn(value: JsonObject): void;
  /** Learns from the broken record at `start`, as long as there was no good one. */
  learnFromBroken(bytes: Uint8Array, start: number, length: number): void;
  /** The next object from `at` on that begins like a record, or where it might begin once there is more. */
  find(bytes: Uint8Array, from: number, length: number): { readonly at: number; readonly found: boolean };
}

/** So many first keys tell a record from the objects inside it, which often share the first. */
const KEYS = 3;
/** Records of one dump begin in few ways. */
const MOST_LEADS = 64;
/** The first keys of a record are within this. */
const WINDOW = 64 * 1024;
const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_OBJECT = 0x7b;
/** The first values of a record are not nested deeper: each bracket that is looked at may cost as much. */
const DEEPEST_VALUE = 32;
/** Stands between keys; no key has it. */
const BETWEEN = '\0';
const decoder = new TextDecoder();

/** Knows of no record yet. */
export function createLeads(): Leads {
  const known = new Set<string>();
  let latest = '';
  const add = (lead: string): void => {
    latest = lead;
    if (known.size < MOST_LEADS) known.add(lead);
  };
  const isLead = (lead: string): boolean =>
    known.size > 0 ? known.has(lead) : lead.split(BETWEEN).length === KEYS;
  return {
    learn(value) {
      const lead = leadOf(value);
      if (lead !== latest) add(lead);
    },
    learnFromBroken(bytes, start, length) {
      if (known.size > 0) return;
      const lead = leadAt(bytes, start, length);
      if (typeof lead === 'string' && isLead(lead)) add(lead);
    },
    find(bytes, from, length) {
      let at = indexOf(bytes, OPEN_OBJECT, from, length);
      while (at < length) {
        const lead = leadAt(bytes, at, length);
        if (lead === UNFINISHED && length - at < WINDOW) return { at, found: false };
        if (typeof lead === 'string' && isLead(lead)) return { at, found: true };
        at = indexOf(bytes, OPEN_OBJECT, at + 1, length);
      }
      return { at: length, found: false };
    },
  };
}

/**
 * Whether one of the members of `value`, which begins at `start`, begins as it does itself: where its end is missing,
 * the next one is inside.
 */
export function swallowsNext(value: JsonObject, bytes: Uint8Array, start: number, end: number): boolean {
  const members = Object.values(value).filter(isObject);
  if (members.length === 0) return false;
  // Not from `value`, whose keys that are numbers would come first.
  const lead = leadAt(bytes, start, end);
  return members.some((member) => leadOf(member) === lead);
}

function leadOf(value: JsonObject): string {
  let lead = '';
  let keys = 0;
  for (const key in value) {
    lead = keys === 0 ? key : lead + BETWEEN + key;
    keys += 1;
    if (keys === KEYS) break;
  }
  return lead;
}

/** The first keys of the object at `start`. */
function leadAt(bytes: Uint8Array, start: number, length: number): string | number {
  const keys: string[] = [];
  let at = start;
  while (keys.length < KEYS) {
    at = skipSpace(bytes, at + 1, length);
    if (at === length) return UNFINISHED;
    const end = bytes[at] === QUOTE ? extentOfString(bytes, at, length) : DAMAGED;
    if (end < 0) return end;
    keys.push(decoder.decode(bytes.subarray(at + 1, end - 1)));
    const colon = skipSpace(bytes, end, length);
    if (colon === length) return UNFINISHED;
    if (bytes[colon] !== COLON) return DAMAGED;
    if (keys.length === KEYS) break;
    const value = skipSpace(bytes, colon + 1, length);
    const valueEnd = value === length ? UNFINISHED : extentOf(bytes, value, length, DEEPEST_VALUE);
    if (valueEnd < 0) return valueEnd;
    at = skipSpace(bytes, valueEnd, length);
    if (at === length) return UNFINISHED;
    if (bytes[at] !== COMMA) break;
  }
  return keys.join(BETWEEN);
}

function indexOf(bytes: Uint8Array, byte: number, from: number, length: number): number {
  const at = bytes.indexOf(byte, from);
  return at < 0 || at > length ? length : at;
}
