/** The columns of lines as arrays that threads share: one thread fills them, another puts the rows in its table. */
import type { LineKernel } from '../model.js';

/** What a scan fills beside cues. */
export type ScannedColumns = Omit<LineKernel['columns'], 'mayBeCue'>;

/** Arrays of equal length; see LineTable for what they hold. */
export interface LineArrays extends ScannedColumns {
  readonly cue: Uint8Array;
}

/** Makes arrays for so many rows. */
export function createLineArrays(rows: number): LineArrays {
  const bytes = () => new Uint8Array(new SharedArrayBuffer(rows));
  const words = () => new Uint32Array(new SharedArrayBuffer(4 * rows));
  return {
    start: words(),
    bytes: words(),
    line: words(),
    gap: bytes(),
    cue: bytes(),
    low: words(),
    high: words(),
    characters: words(),
    weight: new Uint16Array(new SharedArrayBuffer(2 * rows)),
    head: words(),
  };
}
