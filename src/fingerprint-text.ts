/** The fingerprint of one text: normalized at the top rung, hashed. For many texts scan dumps instead. */
import { loadHasher } from './fingerprint/load-hasher.js';
import { fingerprintHex } from './model/fingerprint-hex.js';
import { normalizeText } from './normalize/normalize-text.js';

/** XXH64 (seed 0) of the UTF-8 bytes of `text`'s key, as 16 hex digits. */
export async function fingerprintText(text: string): Promise<string> {
  const hasher = await loadHasher();
  hasher.hash(new TextEncoder().encode(normalizeText(text, 'homoglyphs')));
  return fingerprintHex(hasher.low, hasher.high);
}
