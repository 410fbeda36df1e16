/** Wires what verifying and wording blocks needs: the texts read again, the hash, the ladder. Each thread has its own. */

import type { Hasher } from './fingerprint/load-hasher.js';
import type { Verifier } from './match/verify-blocks.js';
import { fingerprintHex } from './model/fingerprint-hex.js';
import type { Analysis, Rung } from './model.js';
import { lowestRung, lowestRungOfCopy } from './normalize/lowest-rung.js';
import { createKeyOf } from './normalize/rung-keys.js';
import type { Reread } from './read/again/reread.js';
import type { BlockWords } from './report/describe/describe-block.js';
import { createLookup } from './report/describe/lookup.js';

/** Reads texts again. */
type Texts = Pick<Reread, 'read' | 'ahead' | 'inTurn'>;

/** What blocks are verified with at the rung in force. */
export function createVerifier({ read, inTurn }: Texts, rung: Rung): Verifier {
  return { read, inTurn, lowestRungOfCopy, keyOf: createKeyOf(rung) };
}

/** What blocks are worded with; `rung` is that of each block, as verified, `seenBlocks` what an index knows of it. */
export function createBlockWords(
  analysis: Analysis,
  {
    texts: { read, ahead },
    hasher,
    ...of
  }: { texts: Texts; hasher: Hasher } & Pick<BlockWords, 'rung' | 'seenBlocks'>,
): BlockWords {
  const hashHex = (bytes: Uint8Array) => {
    hasher.hash(bytes);
    return fingerprintHex(hasher.low, hasher.high);
  };
  return { lookup: createLookup(analysis, read), ahead, ...of, lowestRung, hashHex };
}
