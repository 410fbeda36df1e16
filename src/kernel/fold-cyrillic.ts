/** Cyrillic letters of two bytes, 16 bytes at a time: U+0400 to U+045F, as `cyrillicTable` folds them. */

const D0: i8 = -48;
const D1: i8 = -47;
/** The second byte of ё. */
const YO: i8 = -111;

/** Lanes that begin such a letter; `after` is each lane's next byte. Leads of U+0460 and on are folded one by one. */
export function cyrillicLeads(v: v128, after: v128): v128 {
  // A second byte is below C0; behind D1, below A0.
  const bound = i8x16.sub(i8x16.splat(-64), v128.and(i8x16.eq(v, i8x16.splat(D1)), i8x16.splat(32)));
  return v128.and(mayLead(v), i8x16.lt_s(after, bound));
}

/** Lanes that may be part of one. */
export function cyrillicBytes(v: v128): v128 {
  return v128.or(mayLead(v), i8x16.lt_s(v, i8x16.splat(-64)));
}

/**
 * Both bytes of each letter made small, and ё made е; `before` is each lane's byte before, `after` its next. Other lanes
 * hold nothing of use.
 */
export function foldCyrillic(v: v128, before: v128, after: v128): v128 {
  const isD0 = i8x16.eq(v, i8x16.splat(D0));
  const last = i8x16.add(v, v128.and(lastStep(v), i8x16.eq(before, i8x16.splat(D0))));
  const next = i8x16.add(after, v128.and(lastStep(after), isD0));
  const small = i8x16.add(last, v128.and(leadStep(after), isD0));
  // ё is D1 91, and е is D0 B5. A lane of a mask is -1 where it holds.
  const e = v128.and(i8x16.eq(last, i8x16.splat(YO)), i8x16.splat(0x24));
  return i8x16.add(i8x16.add(small, e), v128.and(i8x16.eq(next, i8x16.splat(YO)), mayLead(v)));
}

/**
 * What is added to a second byte behind D0, by its upper half: U+0410 is D0 90 and U+0430 is D0 B0, but U+0420 is D0 A0
 * and U+0440 is D1 80, and U+0400 is D0 80 and U+0450 is D1 90.
 */
function lastStep(last: v128): v128 {
  return v128.swizzle(i8x16(0, 0, 0, 0, 0, 0, 0, 0, 0x10, 0x20, -0x20, 0, 0, 0, 0, 0), upper(last));
}

/** And to the D0. */
function leadStep(last: v128): v128 {
  return v128.swizzle(i8x16(0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 0), upper(last));
}

function mayLead(v: v128): v128 {
  return i8x16.eq(v128.and(v, i8x16.splat(-2)), i8x16.splat(D0));
}

/** The upper half of each lane. */
function upper(v: v128): v128 {
  return v128.and(i16x8.shr_u(v, 4), i8x16.splat(0x0f));
}
