/** Fingerprints as the engine wants them: 64 bits in one number. */

/** Joins the halves of each row, by way of memory: to shift them would make four more numbers of each. */
export function createFingerprints(
  low: (row: number) => number,
  high: (row: number) => number,
): (row: number) => bigint {
  const whole = new DataView(new ArrayBuffer(8));
  return (row) => {
    whole.setUint32(0, high(row));
    whole.setUint32(4, low(row));
    return whole.getBigUint64(0);
  };
}
