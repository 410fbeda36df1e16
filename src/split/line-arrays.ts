/** The columns of lines as arrays that threads share: one thread fills them, another puts the rows in its table. */
import type { LineKernel } from '../model.js';

/** What a scan fills beside cues. */
export type ScannedColumns = Omit<LineKernel['columns'], 'mayBeCue'>;

/** Arrays of equal length; see LineTable for what they hold. */
export interface LineArrays extends ScannedColumns {
  readonly cue: Uint8Array;
}

/** Bytes of a row: seven words, half a word, and two bytes. */
const ROW_BYTES = 7 * 4 + 2 + 2 * 1;

/** Makes arrays for so many rows, in one piece of memory, as each is something more to send. */
export function createLineArrays(rows: number): LineArrays {
  const buffer = new SharedArrayBuffer(rows * ROW_BYTES);
  const word = (at: number) => new Uint32Array(buffer, at * 4 * rows, rows);
  return {
    start: word(0),
    bytes: word(1),
    line: word(2),
    low: word(3),
    high: word(4),
    characters: word(5),
    head: word(6),
    weight: new Uint16Array(buffer, 28 * rows, rows),
    gap: new Uint8Array(buffer, 30 * rows, rows),
    cue: new Uint8Array(buffer, 31 * rows, rows),
  };
}
