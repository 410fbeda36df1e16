/** The order of names that people expect: `messages.html`, `messages2.html`, `messages10.html`. */

const DIGITS = /([0-9]+)/;

/**
 * Compares by code unit, runs of digits by their number; names that differ only in leading zeros by code unit. Total,
 * and the same on every machine: no locale takes part.
 */
export function compareNaturally(a: string, b: string): number {
  // Splitting by a group leaves text at even places and runs of digits at odd ones.
  const left = a.split(DIGITS);
  const right = b.split(DIGITS);
  const shared = Math.min(left.length, right.length);
  for (let at = 0; at < shared; at += 1) {
    const order =
      at % 2 === 0
        ? compareUnits(textAt(left, at), textAt(right, at))
        : compareNumbers(left[at] ?? '', right[at] ?? '');
    if (order !== 0) return order;
  }
  return left.length - right.length || compareUnits(a, b);
}

/** A text that a number follows ends in a digit here: so `.html` comes before `2.html`, as it does by code unit. */
function textAt(parts: readonly string[], at: number): string {
  return `${parts[at] ?? ''}${at < parts.length - 1 ? '0' : ''}`;
}

/** Numbers may be longer than a `number` can hold: more digits are more, as many are compared one by one. */
function compareNumbers(a: string, b: string): number {
  const left = a.replace(/^0+/, '');
  const right = b.replace(/^0+/, '');
  return left.length - right.length || compareUnits(left, right);
}

function compareUnits(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
