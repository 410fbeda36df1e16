/** Who scans the bytes of dumps: what reading asks of the rest of the program. */
import type { DumpFacts } from '../model.js';
import type { OpenFile } from './file-ranges.js';

/** Scans one dump; made anew for each. */
export interface DumpScanner {
  /** It keeps texts of its own for the second reading, so the dump's bytes need not be kept. */
  readonly keepsTexts: boolean;
  /** Scans a large file by itself, at any place of it; null where it cannot. */
  readonly scanFile: ScanFile | null;
  /** Where bytes are best read to, when there is such a place. */
  readonly room?: Uint8Array | null;
  push(bytes: Uint8Array, length: number): number;
  end(bytes: Uint8Array, length: number): ScannedFacts;
}

/** Scans a whole file. */
export type ScanFile = (file: OpenFile, watch: WatchFile) => Promise<ScannedFacts>;

/** Who watches while a file is scanned. */
export interface WatchFile {
  /** Gets all its bytes in order; null where nobody asks for them, as it takes to read some of them again. */
  readonly seen: ((bytes: Uint8Array) => void) | null;
  /** Told how many bytes more are scanned. */
  readonly onBytes: (count: number) => void;
}

/** What a scanner learns of its dump. */
export type ScannedFacts = Pick<DumpFacts, 'bytes' | 'lines' | 'invalidBytes' | 'oversizedLines' | 'records'>;

/** A dump that is open, for the scanner that it asks for. */
export interface DumpToScan {
  /** As shown to people. */
  readonly path: string;
  /** The file that holds it, as the system knows it. */
  readonly file: string;
  /** The first bytes of the text. */
  readonly head: Uint8Array;
  /** The first `size` bytes of it, or all. */
  lookFurther(size: number): Promise<Uint8Array>;
  /** Where the text begins: behind a byte order mark. */
  readonly textStart: number;
  /** Keeps bytes for the second reading, in place of the dump's own. */
  keep(bytes: Uint8Array): void;
}
