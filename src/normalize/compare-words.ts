/**
 * Compares texts word by word: at every rung words are folded one by one, a word being what stands between spaces, so
 * those that both texts have need not be folded, and texts are equal when the keys of the others are, one behind the other.
 */

import { behindWord, equalWords } from './equal-bytes.js';
import { WordKeys } from './word-keys.js';

/** Makes the key of `bytes[from, end)`, which holds until the next call: the first bytes of `key`, so many as it returns. */
export interface WordFolder {
  make(bytes: Uint8Array, from: number, end: number): number;
  readonly key: Uint8Array;
}

/** A place in both texts. */
export interface PlaceInBoth {
  readonly at: number;
  readonly copyAt: number;
}

const modelKeys = new WordKeys();
const copyKeys = new WordKeys();

/**
 * Compares from where a word begins in both on; the place behind the words that are equal, which is at or behind `until`
 * in both texts, null where the texts differ.
 */
export function compareWords(
  model: Uint8Array,
  copy: Uint8Array,
  { folder, from, until }: { folder: WordFolder; from: PlaceInBoth; until: PlaceInBoth },
): PlaceInBoth | null {
  let { at, copyAt } = from;
  for (;;) {
    const equal = equalWords(model, at, copy, copyAt);
    at += equal;
    copyAt += equal;
    if (at >= until.at && copyAt >= until.copyAt) return { at, copyAt };
    modelKeys.clear();
    copyKeys.clear();
    do {
      // The text that is behind goes on.
      if (copyAt === copy.length || (at < model.length && modelKeys.length <= copyKeys.length)) {
        if (at === model.length) return null;
        const end = behindWord(model, at);
        modelKeys.add(folder, folder.make(model, at, end));
        at = end;
      } else {
        const end = behindWord(copy, copyAt);
        copyKeys.add(folder, folder.make(copy, copyAt, end));
        copyAt = end;
      }
      if (!modelKeys.goOnLike(copyKeys)) return null;
    } while (modelKeys.length !== copyKeys.length);
  }
}
