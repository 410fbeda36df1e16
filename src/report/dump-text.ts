/** Text of a dump that nobody may need as a string: who writes it on takes its bytes. */

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Lines of a dump, read when they are asked for; as a string one below the other. */
export class DumpText {
  readonly #read: () => Iterator<Uint8Array>;

  constructor(read: () => Iterator<Uint8Array>) {
    this.#read = read;
  }

  /** The bytes of each line, which hold until the next one is asked for. */
  [Symbol.iterator](): Iterator<Uint8Array> {
    return this.#read();
  }

  toString(): string {
    return Array.from(this, showLine).join('\n');
  }

  toJSON(): string {
    return this.toString();
  }
}

/** A line as written, without outer white space; invalid bytes as U+FFFD. */
export function showLine(bytes: Uint8Array): string {
  return decoder.decode(bytes).trim();
}
