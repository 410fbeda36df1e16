/** What stands in a block of 16 bytes, all of them at once. */

/** Classes of ASCII bytes, a bit each, in this order, so that a comparison tells those above from those below. */
export const DASH: i8 = 1;
export const SPECIALS: i8 = 2 | 4 | 8;

/**
 * The class of each ASCII byte: 1 a dash; 2, 4 or 8 what always needs a look of its own, and the end of the line; above
 * that letters and figures; -128 a mark that does before anything but a blank. Blanks, and all other bytes, have none.
 */
export function classify(v: v128): v128 {
  const byLow = i8x16(80, 112, 112, 112, 114, 114, 114, 112, 112, 114, -24, 32, -96, 45, -96, 34);
  const byHigh = i8x16(8, 0, -125, -112, 32, 68, 32, 68, 0, 0, 0, 0, 0, 0, 0, 0);
  return v128.and(
    v128.swizzle(byLow, v128.and(v, i8x16.splat(0x0f))),
    v128.swizzle(byHigh, v128.and(i16x8.shr_u(v, 4), i8x16.splat(0x0f))),
  );
}

/** Where a character of General Punctuation may begin: E2 80. */
export function generalLeads(v: v128, after: v128): v128 {
  return v128.and(i8x16.eq(v, i8x16.splat(-30)), i8x16.eq(after, i8x16.splat(-128)));
}

/** Where « and » begin, and the space that does not break. */
export function guillemetLeads(v: v128, after: v128): v128 {
  const isMark = i8x16.eq(v128.and(after, i8x16.splat(-17)), i8x16.splat(-85));
  return v128.and(i8x16.eq(v, i8x16.splat(-62)), v128.or(isMark, i8x16.eq(after, i8x16.splat(-96))));
}

/** A bit for each lane from `lowest` to `highest`. */
export function inRange(v: v128, lowest: u8, highest: u8): u32 {
  return i8x16.bitmask(i8x16.le_u(i8x16.sub(v, i8x16.splat(lowest)), i8x16.splat(highest - lowest)));
}
