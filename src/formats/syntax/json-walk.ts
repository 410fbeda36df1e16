/** Walks a JSON document token by token, as far as is needed to know where its records stand and what is around. */
import {
  type Frame,
  hold,
  isRecord,
  leadsToRecord,
  openFrame,
  type Pattern,
  reopen,
} from './json-context.js';
import {
  DAMAGED,
  DEEPEST,
  extentOf,
  extentOfString,
  isOpening,
  isSpace,
  skipSpace,
  UNFINISHED,
} from './json-extent.js';
import type { Around, PassedHeader } from './json-resume.js';
import { parseJson } from './parse-json.js';

/** Stands where the next token is. */
export interface JsonWalk {
  /** The containers that are open, the root first. */
  readonly frames: readonly Frame[];
  /** One token at `at`. Returns where the next begins, or {@link UNFINISHED}, {@link DAMAGED} or {@link RECORD}. */
  step(bytes: Uint8Array, at: number, length: number): number;
  /** What the next token is in. */
  readonly around: Around;
  /** A good record stands here: the way to it is the one to go back to. */
  remember(): void;
  /**
   * Goes on before a value, wherever the walk was lost: in an object it is under `key`. Where no record can be, the
   * brackets that led there were not to be trusted, and it goes on where it was remembered.
   */
  resumeAt(key: string): void;
  /** Goes on inside the container of records that was passed over. */
  resumeIn(header: PassedHeader): void;
}

/** A record begins here: it is left to the caller. */
export const RECORD = -3;

const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
/** What holds no record and is longer is not looked into; while it is cut short, it is walked through. */
const LARGEST_ASIDE = 16 * 1024;

/** Begins before the root. */
export function createJsonWalk(patterns: readonly Pattern[]): JsonWalk {
  const frames: Frame[] = [];
  const decoder = new TextDecoder();
  /** The next string is a key. */
  let atKey = false;
  let remembered: readonly Frame[] = [];
  let innermost: Frame | undefined;

  const parse = (bytes: Uint8Array, start: number, end: number) =>
    parseJson(decoder.decode(bytes.subarray(start, end)));

  const enter = (byte: number, leads: boolean): void => {
    frames.push(openFrame(byte === OPEN_ARRAY, leads));
    atKey = byte === OPEN_OBJECT;
  };

  const leave = (byte: number): boolean => {
    const frame = frames.at(-1);
    if (frame?.isArray !== (byte === CLOSE_ARRAY)) return false;
    frames.pop();
    const parent = frames.at(-1);
    if (parent?.leads === true && !frame.isArray) hold(parent, frame.held);
    atKey = false;
    return true;
  };

  const passComma = (frame: Frame): void => {
    frame.elements += 1;
    if (frame.isArray && frame.leads) frame.key = String(frame.elements);
    atKey = !frame.isArray;
  };

  const takeKey = (bytes: Uint8Array, at: number, length: number): number => {
    const end = bytes[at] === QUOTE ? extentOfString(bytes, at, length) : DAMAGED;
    if (end < 0) return end;
    const colon = skipSpace(bytes, end, length);
    if (colon === length) return UNFINISHED;
    if (bytes[colon] !== COLON) return DAMAGED;
    const frame = frames.at(-1);
    if (frame?.leads === true) {
      const key = parse(bytes, at, end).value;
      if (typeof key !== 'string') return DAMAGED;
      frame.key = key;
    }
    atKey = false;
    return colon + 1;
  };

  /** A value that is no record and has none inside. */
  const passAside = (bytes: Uint8Array, at: number, length: number): number => {
    const end = extentOf(bytes, at, length);
    const opening = isOpening(bytes[at] ?? 0);
    if (end === UNFINISHED && opening && length - at > LARGEST_ASIDE) {
      if (frames.length === DEEPEST) return DAMAGED;
      enter(bytes[at] ?? 0, false);
      return at + 1;
    }
    const frame = frames.at(-1);
    if (end < 0 || (frame?.leads === false && opening) || end - at > LARGEST_ASIDE) return end;
    const { value, broken } = parse(bytes, at, end);
    if (broken !== null) return DAMAGED;
    if (frame?.leads === true) hold(frame, value);
    return end;
  };

  return {
    frames,
    step(bytes, at, length) {
      const byte = bytes[at] ?? 0;
      const frame = frames.at(-1);
      if (isSpace(byte)) return at + 1;
      if (byte === COMMA) {
        if (frame === undefined) return isRecord(frames, patterns) ? at + 1 : DAMAGED;
        passComma(frame);
        return at + 1;
      }
      if (byte === CLOSE_ARRAY || byte === CLOSE_OBJECT) return leave(byte) ? at + 1 : DAMAGED;
      if (atKey) return takeKey(bytes, at, length);
      if (isRecord(frames, patterns)) return RECORD;
      if (!isOpening(byte) || !leadsToRecord(frames, patterns)) return passAside(bytes, at, length);
      enter(byte, true);
      return at + 1;
    },
    get around() {
      const frame = frames.at(-1);
      if (frame === undefined) return 'nothing';
      return frame.isArray ? 'array' : 'object';
    },
    remember() {
      // As long as the innermost is open, the ways to it do not change.
      if (frames.at(-1) === innermost) return;
      innermost = frames.at(-1);
      remembered = frames.map((frame) => ({ ...frame }));
    },
    resumeAt(key) {
      atKey = false;
      const isAlike = isRecord(frames, patterns) && frames.at(-1)?.isArray === remembered.at(-1)?.isArray;
      if (remembered.length > 0 && !isAlike) {
        frames.splice(0, frames.length, ...remembered.map((frame) => ({ ...frame })));
      }
      const frame = frames.at(-1);
      if (frame?.isArray === false) frame.key = key;
    },
    resumeIn({ pattern, isArray }) {
      reopen(frames, pattern, isArray);
    },
  };
}
