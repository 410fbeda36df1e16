/** Numbers as JSON has them, digits straight into bytes: of most numbers of a report nothing else is made. */

const ZERO = 0x30;
const POINT = 0x2e;
/** Whole numbers are divided as numbers of 32 bits are, so those of more digits are written in two parts. */
const PART = 1e9;
/** Shares are rounded to so many parts. */
const PARTS = 1e6;

/** Bytes that {@link writeNumber} may write. */
export const LONGEST_NUMBER = 16;

/** Writes `value` from `at` on; returns where it ends, or -1 where it is neither a whole number, as are counted, nor a share. */
export function writeNumber(target: Uint8Array, at: number, value: number): number {
  if (value >= 0 && Number.isSafeInteger(value)) return writeWhole(target, at, value);
  const parts = Math.round(value * PARTS);
  // Two decimals of so few digits are never one number, so these are the digits that the language shows.
  return value > 0 && value < 1 && parts / PARTS === value ? writeShare(target, at, parts) : -1;
}

function writeWhole(target: Uint8Array, at: number, value: number): number {
  if (value >= PART) {
    const rest = value % PART;
    const end = writeWhole(target, at, (value - rest) / PART) + 9;
    writeDigits(target, end - 9, end, rest);
    return end;
  }
  let end = at + 1;
  for (let bound = 10; value >= bound; bound *= 10) end += 1;
  writeDigits(target, at, end, value);
  return end;
}

function writeShare(target: Uint8Array, at: number, parts: number): number {
  target[at] = ZERO;
  target[at + 1] = POINT;
  let end = at + 8;
  writeDigits(target, at + 2, end, parts);
  while (target[end - 1] === ZERO) end -= 1;
  return end;
}

function writeDigits(target: Uint8Array, from: number, end: number, value: number): void {
  let rest = value;
  for (let at = end - 1; at >= from; at--) {
    const tenth = (rest / 10) | 0;
    target[at] = ZERO + rest - 10 * tenth;
    rest = tenth;
  }
}
