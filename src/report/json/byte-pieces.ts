/** Bytes that are gathered, and taken piece by piece. */
import { ownMemory, PIECE, type PieceMemory } from './piece-memory.js';

/** Write into `bytes` from `length` on, where room was asked for, and then set `length`. */
export class BytePieces {
  bytes: Buffer;
  length = 0;
  /** How many pieces were taken before this one. */
  piece = 0;
  readonly #memory: PieceMemory;

  /** Pieces are the caller's for as long as `memory` says. */
  constructor(memory = ownMemory) {
    this.#memory = memory;
    this.bytes = memory();
  }

  /** Whether it is time to take a piece. */
  get isFull(): boolean {
    return this.length >= PIECE;
  }

  /** What was gathered since. */
  take(): Buffer {
    const piece = this.bytes.subarray(0, this.length);
    this.bytes = this.#memory();
    this.length = 0;
    this.piece += 1;
    return piece;
  }

  /** Makes room for so many bytes. */
  reserve(count: number): void {
    if (this.length + count <= this.bytes.length) return;
    const larger = Buffer.allocUnsafeSlow(2 * this.bytes.length + count);
    larger.set(this.bytes.subarray(0, this.length));
    this.bytes = larger;
  }

  /** Adds a byte. */
  byte(byte: number): void {
    this.reserve(1);
    this.bytes[this.length++] = byte;
  }

  /** Adds bytes. */
  append(bytes: Uint8Array): void {
    this.reserve(bytes.length);
    this.bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  /** Writes up to `end` what stands `distance` bytes before, in the same piece. */
  repeat(end: number, distance: number): void {
    this.reserve(end - this.length);
    this.bytes.copyWithin(this.length, this.length - distance, end - distance);
    this.length = end;
  }

  /** Adds a text, from its unit `from` on; hardly any is not ASCII. */
  add(text: string, from = 0): void {
    this.reserve(3 * text.length);
    let at = this.length;
    for (let unit = from; unit < text.length; unit++) {
      const code = text.charCodeAt(unit);
      if (code > 0x7f) {
        this.length += this.bytes.write(text.slice(from), this.length);
        return;
      }
      this.bytes[at++] = code;
    }
    this.length = at;
  }
}
