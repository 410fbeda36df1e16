/** Tells on which line a place of a dump is, while its bytes go by; looks at each byte once. */

/** Counts line ends; places must not go back. */
export interface LineCounter {
  /** 1-based, of the place last counted to. */
  readonly line: number;
  /** Where in the dump that line begins. */
  readonly lineStart: number;
  /** A buffer whose first byte stands at `base` of the dump. */
  begin(bytes: Uint8Array, base: number): void;
  /** Counts up to `end` in the buffer. */
  countTo(end: number): void;
}

const LF = 0x0a;
const NO_BYTES = new Uint8Array(0);

/** Begins at line 1. */
export function createLineCounter(start: number): LineCounter {
  let bytes: Uint8Array = NO_BYTES;
  let base = start;
  /** The next line end of the buffer: searched once, not again for each record of a long line. */
  let next = -1;
  let line = 1;
  let lineStart = start;
  return {
    get line() {
      return line;
    },
    get lineStart() {
      return lineStart;
    },
    begin(buffer, at) {
      bytes = buffer;
      base = at;
      next = bytes.indexOf(LF);
    },
    countTo(end) {
      while (next >= 0 && next < end) {
        line += 1;
        lineStart = base + next + 1;
        next = bytes.indexOf(LF, next + 1);
      }
    },
  };
}
