/**
 * The key of a line at the top rung, as scan-line.ts makes it, 16 bytes at a time. That file says why each step is as
 * it is; what is said here is how it is done at once for many characters.
 */
import { decodeLastPoint, decodePoint, encodePoint } from './code-points';
import { learn } from './host';
import { joinMark } from './join-mark';
import { mayBeginLink, readsAsEntity } from './look-around';
import { ACTIONS, ASCII_KINDS, COMPACTION, KEY, KEY_BYTES, POOL } from './memory-map';
import { seemsMixed } from './mixed-words';

/** Of the key last made: its bytes with the space in front, and the counts that KeyLine explains. */
export let keyLength: i32 = 0;
export let otherBytes: i32 = 0;
export let denseLetters: i32 = 0;
export let restBytes: i32 = 0;
export let invalidBytes: i32 = 0;

/** What stands between the last character of the key and the next one: see gap.ts. */
const NONE: i32 = 0;
const SPACE: i32 = 1;
const CLOSER: i32 = 2;
const POINT: i32 = 3;
const MINUS: i32 = 4;

/** Kinds and flags of actions: see character-actions.ts. */
const LETTER: u32 = 1;
const NUMBER: u32 = 2;
const MAP: u32 = 3;
const DROP: u32 = 4;
const BLANK: u32 = 5;
const MARK: u32 = 6;
const DOTS: u32 = 8;
const TOKEN: u32 = 9;
const EXACT: u32 = 10;
const LATIN: u32 = 0x10;
const CYRILLIC: u32 = 0x20;
const DENSE: u32 = 0x40;
const IS_NUMBER: u32 = 0x80;
const ATTACHED: u32 = 0x100;
/** Of a mark: it changes places with none, and makes no character with one. */
const STAYS: u32 = 0x80;
const PAYLOAD: u32 = 9;

/** Kinds of ASCII characters: see ascii-table.ts. */
const KIND_SPACE: u8 = 0;
const KIND_POINT: u8 = 1;
const KIND_DASH: u8 = 2;
const KIND_CLOSER: u8 = 3;
const KIND_TOKEN: u8 = 4;
const KIND_AMPERSAND: u8 = 7;

/** A line's key takes twice its bytes at most, but for what reserves for itself. */
const LONGEST_LINE: usize = (KEY_BYTES - 256) / 2;

/** Makes the key of `[start, end)` at KEY; false when only the host can. */
export function makeKey(start: usize, end: usize): bool {
  if (end - start > LONGEST_LINE) return false;
  let at = start;
  let to = KEY;
  let gap = SPACE;
  let other: i32 = 0;
  let dense: i32 = 0;
  let rest: i32 = 0;
  let invalid: i32 = 0;
  let hasCyrillic = false;
  let mayMix = false; // Cyrillic letters touch something else than Cyrillic letters
  let isEdge = false; // the key's last character was written on its own
  let last: u32 = 0; // that character, where it stands in the key as in the line; 0: to be looked up

  while (at < end) {
    let byte: u32 = load<u8>(at);
    if (byte < 0x80 || (byte & 0xfe) == 0xd0) {
      const isNumberGap = gap >= POINT && byte - 0x30 < 10;
      let blank: u32 = gap != NONE && !isNumberGap ? 1 : 0;
      let isFirst = true;
      for (;;) {
        const room = <u32>min(end - at, 16);
        const inLine = ((<u32>1) << room) - 1;
        const v = v128.load(at);
        const lower = v128.or(v, i8x16.splat(0x20));
        const letterLanes = v128.or(
          i8x16.lt_u(i8x16.sub(lower, i8x16.splat(0x61)), i8x16.splat(26)),
          i8x16.lt_u(i8x16.sub(v, i8x16.splat(0x30)), i8x16.splat(10)),
        );
        const classes = classify(v);
        const high: u32 = i8x16.bitmask(v);
        const letters: u32 = i8x16.bitmask(letterLanes);
        const special: u32 = i8x16.bitmask(i8x16.ne(v128.and(classes, i8x16.splat(9)), i8x16.splat(0)));
        const marks: u32 = i8x16.bitmask(i8x16.ne(v128.and(classes, i8x16.splat(6)), i8x16.splat(0)));
        const blanks = ~(high | letters | special) & inLine;
        // Before white space, and at the end of the line, a mark is a blank; behind one, too.
        const white: u32 = i8x16.bitmask(i8x16.le_u(v, i8x16.splat(0x20)));
        const isLast = end - at <= 16;
        const behind: u32 = isLast ? (<u32>1) << (room - 1) : load<u8>(at, 16) <= 0x20 ? 0x8000 : 0;
        const afterBlank = (blanks << 1) | blank;
        let stops = special | (marks & ~afterBlank & ~(white >> 1) & ~behind);
        let folded = v128.bitselect(lower, i8x16.splat(0x20), letterLanes);
        let leads: u32 = 0;
        let lasts: u32 = 0;
        if ((high & inLine) != 0) {
          const isLast = i8x16.lt_s(v, i8x16.splat(-64));
          const isLead = i8x16.eq(v128.and(v, i8x16.splat(-2)), i8x16.splat(-48));
          lasts = i8x16.bitmask(isLast) & inLine;
          leads = i8x16.bitmask(isLead) & (lasts >> 1) & ~(<u32>i8x16.bitmask(isOldLead(v)));
          lasts = leads << 1;
          stops |= high & ~(leads | lasts);
          folded = v128.bitselect(foldCyrillic(v, isLast), folded, v128.or(isLead, isLast));
        }
        const count: u32 = ctz(stops | (inLine + 1));
        if (count == 0) break;
        if (isFirst && gap != NONE) {
          const from = to;
          to = isNumberGap ? writeNumberGap(to, gap) : writeSpace(to);
          other += <i32>(to - from);
        }
        isFirst = false;
        const taken = ((<u32>1) << count) - 1;
        const spaces = blanks & ~afterBlank & taken;
        const words = letters & taken;
        leads &= taken;
        lasts &= taken;
        if ((leads | lasts) != 0) {
          hasCyrillic = true;
          const cyrillic = popcnt<u32>(lasts);
          other += cyrillic;
          rest += cyrillic;
          if ((((words << 1) & leads) | ((lasts << 1) & words)) != 0) mayMix = true;
        }
        if (blank == 0) {
          const touched = load<u8>(to - 1);
          if ((words & 1) != 0 && touched >= 0x80) mayMix = true;
          if ((leads & 1) != 0 && (touched < 0x80 || isEdge)) mayMix = true;
        }
        isEdge = false;
        last = 0;
        other += popcnt<u32>(spaces);
        to = compact(folded, words | spaces | leads | lasts, to);
        blank = (blanks >> (count - 1)) & 1;
        at += count;
        if (count < 15 || at >= end) break;
      }
      if (!isFirst) {
        to -= blank;
        other -= blank;
        gap = blank;
        if (at >= end) break;
        byte = load<u8>(at);
      }
    }

    let code = byte;
    let size: u32 = 1;
    let isDots = false;
    if (byte >= 0x80) {
      if (isHanLead(byte)) {
        const from = at;
        while (at + 16 <= end && isHanBlock(v128.load(at))) {
          if (gap != NONE) {
            to = writeSpace(to);
            other += 1;
            gap = NONE;
          }
          v128.store(to, v128.load(at));
          to += 15;
          at += 15;
          dense += 5;
        }
        if (at > from) {
          const others = <i32>((at - from) / 3) * 2;
          other += others;
          rest += others;
          isEdge = true;
          last = 0;
          continue;
        }
      }
      const read = decodePoint(at, end);
      if (read < 0) {
        invalid -= read;
        rest -= read + 1;
        at -= read;
        gap = SPACE;
        continue;
      }
      size = read & 7;
      rest += size - 1;
      const point: u32 = read >> 3;
      const action = actionOf(point);
      const kind = action & 0xf;
      if (kind == BLANK || kind == DROP || (kind == MARK && gap != NONE)) {
        if (kind != DROP) gap = SPACE;
        last = 0;
        at += size;
        continue;
      }
      if (kind == MARK) {
        if ((action & STAYS) == 0) {
          const raw = last != 0 ? last : decodeLastPoint(start, at);
          const before = last != 0 ? last : decodeLastPoint(KEY, to);
          const joined = joinMark(raw, before, point, start, at + size);
          if (joined < 0) return false;
          if (joined > 0) {
            // The letter under the mark gives way to the one that both make.
            to -= bytesOf(before);
            const bytes = encodePoint(joined, to);
            other += <i32>bytes - <i32>bytesOf(before);
            to += bytes;
            mayMix = true;
            isEdge = true;
            last = 0;
            at += size;
            continue;
          }
        }
        other += 1;
      }
      if (kind == LETTER || kind == NUMBER || kind == MARK) {
        const from = to;
        if (gap != NONE) to = kind == NUMBER ? writeNumberGap(to, gap) : writeSpace(to);
        other += <i32>(to - from) + <i32>size - 1;
        gap = NONE;
        store<u32>(to, load<u32>(at));
        to += size;
        at += size;
        last = point;
        if ((action & DENSE) != 0) dense += 1;
        if ((action & CYRILLIC) != 0) hasCyrillic = true;
        if ((action & (CYRILLIC | LATIN)) != 0) mayMix = true;
        isEdge = true;
        // Letters one after the other, marks that stay on them, and single spaces between words of them.
        for (;;) {
          const next = at + 1 < end && load<u8>(at) == 0x20 ? at + 1 : at;
          const word = load<u32>(next);
          // Of two bytes or three, and not of those that are folded 16 bytes at a time.
          if ((word & 0xc0c0f0) != 0x8080e0 && ((word & 0xc0e0) != 0x80c0 || (word & 0xfe) == 0xd0)) break;
          const read = decodePoint(next, end);
          if (read < 0) break;
          const bytes = <u32>(read & 7);
          const action = load<u32>(ACTIONS + ((<u32>read >> 3) << 2));
          const isMark = (action & 0xf) == MARK;
          if (isMark ? next != at : (action & 0xf) != LETTER) break;
          const point = <u32>read >> 3;
          if (isMark && (action & STAYS) == 0 && joinMark(last, last, point, start, next + bytes) != 0) break;
          if (next != at) {
            store<u8>(to, 0x20);
            to += 1;
            other += 1;
          }
          store<u32>(to, load<u32>(next));
          to += bytes;
          at = next + bytes;
          rest += bytes - 1;
          other += bytes - 1;
          if (isMark) other += 1;
          if ((action & DENSE) != 0) dense += 1;
          if (!isMark && (action & (CYRILLIC | LATIN)) != 0) mayMix = true;
          if (!isMark && (action & CYRILLIC) != 0) hasCyrillic = true;
          last = point;
        }
        continue;
      }
      if (kind == MAP || kind == TOKEN) {
        if (gap != NONE && (action & ATTACHED) != 0) return false;
        if (kind == TOKEN) gap = SPACE;
        const record = POOL + (action >> PAYLOAD);
        const bytes: u32 = load<u8>(record);
        if (to + bytes + 2 * (end - at) + 64 > KEY + KEY_BYTES) return false;
        const from = to;
        if (gap != NONE) to = (action & IS_NUMBER) != 0 ? writeNumberGap(to, gap) : writeSpace(to);
        other += <i32>(to - from) + load<u8>(record, 1);
        dense += load<u8>(record, 2);
        memory.copy(to, record + 3, bytes);
        to += bytes;
        gap = kind == TOKEN ? SPACE : NONE;
        mayMix = true;
        isEdge = true;
        last = 0;
        if ((action & CYRILLIC) != 0) hasCyrillic = true;
        at += size;
        continue;
      }
      if (kind == EXACT) return false;
      isDots = kind == DOTS;
      code = action >> PAYLOAD; // an ASCII character in disguise
    }
    const kind = load<u8>(ASCII_KINDS + code);
    if (kind == KIND_SPACE) gap = SPACE;
    else if (kind == KIND_DASH) gap = gap == NONE || gap == CLOSER ? SPACE : MINUS;
    else if (kind == KIND_CLOSER) gap = CLOSER;
    else if (kind == KIND_TOKEN) {
      store<u8>(to, 0x20);
      store<u8>(to, code, 1);
      to += 2;
      other += 2;
      gap = SPACE;
    } else if (kind == KIND_AMPERSAND) {
      if (readsAsEntity(at + size, end)) return false;
      gap = SPACE;
    } else {
      if (gap == NONE && code != 0x2c && mayBeginLink(byte, to)) return false;
      const isPoint = kind == KIND_POINT && gap == NONE && !isDots;
      gap = isPoint && endsInNumber(to) ? POINT : SPACE;
    }
    at += size;
  }
  if (hasCyrillic && mayMix && seemsMixed(to)) return false;
  keyLength = <i32>(to - KEY);
  otherBytes = other;
  denseLetters = dense;
  restBytes = rest;
  invalidBytes = invalid;
  return true;
}

/** By class of each ASCII byte: 1 or 8 for what needs a look around, 2 or 4 for a mark that does unless a blank follows. */
function classify(v: v128): v128 {
  const byLow = i8x16(0, 0, 0, 0, 1, 1, 1, 0, 0, 1, 4, 0, 2, 9, 2, 1);
  const byHigh = i8x16(0, 0, 3, 4, 0, 8, 0, 8, 0, 0, 0, 0, 0, 0, 0, 0);
  return v128.and(
    v128.swizzle(byLow, v128.and(v, i8x16.splat(0x0f))),
    v128.swizzle(byHigh, i8x16.shr_u(v, 4)),
  );
}

/** Leads of U+0460 to U+047F, whose letters come in pairs: they are folded one by one. */
function isOldLead(v: v128): v128 {
  return v128.and(i8x16.eq(v, i8x16.splat(-47)), i8x16.ge_u(nextOf(v), i8x16.splat(-96)));
}

/** U+0400 to U+045F to small letters, and U+0451 to U+0435: what `cyrillicTable` holds. */
function foldCyrillic(v: v128, isLast: v128): v128 {
  const before = i8x16.shuffle(
    i8x16.splat(0),
    v,
    15,
    16,
    17,
    18,
    19,
    20,
    21,
    22,
    23,
    24,
    25,
    26,
    27,
    28,
    29,
    30,
  );
  const afterD0 = v128.and(i8x16.eq(before, i8x16.splat(-48)), isLast);
  const afterD1 = v128.and(i8x16.eq(before, i8x16.splat(-47)), isLast);
  const eighth = v128.and(afterD0, i8x16.lt_u(v, i8x16.splat(-112)));
  const ninth = v128.and(
    afterD0,
    v128.and(i8x16.ge_u(v, i8x16.splat(-112)), i8x16.lt_u(v, i8x16.splat(-96))),
  );
  const tenth = v128.and(afterD0, v128.and(i8x16.ge_u(v, i8x16.splat(-96)), i8x16.lt_u(v, i8x16.splat(-80))));
  const largeYo = v128.and(afterD0, i8x16.eq(v, i8x16.splat(-127)));
  const smallYo = v128.and(afterD1, i8x16.eq(v, i8x16.splat(-111)));
  let last = i8x16.add(v, v128.and(eighth, i8x16.splat(0x10)));
  last = i8x16.add(last, v128.and(ninth, i8x16.splat(0x20)));
  last = i8x16.sub(last, v128.and(tenth, i8x16.splat(0x20)));
  last = v128.bitselect(i8x16.splat(-75), last, v128.or(largeYo, smallYo));
  // A lane of a mask is -1 where it holds, so adding it takes one away.
  const up = v128.andnot(v128.or(eighth, tenth), largeYo);
  return i8x16.add(i8x16.sub(last, nextOf(up)), nextOf(smallYo));
}

/** Each lane's next one, 0 behind the last. */
function nextOf(v: v128): v128 {
  return i8x16.shuffle(v, i8x16.splat(0), 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16);
}

/** Writes the bytes that `kept` has a bit for; returns where they end. Up to 16 bytes behind that are written too. */
function compact(bytes: v128, kept: u32, to: usize): usize {
  if (kept == 0xffff) {
    v128.store(to, bytes);
    return to + 16;
  }
  const low = kept & 0xff;
  const high = kept >> 8;
  const first = v128.load64_zero(COMPACTION + (low << 3));
  const second = i8x16.add(v128.load64_zero(COMPACTION + (high << 3)), i8x16.splat(8));
  v128.store64_lane(to, v128.swizzle(bytes, first), 0);
  const between = to + popcnt<u32>(low);
  v128.store64_lane(between, v128.swizzle(bytes, second), 0);
  return between + popcnt<u32>(high);
}

/** Five characters of U+4E00 to U+9FFF. */
function isHanBlock(v: v128): bool {
  const leads: u32 = i8x16.bitmask(i8x16.lt_u(i8x16.sub(v, i8x16.splat(-28)), i8x16.splat(6)));
  const lasts: u32 = i8x16.bitmask(i8x16.lt_s(v, i8x16.splat(-64)));
  if ((leads & 0x7fff) != 0x1249 || (lasts & 0x7fff) != 0x6db6) return false;
  const first: u32 = i8x16.bitmask(i8x16.eq(v, i8x16.splat(-28))) & 0x1249;
  if (first == 0) return true;
  return ((first << 1) & <u32>i8x16.bitmask(i8x16.lt_u(v, i8x16.splat(-72)))) == 0;
}

function isHanLead(byte: u32): bool {
  return byte - 0xe4 < 6;
}

function actionOf(point: u32): u32 {
  const known = load<u32>(ACTIONS + (point << 2));
  if (known != 0) return known;
  learn(point);
  return load<u32>(ACTIONS + (point << 2));
}

function bytesOf(point: u32): u32 {
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
}

function writeSpace(to: usize): usize {
  store<u8>(to, 0x20);
  return to + 1;
}

/** Before a number, points and signs are what they look like. */
function writeNumberGap(to: usize, gap: i32): usize {
  store<u8>(to, gap == POINT ? 0x2e : 0x20);
  if (gap != MINUS) return to + 1;
  store<u8>(to, 0x2d, 1);
  return to + 2;
}

function endsInNumber(to: usize): bool {
  const last: u32 = load<u8>(to - 1);
  if (last < 0x80) return last - 0x30 < 10;
  return (actionOf(decodeLastPoint(KEY, to)) & 0xf) == NUMBER;
}
