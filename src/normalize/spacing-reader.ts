/** Reads a text as the ladder has it at the rung `spacing`, character by character, or says that only the ladder can. */

import { decodePoint } from './decode-point.js';
import { createSpacingActions, learnSpacing, spacingAction } from './spacing-actions.js';
import { staysAfter } from './stays-after.js';

/** What is read behind the last character. */
export const END = -1;
/** What is read where only the ladder itself knows how it goes on. */
export const UNCLEAR = -2;

const NONE = -3;
const SPACE = 0x20;
/** ASCII at the rung `spacing`: lower case, and a space for all that parts words. */
const ascii = Uint8Array.from({ length: 128 }, (_, code) => {
  if (code <= SPACE || code === 0x7f) return SPACE;
  return code >= 0x41 && code <= 0x5a ? code | 0x20 : code;
});
const nothing: readonly number[] = [];

/** Readers of one table of actions learn for one another. */
export class SpacingReader {
  /** Where it reads on. */
  at = 0;
  readonly #actions;
  #bytes: Uint8Array = new Uint8Array(0);
  /** Whether a space is to be read before the next character, and the character that stands behind one just read. */
  #gap = false;
  #held = NONE;
  /** The last character read, {@link NONE} before the first. */
  #last = NONE;
  /** The other characters that one stands for. */
  #rest = nothing;
  #restAt = 0;

  constructor(actions = createSpacingActions()) {
    this.#actions = actions;
  }

  /** Reads `bytes` from `at` on, as if nothing stood before it. */
  open(bytes: Uint8Array, at = 0): void {
    this.at = at;
    this.#bytes = bytes;
    this.#gap = false;
    this.#last = NONE;
    this.#hold(NONE, nothing);
  }

  /** Whether all that was read stands before `at`, and all else from there on. */
  get isLevel(): boolean {
    return this.#held === NONE && this.#restAt === this.#rest.length;
  }

  /** Whether a character that is neither white space nor joins the one before it stands at `at`. */
  isSolidAt(at: number): boolean {
    const byte = this.#bytes[at] ?? 0;
    if (byte < 0x80) return byte > SPACE && byte < 0x7f;
    const read = decodePoint(this.#bytes, at, this.#bytes.length);
    if (read < 0) return false;
    const action = this.#actionOf(read >> 3);
    return action === spacingAction.keep || action === spacingAction.fold || action === spacingAction.map;
  }

  /** Whether nothing that follows joins the character last read; it reads on until that is clear. */
  isSettled(): boolean {
    while (!this.isLevel || !this.isSolidAt(this.at)) {
      const point = this.next();
      if (point === UNCLEAR) return false;
      if (point === END || point === SPACE) return true;
    }
    return true;
  }

  /** The next code point of the key, {@link END} or {@link UNCLEAR}. */
  next(): number {
    if (this.#held !== NONE) {
      const held = this.#held;
      this.#held = NONE;
      return this.#tell(held);
    }
    if (this.#restAt < this.#rest.length) return this.#tell(this.#rest[this.#restAt++] ?? END);
    const bytes = this.#bytes;
    const end = bytes.length;
    while (this.at < end) {
      const byte = bytes[this.at] ?? 0;
      if (byte >= 0x80) {
        const point = this.#nextBeyondAscii();
        if (point !== NONE) return point;
        continue;
      }
      this.at += 1;
      const folded = ascii[byte] ?? 0;
      if (folded !== SPACE) return this.#tell(folded);
      this.#gap = this.#last !== NONE;
    }
    return END;
  }

  /** {@link NONE} for one that is not seen. */
  #nextBeyondAscii(): number {
    const read = decodePoint(this.#bytes, this.at, this.#bytes.length);
    if (read < 0) return UNCLEAR;
    const point = read >> 3;
    const action = this.#actionOf(point);
    if (action === spacingAction.exact) return UNCLEAR;
    if (action === spacingAction.mark && !this.#gap && this.#last !== NONE) {
      if (!staysAfter(this.#last, point)) return UNCLEAR;
    }
    this.at += read & 7;
    if (action === spacingAction.drop) return NONE;
    if (action === spacingAction.blank) {
      this.#gap = this.#last !== NONE;
      return NONE;
    }
    if (action === spacingAction.fold) return this.#tell(this.#actions.folded[point] ?? point);
    if (action !== spacingAction.map) return this.#tell(point);
    const [first = END, ...rest] = this.#actions.texts.get(point) ?? nothing;
    this.#hold(NONE, rest);
    return this.#tell(first);
  }

  #tell(point: number): number {
    if (this.#gap) {
      this.#gap = false;
      this.#held = point;
      return SPACE;
    }
    this.#last = point;
    return point;
  }

  #hold(held: number, rest: readonly number[]): void {
    this.#held = held;
    this.#rest = rest;
    this.#restAt = 0;
  }

  #actionOf(point: number): number {
    return this.#actions.table[point] || learnSpacing(this.#actions, point);
  }
}
