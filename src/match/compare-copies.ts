/** Compares the copies of one paragraph with its first text: each distinct text once, so that equal ones cost a look. */
import type { Rung } from '../model.js';

/** What comparing needs from other stages. */
export interface TextComparer {
  /** The lowest rung, `atLeast` or one above it, at which two texts in UTF-8 are equal, or null. */
  readonly lowestRungOfCopy: (model: Uint8Array, copy: Uint8Array, atLeast?: Rung) => Rung | null;
  /** The key of a text at the rung in force; it holds until the next is asked for. */
  readonly keyOf: (text: Uint8Array) => Uint8Array;
}

/** `rung` is null for a text that is another one even at the top; then `key` is its key. */
export type Likeness =
  | { readonly rung: Rung; readonly key: null }
  | { readonly rung: null; readonly key: string };

/** How far below `atLeast` the texts may be equal is not asked. */
export type CompareCopy = (copy: Uint8Array, atLeast: Rung) => Likeness;

/** So many distinct texts are remembered: a paragraph may have a million copies, all of them different. */
const REMEMBERED = 8;

const same: Likeness = { rung: 'exact', key: null };
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * Makes the comparison with the text in `model`, of which there are so many `copies`; of the other texts that may be needed
 * again it keeps copies.
 */
export function createCompareCopy(
  model: Uint8Array,
  { lowestRungOfCopy, keyOf }: TextComparer,
  copies: number,
): CompareCopy {
  let left = copies;
  const known: { bytes: Uint8Array; likeness: Likeness }[] = [];
  const compare = (copy: Uint8Array, atLeast: Rung): Likeness => {
    const rung = lowestRungOfCopy(model, copy, atLeast);
    return rung === null ? { rung, key: decoder.decode(keyOf(copy)) } : { rung, key: null };
  };
  return (copy, atLeast) => {
    left -= 1;
    if (sameBytes(model, copy)) return same;
    for (const { bytes, likeness } of known) if (sameBytes(bytes, copy)) return likeness;
    const likeness = compare(copy, atLeast);
    if (left > 0 && known.length < REMEMBERED) known.push({ bytes: Buffer.from(copy), likeness });
    return likeness;
  };
}

/** Whether two texts are the same byte for byte. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && Buffer.compare(a, b) === 0;
}
