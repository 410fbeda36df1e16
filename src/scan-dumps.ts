/** Wires reading and scanning: dumps on disk → the line table, with everything needed to read spans again. */
import { createLineMeter } from './fingerprint/create-line-meter.js';
import { type Hasher, loadHasher } from './fingerprint/load-hasher.js';
import type { LineTable } from './model.js';
import { createKeyMaker } from './normalize/key-maker.js';
import type { DumpPath } from './read/find-dumps.js';
import { type Reading, readDumps } from './read/read-dumps.js';
import { createCueReader, type UserCues } from './split/cues/read-cue.js';
import { createLineTable } from './split/line-table.js';
import { createLineScanner } from './split/scan-lines.js';

/** What to look for while scanning, and whom to tell how far it is. */
export interface ScanOptions {
  readonly userCues: UserCues;
  readonly onBytes: (count: number) => void;
  /** Bytes to come, when known. */
  readonly expectedBytes: number | null;
}

/** Scanned dumps; close `reading` when the report is written. */
export interface ScannedDumps {
  readonly lines: LineTable;
  readonly reading: Reading;
  readonly hasher: Hasher;
}

/** Shorter lines than these on average are rare; rows reserved and never touched cost no memory. */
const SHORT_LINE = 64;
const FEWEST_ROWS = 1 << 12;

/** Reads and scans `dumps` in their order. */
export async function scanDumps(dumps: readonly DumpPath[], options: ScanOptions): Promise<ScannedDumps> {
  const hasher = await loadHasher();
  const table = createLineTable(FEWEST_ROWS + Math.ceil((options.expectedBytes ?? 0) / SHORT_LINE));
  const tools = {
    table,
    meter: createLineMeter(createKeyMaker(), hasher),
    cues: createCueReader(options.userCues),
  };
  const reading = await readDumps(dumps, {
    scanner: (textStart) => createLineScanner(tools, textStart),
    rows: () => table.rows,
    hash: () => hasher.stream(),
    onBytes: options.onBytes,
  });
  return { lines: table.finish(), reading, hasher };
}
