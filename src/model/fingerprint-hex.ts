/** A fingerprint as people and files see it: 16 lower-case hex digits. */
export function fingerprintHex(low: number, high: number): string {
  return hexOf(high) + hexOf(low);
}

function hexOf(half: number): string {
  return String.fromCharCode(
    digitOf(half >>> 28),
    digitOf(half >>> 24),
    digitOf(half >>> 20),
    digitOf(half >>> 16),
    digitOf(half >>> 12),
    digitOf(half >>> 8),
    digitOf(half >>> 4),
    digitOf(half),
  );
}

function digitOf(bits: number): number {
  const value = bits & 15;
  return value < 10 ? 0x30 + value : 0x57 + value;
}
