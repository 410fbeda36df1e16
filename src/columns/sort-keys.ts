/**
 * Sorts numbers stably by their bits, eleven at a time (LSD radix sort: Knuth, TAOCP 3, 5.2.5): no comparison is called, and
 * of digits that all keys share, as whole numbers share most, nothing is moved.
 */

const DIGIT_BITS = 11;
const DIGITS = Math.ceil(32 / DIGIT_BITS);

/** Numbers that sorting works with, by key. */
export const SORTED_IN = 4;

/**
 * The places `[0, count)` of `keys`, none of which is NaN, the lowest key first; of equal keys in order of place. They stand
 * in `room`, of which {@link SORTED_IN} numbers a key are needed.
 */
export function sortKeys(
  keys: Float64Array,
  count: number,
  room: Uint32Array = new Uint32Array(SORTED_IN * count),
): Uint32Array {
  const part = (number: number) => room.subarray(number * count, (number + 1) * count);
  const halves = toHalves(keys, { low: part(0), high: part(1) });
  let order = part(2);
  let spare = part(3);
  for (let at = 0; at < count; at++) order[at] = at;
  for (const half of [halves.low, halves.high]) {
    for (let digit = 0; digit < DIGITS; digit++) {
      if (sortByDigit({ half, shift: digit * DIGIT_BITS }, order, spare)) [order, spare] = [spare, order];
    }
  }
  return order;
}

/** The bits of each key, turned so that they rise as keys do: all of a negative number, of others the sign. */
function toHalves(keys: Float64Array, halves: { low: Uint32Array; high: Uint32Array }): typeof halves {
  const { low, high } = halves;
  const view = new DataView(new ArrayBuffer(8));
  for (let at = 0; at < low.length; at++) {
    // Of both zeros one is made.
    view.setFloat64(0, (keys[at] ?? 0) + 0);
    const top = view.getUint32(0);
    const turned = top >>> 31 === 1;
    high[at] = turned ? ~top : top ^ 0x80000000;
    low[at] = turned ? ~view.getUint32(4) : view.getUint32(4);
  }
  return halves;
}

/** Writes `from`, sorted by one digit, to `to`; false, and nothing written, where all have the same. */
function sortByDigit(
  { half, shift }: { half: Uint32Array; shift: number },
  from: Uint32Array,
  to: Uint32Array,
): boolean {
  const mask = 2 ** DIGIT_BITS - 1;
  const places = new Uint32Array(mask + 1);
  for (let at = 0; at < half.length; at++) {
    const digit = ((half[at] ?? 0) >>> shift) & mask;
    places[digit] = (places[digit] ?? 0) + 1;
  }
  if (places[((half[0] ?? 0) >>> shift) & mask] === from.length) return false;
  let start = 0;
  places.forEach((size, digit) => {
    places[digit] = start;
    start += size;
  });
  for (let next = 0; next < from.length; next++) {
    const at = from[next] ?? 0;
    const digit = ((half[at] ?? 0) >>> shift) & mask;
    const place = places[digit] ?? 0;
    places[digit] = place + 1;
    to[place] = at;
  }
  return true;
}
