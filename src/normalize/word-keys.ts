/** Keys of words, one behind the other, as they stand in the key of their text. */

const SPACE = 0x20;

/** A key that is made word by word. It reuses its buffer. */
export class WordKeys {
  length = 0;
  #bytes = new Uint8Array(1024);
  /** So many bytes have been compared. */
  #compared = 0;

  clear(): void {
    this.length = 0;
    this.#compared = 0;
  }

  /** Adds the key of a word: the first `length` bytes of `key`. */
  add({ key }: { readonly key: Uint8Array }, length: number): void {
    if (length === 0) return;
    this.#reserve(this.length + length + 1);
    if (this.length > 0) this.#bytes[this.length++] = SPACE;
    // By hand, as most words are short.
    for (let at = 0; at < length; at++) this.#bytes[this.length++] = key[at] ?? 0;
  }

  /** Whether one begins with the other; that what was compared before is equal is known. */
  goOnLike(other: WordKeys): boolean {
    const end = Math.min(this.length, other.length);
    let at = this.#compared;
    while (at < end && this.#bytes[at] === other.#bytes[at]) at += 1;
    this.#compared = at;
    return at === end;
  }

  #reserve(size: number): void {
    if (this.#bytes.length >= size) return;
    const larger = new Uint8Array(2 * size);
    larger.set(this.#bytes);
    this.#bytes = larger;
  }
}
