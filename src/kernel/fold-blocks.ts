/**
 * ASCII and Cyrillic words and what parts them, 16 bytes at a time: bits say of each byte of a block what it is, then all
 * that stays is written together. Blocks follow one another without waiting, as where the next one begins does not
 * depend on what stands in this one; a byte that needs a look of its own ends the run. One long function, as what is
 * known of a block stays in registers only so.
 */

import { classify, DASH, generalLeads, guillemetLeads, inRange, SPECIALS } from './classify';
import { compact } from './compact';
import { cyrillicBytes, cyrillicLeads, foldCyrillic } from './fold-cyrillic';
import { NONE, POINT, SPACE, work, writeNumberGap } from './key-in-work';

/** A block's lanes. */
const ALL: u32 = 0xffff;
/** Those where a character of three bytes stands in the block as a whole. */
const WHOLE: u32 = 0x3fff;
/** From here on a byte may need another look only because the block ends. */
const NEARLY_ALL: u32 = 14;

/** Takes what it can of the line, which may be nothing. */
export function foldBlocks(): void {
  const begin = work.at;
  let at = begin;
  let to = work.to;
  // A blank is written where it is met, and taken back at the end, as the gap that it is.
  let blank: u32 = work.gap != NONE ? 1 : 0;
  if (work.gap >= POINT && isFigure(load<u8>(at))) {
    to = writeNumberGap(to, work.gap);
    blank = 0;
  }
  if (blank == 0) lookBehind(load<u8>(to - 1), load<u8>(at));
  // Of the byte in front of a block: whether a mark behind it may go on a link, and whether it begins a letter.
  let behindW: u32 = load<u8>(to - 1) == 0x77 ? 1 : 0;
  let behindLead: u32 = 0;
  let letters: u32 = 0;
  store<u8>(to, 0x20);
  to += blank;
  for (;;) {
    const v = v128.load(at);
    const classes = classify(v);
    const lower = v128.or(v, i8x16.splat(0x20));
    const letterLanes = i8x16.gt_s(classes, i8x16.splat(SPECIALS));
    let folded = v128.and(lower, v128.or(letterLanes, i8x16.splat(0x20)));
    const high: u32 = i8x16.bitmask(v);
    const words: u32 = i8x16.bitmask(letterLanes);
    const marks: u32 = i8x16.bitmask(classes);
    const aboveDash: u32 = i8x16.bitmask(i8x16.gt_s(classes, i8x16.splat(DASH)));
    const dashes = <u32>i8x16.bitmask(i8x16.gt_s(classes, i8x16.splat(0))) & ~aboveDash;
    let afterW = ((<u32>i8x16.bitmask(i8x16.eq(lower, i8x16.splat(0x77)))) << 1) | behindW;
    let blanks = ~(aboveDash | high) & ALL;
    const after = v128.load(at, 1);
    // What ends a line is no blank, but does as one.
    let beforeBlank = (blanks >> 1) | <u32>i8x16.bitmask(i8x16.le_u(after, i8x16.splat(0x20)));
    let afterBlank = (blanks << 1) | blank;
    let stops = aboveDash & ~words;
    let firsts = words;
    let kept = words;
    let lasts: u32 = 0;
    if (high != 0) {
      const before = v128.load(at - 1);
      const leads: u32 = i8x16.bitmask(cyrillicLeads(v, after));
      lasts = ((leads << 1) & ALL) | behindLead;
      let known = leads | lasts;
      behindLead = leads >> 15;
      if (known != 0) {
        work.hasCyrillic = true;
        // What else begins a character is a blank, if it is taken.
        folded = v128.bitselect(foldCyrillic(v, before, after), folded, cyrillicBytes(v));
        firsts |= leads;
        kept |= known;
        const word = words | (isWord(load<u8>(at, 16)) << 16);
        const behindWord = isWord(load<u8>(at - 1)) & ~blank;
        if ((((words << 1) | behindWord) & leads) != 0 || ((known << 1) & ~known & word) != 0)
          work.mayMix = true;
      }
      if ((high & ~known) != 0) {
        const general = <u32>i8x16.bitmask(generalLeads(v, after)) & WHOLE;
        const third = v128.load(at, 2);
        const guillemets = <u32>i8x16.bitmask(guillemetLeads(v, after)) & (ALL >> 1);
        const longDashes = general & inRange(third, 0x90, 0x95);
        const quotes = general & inRange(third, 0x96, 0xa3);
        const ellipses = general & inRange(third, 0xa6, 0xa6);
        const dropLeads = general & inRange(third, 0x8b, 0x8f);
        const blankLeads = longDashes | quotes | ellipses;
        const dropped = dropLeads * 7;
        const blankBytes = blankLeads * 7 + guillemets * 3;
        lasts |= (dropLeads | blankLeads) * 6 + guillemets * 2;
        known |= dropped | blankBytes;
        blanks |= blankBytes;
        beforeBlank |= (blanks >> 1) | ((dropLeads >> 1) & (blanks >> 4));
        // A blank is seen through what is dropped behind it: a sum runs over into the byte behind.
        const begun = (blanks << 1) | blank;
        afterBlank = begun | (((begun & dropped) + dropped) ^ dropped);
        // What else is seen through it is not known.
        afterW |= dropped << 1;
        if (((dropped << 1) & ~dropped & ~afterBlank) != 0) work.mayMix = true;
        stops |= longDashes & afterBlank & ~(beforeBlank >> 2);
        stops |= ellipses & ~afterBlank & (~(beforeBlank >> 2) | afterW);
      }
      stops |= high & ~known;
    }
    stops |= marks & ~afterBlank & (~beforeBlank | afterW);
    stops |= dashes & afterBlank & ~beforeBlank;
    // All lanes before the first stop; all of them where there is none.
    const taken = ((stops & (0 - stops)) - 1) & ALL;
    if (high != 0) work.rest += popcnt<u32>(lasts & taken);
    letters += popcnt<u32>(firsts & taken);
    to = compact(folded, (kept | (blanks & ~afterBlank)) & taken, to);
    if (stops == 0) {
      blank = (afterBlank >> 16) & 1;
      behindW = afterW >> 16;
      at += 16;
      continue;
    }
    const count: u32 = ctz(stops);
    blank = (afterBlank >> count) & 1;
    behindW = (afterW >> count) & 1;
    behindLead = 0;
    at += count;
    if (count < NEARLY_ALL) break;
  }
  if (at == begin) return;
  work.at = at;
  work.to = to - blank;
  work.gap = blank != 0 ? SPACE : NONE;
  work.letters += letters;
  work.isEdge = false;
  work.last = 0;
}

/** Whether Cyrillic may touch something else where the key goes on from `last` with `next`. */
function lookBehind(last: u32, next: u32): void {
  const isMixed = (next & 0xfe) == 0xd0 ? last < 0x80 || work.isEdge : isWord(next) != 0 && last >= 0x80;
  if (isMixed) work.mayMix = true;
}

/** 1 for a letter or figure of ASCII, or nearly one. */
function isWord(byte: u32): u32 {
  return byte - 0x30 < 0x50 ? 1 : 0;
}

function isFigure(byte: u32): bool {
  return byte - 0x30 < 10;
}
