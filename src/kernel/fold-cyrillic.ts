/** Cyrillic letters of two bytes, 16 bytes at a time: U+0400 to U+045F, as `cyrillicTable` folds them. */

const D0: i8 = -48;
const D1: i8 = -47;

/** Lanes that begin such a letter; `after` is each lane's next byte. Leads of U+0460 and on are folded one by one. */
export function cyrillicLeads(v: v128, after: v128): v128 {
  const isLead = i8x16.eq(v128.and(v, i8x16.splat(-2)), i8x16.splat(D0));
  // A second byte is below C0; behind D1, below A0.
  const bound = i8x16.sub(i8x16.splat(-64), v128.and(i8x16.eq(v, i8x16.splat(D1)), i8x16.splat(32)));
  return v128.and(isLead, i8x16.lt_s(after, bound));
}

/**
 * Both bytes of each letter made small, and ё made е; `before` is each lane's byte before, `after` its next. Other lanes
 * hold nothing of use.
 */
export function foldCyrillic(v: v128, before: v128, after: v128): v128 {
  // U+0410 is D0 90 and U+0430 is D0 B0, but U+0420 is D0 A0 and U+0440 is D1 80: what is added to a second byte
  // depends on its upper half, and the lead grows where the sum runs over.
  const added = i8x16(0, 0, 0, 0, 0, 0, 0, 0, 0x10, 0x20, -0x20, 0, 0, 0, 0, 0);
  const grown = i8x16(0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 0);
  const notAfterD0 = i8x16.ne(before, i8x16.splat(D0));
  const notD0 = i8x16.ne(v, i8x16.splat(D0));
  const last = v128.swizzle(added, v128.or(upper(v), notAfterD0));
  const lead = v128.swizzle(grown, v128.or(upper(after), notD0));
  const small = i8x16.add(i8x16.add(v, last), lead);
  return foldYo(small, v, before, after);
}

/** Ё is D0 81 and ё is D1 91; both become D0 B5. */
function foldYo(small: v128, v: v128, before: v128, after: v128): v128 {
  const yo = v128.or(isYo(before, v), isYo(v, after));
  const isLast = i8x16.lt_s(v, i8x16.splat(-64));
  const e = v128.bitselect(i8x16.splat(-75), i8x16.splat(D0), isLast);
  return v128.bitselect(e, small, yo);
}

function isYo(lead: v128, last: v128): v128 {
  const large = v128.and(i8x16.eq(lead, i8x16.splat(D0)), i8x16.eq(last, i8x16.splat(-127)));
  const smallYo = v128.and(i8x16.eq(lead, i8x16.splat(D1)), i8x16.eq(last, i8x16.splat(-111)));
  return v128.or(large, smallYo);
}

/** The upper half of each lane. */
function upper(v: v128): v128 {
  return v128.and(i16x8.shr_u(v, 4), i8x16.splat(0x0f));
}
