/** The line in work on the fast path: its key, and the counts that go with it. Reused, never made anew. */

import { type CharacterActions, createCharacterActions } from './character-actions.js';

export interface KeyLine {
  readonly actions: CharacterActions;
  /**
   * The key, with one space before it: so every word can be written with a space before it, and the first word stands
   * after a space as all others do.
   */
  buffer: Uint8Array;
  /** Bytes of the buffer in use: 0, or one more than the key's. */
  length: number;
  /** Bytes in use that begin no letter or number. */
  otherBytes: number;
  /** Letters of the key that are of a script written without spaces. */
  denseLetters: number;
  /** Bytes of the line that begin no character. */
  restBytes: number;
  /** Bytes of the line that are not valid UTF-8. */
  invalidBytes: number;
  /** Surely no link and no word of mixed scripts was folded. */
  plain: boolean;
}

export function createKeyLine(): KeyLine {
  return {
    actions: createCharacterActions(),
    buffer: new Uint8Array(1024),
    length: 0,
    otherBytes: 0,
    denseLetters: 0,
    restBytes: 0,
    invalidBytes: 0,
    plain: true,
  };
}

/** Makes the buffer hold at least `size` bytes; what stands in it is kept. */
export function reserve(line: KeyLine, size: number): Uint8Array {
  if (line.buffer.length >= size) return line.buffer;
  const larger = new Uint8Array(Math.max(size, 2 * line.buffer.length));
  larger.set(line.buffer);
  line.buffer = larger;
  return larger;
}
