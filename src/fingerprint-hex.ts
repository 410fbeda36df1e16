/** A fingerprint as people and files see it: 16 lower-case hex digits. */
export function fingerprintHex(low: number, high: number): string {
  return (high >>> 0).toString(16).padStart(8, '0') + (low >>> 0).toString(16).padStart(8, '0');
}
