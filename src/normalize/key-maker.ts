/**
 * Makes the top-rung keys of lines, bytes to bytes: `normalizeText(line, 'homoglyphs')` in UTF-8, byte for byte, but
 * some ten times as fast. It reuses its buffers; one thread, one maker.
 */

import { createKeyLine } from './key-line.js';
import { isVisible, makeExactly } from './make-exactly.js';
import { scanLine } from './scan-line.js';

/** What is told holds for the line last made, until the next `make`. */
export interface KeyMaker {
  /**
   * Makes the key of `bytes[start, end)`: one line, meant to be UTF-8. Returns the key's length in bytes; the key is
   * `key.subarray(0, length)`.
   */
  make(bytes: Uint8Array, start: number, end: number): number;
  /** May be another array after a `make`. */
  readonly key: Uint8Array;
  /** Code points of the line as written; an invalid sequence counts as what a decoder shows for it. */
  readonly characters: number;
  /** Letters and digits of the key, without `denseLetters`. */
  readonly letters: number;
  /** Letters of the key that are of scripts written without spaces. */
  readonly denseLetters: number;
  /** Bytes of the line that are not valid UTF-8. */
  readonly invalidBytes: number;
  /** False when the line holds nothing but white space, invisible characters and braille blanks. */
  readonly visible: boolean;
}

export function createKeyMaker(): KeyMaker {
  const line = createKeyLine();
  let key = line.buffer.subarray(1);
  let characters = 0;
  let visible = false;
  return {
    make(bytes, start, end) {
      if (!scanLine(line, bytes, start, end)) makeExactly(line, bytes, start, end);
      if (line.buffer.length !== key.length + 1) key = line.buffer.subarray(1);
      characters = end - start - line.restBytes;
      visible = line.length > 0 || isVisible(bytes, start, end);
      return line.length > 0 ? line.length - 1 : 0;
    },
    get key() {
      return key;
    },
    get characters() {
      return characters;
    },
    get letters() {
      return line.length - line.otherBytes - line.denseLetters;
    },
    get denseLetters() {
      return line.denseLetters;
    },
    get invalidBytes() {
      return line.invalidBytes;
    },
    get visible() {
      return visible;
    },
  };
}
