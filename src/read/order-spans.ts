/** Puts spans in order of place, digit by digit from the lowest on (Knuth, TAOCP 3, 5.2.5): nothing is compared. */

const DIGIT = 1 << 16;

/** What is ordered; a start may have 53 bits. */
export interface Places {
  readonly rows: number;
  readonly dump: Uint32Array;
  readonly start: Float64Array;
}

/** The rows by dump and start; those of one place in the order in which they stand. */
export function orderSpans({ rows, dump, start }: Places): Uint32Array {
  let order: Uint32Array = new Uint32Array(rows);
  for (let row = 0; row < rows; row++) order[row] = row;
  for (let digit = 0; digit < 4; digit++) order = orderByDigit(order, start, DIGIT ** digit);
  for (let digit = 0; digit < 2; digit++) order = orderByDigit(order, dump, DIGIT ** digit);
  return order;
}

function orderByDigit(order: Uint32Array, numbers: Uint32Array | Float64Array, unit: number): Uint32Array {
  // An array of so small numbers keeps the lowest digit of what is put into it.
  const digits = new Uint16Array(order.length);
  for (let at = 0; at < order.length; at++) digits[at] = (numbers[order[at] ?? 0] ?? 0) / unit;
  /** By digit, where the next row with it goes. */
  const places = new Uint32Array(DIGIT + 1);
  for (const digit of digits) places[digit + 1] = (places[digit + 1] ?? 0) + 1;
  // Mostly there is one dump, of less than 2^32 bytes.
  if (places[(digits[0] ?? 0) + 1] === order.length) return order;
  for (let digit = 1; digit <= DIGIT; digit++)
    places[digit] = (places[digit] ?? 0) + (places[digit - 1] ?? 0);
  const ordered = new Uint32Array(order.length);
  for (let at = 0; at < order.length; at++) {
    const digit = digits[at] ?? 0;
    const place = places[digit] ?? 0;
    places[digit] = place + 1;
    ordered[place] = order[at] ?? 0;
  }
  return ordered;
}
