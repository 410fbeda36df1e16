/** What the stages are handed to work with, so that none of them touches the machine. */

/** Reads a span again; what only the machine can do, given to the stages that need it. */
export type ReadBytes = (dump: number, start: number, length: number) => Uint8Array;

/** Told of each span that will be read. */
export type WantSpan = (dump: number, start: number, length: number) => void;

/** Tells what will be read of an item; where that is too much, the rest is passed over. */
export type WantedBy<Item> = (item: Item, want: WantSpan) => void;

/** A part of a dump, in bytes. */
export interface Span {
  readonly dump: number;
  readonly start: number;
  readonly length: number;
}

/**
 * Gives `items` as they are, batch by batch, when the spans that are wanted for them have been read in one sweep:
 * {@link ReadBytes} has them at hand while they are walked. What it gives then holds for one item: the next batch may
 * be written over it.
 */
export type ReadAhead = <Item>(items: Iterable<Item>, wantedBy: WantedBy<Item>) => Iterable<Item>;

/** The bytes of the next span that was wanted for an item; null where they are not at hand. */
export type NextBytes = () => Uint8Array | null;

/** As {@link ReadAhead}, for who takes all spans of an item in the order in which they were wanted. */
export type ReadInTurn = <Item>(
  items: Iterable<Item>,
  wantedBy: WantedBy<Item>,
  take: (item: Item, next: NextBytes) => void,
) => void;

/** Normalizes and fingerprints one line: call `measure`, then read the columns of that line off the fields. */
export interface LineMeter {
  measure(bytes: Uint8Array, start: number, end: number): void;
  readonly low: number;
  readonly high: number;
  readonly characters: number;
  readonly weight: number;
  readonly head: number;
  /** False for a line of nothing but white space and invisible characters: such a line is blank. */
  readonly visible: boolean;
  readonly invalidBytes: number;
}

/** Makes the keys of lines, bytes to bytes; what is told holds for the line last made, until the next `make`. */
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

/** Scans pieces of text: see src/kernel. What it tells holds until the next call. */
export interface LineKernel {
  /** Where a piece is put. */
  readonly input: Uint8Array;
  /** Goes on behind line `line` of a dump and so many blank ones. */
  begin(line: number, blanks: number): void;
  /** Behind the last complete line of `input[from, end)`; `from` where there is none. */
  lastLineEnd(from: number, end: number): number;
  /**
   * Scans the lines of `input[from, limit)`, which are complete; the first byte of the input stands at `base` in its dump.
   * Returns where it stopped: there are no more, or no more room for rows, or the line there is left to the caller.
   */
  scan(from: number, limit: number, base: number): number;
  /** Lines with text that were scanned since `forget`; they fill the first rows of `columns`. */
  readonly rows: number;
  forget(): void;
  readonly lines: number;
  readonly gap: number;
  readonly invalidBytes: number;
  /** As in the {@link LineTable}; `mayBeCue` is 1 where a look for a cue is worth it. */
  readonly columns: {
    readonly start: Uint32Array;
    readonly bytes: Uint32Array;
    readonly line: Uint32Array;
    readonly low: Uint32Array;
    readonly high: Uint32Array;
    readonly characters: Uint32Array;
    readonly head: Uint32Array;
    readonly weight: Uint16Array;
    readonly gap: Uint8Array;
    readonly mayBeCue: Uint8Array;
  };
}
