/** Lines of the input → rows: each is normalized and fingerprinted while it is in the cache. */
import { measure } from './host';
import { work } from './key-in-work';
import { CR, LF, makeKey } from './make-key';
import { mayBeCue } from './may-be-cue';
import {
  ANSWER,
  BYTES,
  CHARACTERS,
  GAPS,
  HEADS,
  HIGHS,
  INPUT,
  KEY,
  LINES,
  LOWS,
  MAY_BE_CUES,
  MOST_ROWS,
  STARTS,
  WEIGHTS,
} from './memory-map';
import { xxh64 } from './xxh64';

const FORM_FEED: u32 = 0x0c;
const CRLF: u32 = 0x0a0d;

/** Bytes of a key that its head covers: see create-line-meter.ts. */
const HEAD_BYTES: u32 = 8;
const MOST_WEIGHT: u32 = 0xffff;

/** Rows made and not yet taken, and the counts so far: the host sets them back. */
export let rows: u32 = 0;
export let lines: u32 = 0;
export let gap: u32 = 0;
export let invalid: u32 = 0;

/** Begins a dump, or goes on behind line `line` and `blanks` blank ones. */
export function begin(line: u32, blanks: u32): void {
  rows = 0;
  lines = line;
  gap = blanks;
  invalid = 0;
}

/** Forgets the rows, which the host has taken. */
export function forget(): void {
  rows = 0;
}

/**
 * Scans the lines of `[from, limit)` in the input, all of which have an end, or as many as there is room for rows; `base`
 * is the place of the input's begin in its dump. Returns where it stopped: at the limit, or at a line that begins with a
 * form feed, which is left to the host.
 */
export function scanLines(from: usize, limit: usize, base: u32): usize {
  let start = from;
  while (start < limit && rows < MOST_ROWS) {
    if (load<u8>(start) == FORM_FEED) return start;
    const stop = takeLine(start, limit, base);
    start = load<u16>(stop) == CRLF ? stop + 2 : stop + 1;
  }
  return start;
}

/** Behind the last line end of `[from, end)`, `from` where there is none; a CR at the very end may be the first half of a CRLF: the next input will tell. */
export function lastLineEnd(from: usize, end: usize): usize {
  let at = end;
  if (at > from && load<u8>(at - 1) == CR) at--;
  while (at > from && load<u8>(at - 1) != LF && load<u8>(at - 1) != CR) at--;
  return at;
}

/** The first LF or CR; there is one. */
function lineEnd(from: usize): usize {
  let at = from;
  while (true) {
    const v = v128.load(at);
    const ends: u32 = i8x16.bitmask(v128.or(i8x16.eq(v, i8x16.splat(0x0a)), i8x16.eq(v, i8x16.splat(0x0d))));
    if (ends != 0) return at + ctz(ends);
    at += 16;
  }
}

/** Takes the line at `start`; returns its end. */
function takeLine(start: usize, limit: usize, base: u32): usize {
  lines += 1;
  const first: u32 = load<u8>(start);
  if (first == LF || first == CR) {
    gap += 1;
    return start;
  }
  const row = rows;
  const isMade = makeKey(start, limit);
  const end = isMade ? work.at : lineEnd(work.at);
  if (isMade && (work.to > KEY || isPlain(start, end))) {
    invalid += work.invalid;
    if (work.to == KEY && isBlank(start, end)) {
      gap += 1;
      return end;
    }
    writeMeasures(row, start, end);
  } else {
    measure(start, end);
    invalid += load<u32>(ANSWER, 20);
    if (load<u32>(ANSWER, 24) == 0) {
      gap += 1;
      return end;
    }
    writeAnswer(row);
  }
  const word = row << 2;
  store<u32>(STARTS + word, base + <u32>(start - INPUT));
  store<u32>(BYTES + word, <u32>(end - start));
  store<u32>(LINES + word, lines);
  store<u8>(GAPS + row, min<u32>(gap, 255));
  store<u8>(MAY_BE_CUES + row, mayBeCue(start, end, load<u16>(WEIGHTS + (row << 1))) ? 1 : 0);
  gap = 0;
  rows = row + 1;
  return end;
}

/** What the host has measured. */
function writeAnswer(row: u32): void {
  const word = row << 2;
  store<u32>(LOWS + word, load<u32>(ANSWER));
  store<u32>(HIGHS + word, load<u32>(ANSWER, 4));
  store<u32>(CHARACTERS + word, load<u32>(ANSWER, 8));
  store<u16>(WEIGHTS + (row << 1), load<u32>(ANSWER, 12));
  store<u32>(HEADS + word, load<u32>(ANSWER, 16));
}

/** Fingerprint and measures of the key last made. */
function writeMeasures(row: u32, start: usize, end: usize): void {
  const length: u32 = work.to > KEY ? <u32>(work.to - KEY) - 1 : 0;
  const hash = xxh64(KEY + 1, length);
  // Twice the letters: a letter of a script without spaces counts 2.5-fold.
  const weight = min(2 * work.letters + 5 * work.dense, MOST_WEIGHT);
  const word = row << 2;
  store<u32>(LOWS + word, <u32>hash);
  store<u32>(HIGHS + word, <u32>(hash >> 32));
  store<u32>(CHARACTERS + word, <u32>(end - start) - work.rest);
  store<u16>(WEIGHTS + (row << 1), weight);
  let head: u32 = 0;
  if (length >= HEAD_BYTES) head = hashHead(KEY + 1, KEY + 1 + HEAD_BYTES);
  else if (weight == 0) head = hashHead(start, min(end, start + HEAD_BYTES));
  store<u32>(HEADS + word, head);
}

/** FNV-1a, 32 bits. */
function hashHead(start: usize, end: usize): u32 {
  let hash: u32 = 0x811c9dc5;
  for (let at = start; at < end; at++) hash = (hash ^ load<u8>(at)) * 0x01000193;
  return hash;
}

/** Of a line without a key: whether its first visible byte is ASCII, or there is none. */
function isPlain(start: usize, end: usize): bool {
  const at = visible(start, end);
  return at == end || load<u8>(at) < 0x80;
}

function isBlank(start: usize, end: usize): bool {
  return visible(start, end) == end;
}

function visible(start: usize, end: usize): usize {
  let at = start;
  while (at < end && (load<u8>(at) <= 0x20 || load<u8>(at) == 0x7f)) at++;
  return at;
}
