/** The dumps that were read, and what is known of each. */

import type { RecordFacts } from './records.js';

/** What could not be read as it was asked for: a run that has one ends with 2. */
export interface Trouble {
  /** Of the dump. */
  readonly path: string;
  readonly reason: string;
}

/**
 * Why a dump is left out. `ignored`: as the user says. `hidden`: in a folder, by its name. `output`: what the run writes to.
 * `no-file`: a link, a pipe. `no-text`: a picture, a program, a document. `not-known`: it may hold posts, but nobody knows
 * where, as an archive in an archive or JSON without a known text. `broken`: it cannot be opened or unpacked.
 */
export type WhyLeftOut = 'ignored' | 'hidden' | 'output' | 'no-file' | 'no-text' | 'not-known' | 'broken';

/** What was learnt of a dump while its bytes went by. */
export interface DumpFacts {
  /** Read to be compared with, not to be reported: what repeats among such dumps alone is passed over. */
  readonly against: boolean;
  /** As shown to people and written in the report: relative to the working folder, forward slashes. */
  readonly path: string;
  readonly bytes: number;
  readonly lines: number;
  /** XXH64 of the (decompressed) bytes, 16 hex digits; empty where nobody asked for it. */
  readonly xxh64: string;
  /** The label of the Encoding Standard, as in `windows-1251`. */
  readonly encoding: string;
  /** How it is known: by a byte order mark, told by the user, detected, or because nothing spoke against it. */
  readonly encodingBy: 'default' | 'bom' | 'detected' | 'told';
  /** Sequences that are not valid in the encoding, and NUL bytes, which no text has. */
  readonly invalidBytes: number;
  /** Line numbers left out because they are longer than a line may be. */
  readonly oversizedLines: readonly number[];
  readonly firstRow: number;
  readonly endRow: number;
  /** Null for text, which has no records. */
  readonly records: RecordFacts | null;
}
