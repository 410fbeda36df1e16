/** Finds the ids that somebody has named among millions of fingerprints. */
import { fingerprintHex } from '../model/fingerprint-hex.js';

/**
 * Makes what gives the id that a fingerprint is, null where it is none of `ids`. Numbers are looked up first: to write all
 * fingerprints as texts would take longer than to scan the dump.
 */
export function createIdFinder(ids: Iterable<string>): (low: number, high: number) => string | null {
  const wanted = new Set(ids);
  const highs = new Set([...wanted].map((id) => Number.parseInt(id.slice(0, 8), 16)));
  return (low, high) => {
    const id = highs.has(high) ? fingerprintHex(low, high) : '';
    return wanted.has(id) ? id : null;
  };
}
