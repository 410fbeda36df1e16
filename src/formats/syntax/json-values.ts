/**
 * Reads records out of a JSON document of any size: walks it byte by byte, and parses only the values that stand
 * where a format has its records. One record that is broken costs that record: the next one is found by how the
 * last good one began. (Streaming parsers end at the first error, and do not say on which line a value stands.)
 */
import type { RecordPlace } from '../../model.js';
import { type OpenRequest, type Outcome, type RecordReader, type RecordSink, settle } from '../format.js';
import type { Json } from './json.js';
import {
  contextOf,
  type Frame,
  hold,
  isRecord,
  type JsonContext,
  openFrame,
  patternOf,
} from './json-context.js';
import { DAMAGED, extentOfContainer, extentOfString, extentOfWord, UNFINISHED } from './json-extent.js';
import { LONGEST_RECORD, tooLong } from './longest-record.js';
import { parseJson } from './parse-json.js';

/** What is read as a record, and how. */
export interface JsonRecords {
  /** Where records stand, as in `chats.list.*.messages.*`. */
  readonly paths: readonly string[];
  readonly toPost: (value: Json, context: JsonContext) => Outcome;
  /** Mends what an exporter is known to write wrongly; asked only where a record cannot be parsed. */
  readonly repair?: (text: string) => string;
}

const LF = 0x0a;
const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const DEEPEST = 1000;

/** Makes a reader of the records that `wanted` describes. */
export function readJsonValues(sink: RecordSink, request: OpenRequest, wanted: JsonRecords): RecordReader {
  const patterns = wanted.paths.map(patternOf);
  const decoder = new TextDecoder();
  const frames: Frame[] = [];
  let base = request.start;
  let line = 1;
  /** Up to here line ends are counted, in the buffer at hand. */
  let counted = 0;
  /** How the last good record began: what a record is found by behind a broken one. */
  let lead: Uint8Array | null = null;
  let seeking = false;
  /** The next string is a key. */
  let atKey = false;

  const countTo = (bytes: Uint8Array, end: number): void => {
    for (let at = bytes.indexOf(LF, counted); at >= 0 && at < end; at = bytes.indexOf(LF, at + 1)) line += 1;
    counted = Math.max(counted, end);
  };

  const skip = (bytes: Uint8Array, start: number, reason: string): void => {
    countTo(bytes, start);
    sink.skip(line, reason);
    seeking = true;
  };

  /** Where the next record begins behind `from`, or -1. */
  const seek = (bytes: Uint8Array, from: number, length: number): number => {
    const at = lead === null ? -1 : indexOfBytes(bytes, lead, from);
    return at >= 0 && at < length ? at : -1;
  };

  /** A record at `[start, end)`. Returns where to go on. */
  const takeRecord = (bytes: Uint8Array, start: number, end: number): number => {
    countTo(bytes, start);
    const firstLine = line;
    const parsed = parseJson(decoder.decode(bytes.subarray(start, end)), wanted.repair);
    const swallowed = parsed.broken === null ? -1 : seek(bytes, start + 1, end);
    const stop = swallowed < 0 ? end : swallowed;
    countTo(bytes, stop);
    const place: RecordPlace = { line: firstLine, endLine: line, start: base + start, end: base + stop };
    if (parsed.broken !== null) {
      sink.skip(firstLine, parsed.broken);
      return stop;
    }
    if (bytes[start] === OPEN_OBJECT) lead = leadOf(bytes, start, end);
    settle(sink, wanted.toPost(parsed.value, contextOf(frames)), place);
    return stop;
  };

  /** One token at `at`. Returns where the next begins, or {@link UNFINISHED}. */
  const step = (bytes: Uint8Array, at: number, length: number): number => {
    const byte = bytes[at] ?? 0;
    const frame = frames.at(-1);
    if (isSpace(byte)) return at + 1;
    if (byte === COMMA && frame !== undefined) {
      frame.elements += 1;
      if (frame.isArray) frame.key = String(frame.elements);
      atKey = !frame.isArray;
      return at + 1;
    }
    if (byte === CLOSE_ARRAY || byte === CLOSE_OBJECT) {
      if (frame?.isArray !== (byte === CLOSE_ARRAY)) return damage(bytes, at, length);
      frames.pop();
      const parent = frames.at(-1);
      if (parent !== undefined && !frame.isArray && frame.heldCount > 0) hold(parent, frame.held);
      atKey = false;
      return at + 1;
    }
    return atKey ? takeKey(bytes, at, length) : takeValue(bytes, at, length);
  };

  const takeKey = (bytes: Uint8Array, at: number, length: number): number => {
    if (bytes[at] !== QUOTE) return damage(bytes, at, length);
    const end = extentOfString(bytes, at, length);
    if (end === DAMAGED) return damage(bytes, at, length);
    if (end === UNFINISHED) return UNFINISHED;
    let colon = end;
    while (colon < length && isSpace(bytes[colon] ?? 0)) colon += 1;
    if (colon === length) return UNFINISHED;
    const key = parseJson(decoder.decode(bytes.subarray(at, end))).value;
    const frame = frames.at(-1);
    if (bytes[colon] !== COLON || typeof key !== 'string' || frame === undefined) {
      return damage(bytes, at, length);
    }
    frame.key = key;
    atKey = false;
    return colon + 1;
  };

  const takeValue = (bytes: Uint8Array, at: number, length: number): number => {
    const byte = bytes[at];
    const container = byte === OPEN_OBJECT || byte === OPEN_ARRAY;
    if (container && !isRecord(frames, patterns)) {
      if (frames.length === DEEPEST) return damage(bytes, at, length);
      frames.push(openFrame(byte === OPEN_ARRAY));
      atKey = byte === OPEN_OBJECT;
      return at + 1;
    }
    const extent = container ? extentOfContainer : byte === QUOTE ? extentOfString : extentOfWord;
    const end = extent(bytes, at, length);
    if (end === DAMAGED) return damage(bytes, at, length);
    if (end === UNFINISHED) return UNFINISHED;
    if (container || isRecord(frames, patterns)) return takeRecord(bytes, at, end);
    const { value, broken } = parseJson(decoder.decode(bytes.subarray(at, end)));
    if (broken !== null) return damage(bytes, at, length);
    const frame = frames.at(-1);
    if (frame !== undefined) hold(frame, value);
    return end;
  };

  const damage = (bytes: Uint8Array, at: number, length: number): number => {
    skip(bytes, at, 'expected JSON, found text that is none');
    return goOn(bytes, at + 1, length);
  };

  /** While a record is sought: where it begins, or as far as it cannot begin. */
  const goOn = (bytes: Uint8Array, from: number, length: number): number => {
    const found = seek(bytes, from, length);
    seeking = found < 0;
    if (seeking) return Math.max(from, length - (lead?.length ?? 0));
    atKey = false;
    return found;
  };

  const walk = (bytes: Uint8Array, length: number): number => {
    let at = 0;
    counted = 0;
    while (at < length) {
      if (seeking) {
        at = goOn(bytes, at, length);
        if (seeking) break;
      }
      const next = step(bytes, at, length);
      if (next === UNFINISHED) break;
      at = next;
    }
    countTo(bytes, at);
    return at;
  };

  return {
    push(bytes, length) {
      let used = walk(bytes, length);
      if (length - used > LONGEST_RECORD) {
        skip(bytes, used, tooLong('a record'));
        used = length;
        countTo(bytes, used);
      }
      base += used;
      return used;
    },
    end(bytes, length) {
      const used = walk(bytes, length);
      if (used < length && !seeking)
        sink.skip(line, 'expected the end of a record, found the end of the dump');
      else if (frames.length > 0 && !seeking) {
        sink.skip(line, 'expected the end of the document, found the end of the dump');
      }
    },
  };
}

function isSpace(byte: number): boolean {
  return byte === 0x20 || byte === LF || byte === 0x0d || byte === 0x09;
}

/** A record up to its first colon, as in `{"id":`. */
function leadOf(bytes: Uint8Array, start: number, end: number): Uint8Array | null {
  const colon = bytes.indexOf(COLON, start);
  return colon < 0 || colon >= end ? null : bytes.slice(start, colon + 1);
}

function indexOfBytes(bytes: Uint8Array, sought: Uint8Array, from: number): number {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).indexOf(sought, from);
}
