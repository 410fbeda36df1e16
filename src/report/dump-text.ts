/** Text of a dump that nobody may need as a string: who writes it on takes its bytes. */

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Lines of a dump, read when they are asked for; as a string one below the other. */
export class DumpText {
  /** How many lines. */
  readonly length: number;
  /** The bytes of a line, which hold until the next one is asked for. */
  readonly lineAt: (at: number) => Uint8Array;

  constructor(length: number, lineAt: (at: number) => Uint8Array) {
    this.length = length;
    this.lineAt = lineAt;
  }

  toString(): string {
    return Array.from({ length: this.length }, (_, at) => showLine(this.lineAt(at))).join('\n');
  }

  toJSON(): string {
    return this.toString();
  }
}

/** A line as written, without outer white space; invalid bytes as U+FFFD. */
export function showLine(bytes: Uint8Array): string {
  return decoder.decode(bytes).trim();
}
