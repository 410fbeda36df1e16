/** Compares the keys of texts at the top of the ladder, word by word. */

import { compareWords, type PlaceInBoth, type WordFolder } from './compare-words.js';
import { createKeyLine, type KeyLine } from './key-line.js';
import { makeExactly } from './make-exactly.js';
import { once } from './once.js';
import { scanLine } from './scan-line.js';

/** Folds to the top, and remembers whether all was plain: surely no link and no word of mixed scripts was folded. */
class TopFolder implements WordFolder {
  isPlain = true;
  key: Uint8Array = new Uint8Array(0);
  readonly #line: KeyLine = createKeyLine();

  make(bytes: Uint8Array, from: number, end: number): number {
    const line = this.#line;
    if (scanLine(line, bytes, from, end)) this.isPlain &&= line.plain;
    else {
      makeExactly(line, bytes, from, end);
      this.isPlain = false;
    }
    // The line writes a space before its key.
    if (line.buffer.length !== this.key.length + 1) this.key = line.buffer.subarray(1);
    return line.length > 0 ? line.length - 1 : 0;
  }
}

const topFolder = once(() => new TopFolder());

/** Whether the keys at the top are equal `from` a word on; `plain` when that is so already at the rung `typography`. */
export function sameAtTop(
  model: Uint8Array,
  copy: Uint8Array,
  from: PlaceInBoth,
): 'different' | 'equal' | 'plain' {
  const folder = topFolder();
  folder.isPlain = true;
  const until = { at: model.length, copyAt: copy.length };
  if (compareWords(model, copy, { folder, from, until }) === null) return 'different';
  return folder.isPlain ? 'plain' : 'equal';
}
