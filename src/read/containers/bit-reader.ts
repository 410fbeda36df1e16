/** Bits of a source, the highest of each byte first, read without waiting once enough bytes have been loaded. */
import type { Bytes } from '../bytes.js';

/** Reads numbers of up to 24 bits. */
export class BitReader {
  readonly #source: Bytes;
  #bytes = new Uint8Array(0);
  #end = 0;
  #at = 0;
  #held = 0;
  #count = 0;
  #ended = false;

  constructor(source: Bytes) {
    this.#source = source;
  }

  /** Makes `length` bytes ready to be read, or all there are. */
  async load(length: number): Promise<void> {
    if (this.#ended || this.#end - this.#at >= length) return;
    if (this.#bytes.length < length * 2) {
      const larger = new Uint8Array(length * 2);
      larger.set(this.#bytes.subarray(this.#at, this.#end));
      this.#bytes = larger;
    } else {
      this.#bytes.copyWithin(0, this.#at, this.#end);
    }
    this.#end -= this.#at;
    this.#at = 0;
    while (this.#end < this.#bytes.length && !this.#ended) {
      const count = await this.#source.read(this.#bytes, this.#end);
      this.#end += count;
      this.#ended = count === 0;
    }
  }

  /** Nothing is left, but for the bits that fill the last byte. */
  get atEnd(): boolean {
    return (this.#end - this.#at) * 8 + this.#count < 8;
  }

  /** The next `count` bits; throws where the source ends before them. */
  take(count: number): number {
    const bits = this.peek(count);
    this.skip(count);
    return bits;
  }

  /** The next `count` bits, which stay; behind the end there are zeros. */
  peek(count: number): number {
    while (this.#count < count) {
      this.#held = (this.#held << 8) | (this.#bytes[this.#at] ?? 0);
      // Behind the end the place moves on: `skip` sees that bits were taken that are not there.
      this.#at += 1;
      this.#count += 8;
    }
    return (this.#held >>> (this.#count - count)) & ((1 << count) - 1);
  }

  /** Passes over bits that have been peeked at. */
  skip(count: number): void {
    this.#count -= count;
    if (this.#at - (this.#count >> 3) > this.#end) throw new Error('unexpected end of file');
  }

  /** Passes over the bits that fill the last byte. */
  align(): void {
    this.#count -= this.#count & 7;
  }
}
