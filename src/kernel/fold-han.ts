/** Han, five characters at a time, and the marks between them. */
import { NONE, SPACE, work, writeGap } from './key-in-work';

/** Of five characters: the first bytes, and the others. */
const LEADS: u32 = 0b001001001001001;
const OTHERS: u32 = 0b110110110110110;

/** Of U+FF00 on, those that are blanks where no figure, no gap and no link's begin stands before. */
const FULLWIDTH_MARKS: u64 = 0b1_1111_1100_0000_0000_1101_1101_1000_1110;

/** Whether a character that begins so may be Han. */
export function isHanLead(byte: u32): bool {
  return byte - 0xe4 < 6;
}

/** Takes characters of U+4E00 to U+9FFF, and marks behind them; nothing where the first is none. */
export function foldHan(): void {
  const begin = work.at;
  let at = begin;
  let to = work.to;
  let gap = work.gap;
  let dense: u32 = 0;
  let marks: u32 = 0;
  for (;;) {
    const v = v128.load(at);
    const wrong = wrongLanes(v);
    const count: u32 = ctz(wrong | 0x8000);
    if (count < 3) break;
    to = writeGap(to, gap);
    gap = NONE;
    v128.store(to, v);
    if (wrong == 0) {
      at += 15;
      to += 15;
      dense += 5;
      continue;
    }
    const characters = (count * 11) >> 5;
    at += 3 * characters;
    to += 3 * characters;
    dense += characters;
    if (!isMark(load<u32>(at)) && !isDash(load<u32>(at))) break;
    do {
      at += 3;
      marks += 1;
    } while (isMark(load<u32>(at)));
    gap = SPACE;
  }
  if (at == begin) return;
  work.at = at;
  work.to = to;
  work.gap = gap;
  work.dense += dense;
  work.rest += 2 * (dense + marks);
  work.isEdge = true;
  work.last = 0;
}

/** The lanes, of the first 15, where no Han character stands. */
function wrongLanes(v: v128): u32 {
  const leads: u32 = i8x16.bitmask(i8x16.lt_u(i8x16.sub(v, i8x16.splat(-28)), i8x16.splat(6)));
  const others: u32 = i8x16.bitmask(i8x16.lt_s(v, i8x16.splat(-64)));
  // Behind E4, a second byte below B8 is of U+4000 to U+4DFF.
  const firsts: u32 = i8x16.bitmask(i8x16.eq(v, i8x16.splat(-28)));
  const early = firsts & ((<u32>i8x16.bitmask(i8x16.lt_u(v, i8x16.splat(-72))) >> 1) | 0x8000);
  return ((leads ^ LEADS) & 0x7fff) | ((others ^ OTHERS) & 0x7fff) | (early & LEADS);
}

/** Whether a mark begins `word` that is a blank, behind Han or another one. */
function isMark(word: u32): bool {
  const lead = word & 0xffff;
  const third = (word >> 16) & 0xff;
  if (lead == 0x80e3) return third - 0x80 < 5 || third - 0x88 < 24;
  if (lead == 0x80e2) return third - 0x96 < 14 || third == 0xa6;
  return lead == 0xbcef && third - 0x80 <= 32 && ((FULLWIDTH_MARKS >> (third - 0x80)) & 1) != 0;
}

/** Whether a dash does, which is a blank directly behind Han, and elsewhere may be a minus. */
function isDash(word: u32): bool {
  return (word & 0xffff) == 0x80e2 && ((word >> 16) & 0xff) - 0x90 < 6;
}
