/** Wires reading and scanning: dumps on disk → the tables, with everything needed to read spans again. */
import { createLineMeter } from './fingerprint/create-line-meter.js';
import { type Hasher, loadHasher } from './fingerprint/load-hasher.js';
import type { FieldNames } from './formats/format.js';
import type { LineTable, RecordTable } from './model.js';
import { createKeyMaker } from './normalize/key-maker.js';
import type { DumpPath } from './read/find-dumps.js';
import { type Reading, readDumps } from './read/read-dumps.js';
import { createFormatScanner } from './scan-format.js';
import { createScanKernel } from './scan-kernel.js';
import { createCueReader, type UserCues } from './split/cues/read-cue.js';
import { createLineTable } from './split/line-table.js';
import { createRecordTable } from './split/records/record-table.js';
import { createLineScanner } from './split/scan-lines.js';

/** What to look for while scanning, and whom to tell how far it is. */
export interface ScanOptions {
  readonly userCues: UserCues;
  /** The name of a record format or text shape, null: each dump's is detected. */
  readonly format: string | null;
  readonly fields: FieldNames;
  readonly onBytes: (count: number) => void;
  /** A label of the Encoding Standard for dumps without a byte order mark; each dump's is detected by default. */
  readonly encoding?: string | null;
  /** Bytes of one dump, decompressed, beyond which it is not read on; no bound by default. */
  readonly maxBytes?: number | null;
  /** Bytes to come, when known. */
  readonly expectedBytes: number | null;
}

/** Scanned dumps; close `reading` when the report is written. */
export interface ScannedDumps {
  readonly lines: LineTable;
  readonly records: RecordTable;
  readonly reading: Reading;
  readonly hasher: Hasher;
}

/** Shorter lines than these on average are rare; rows reserved and never touched cost no memory. */
const SHORT_LINE = 64;
const FEWEST_ROWS = 1 << 12;

/** Reads and scans `dumps` in their order. */
export async function scanDumps(dumps: readonly DumpPath[], options: ScanOptions): Promise<ScannedDumps> {
  const hasher = await loadHasher();
  const expectedRows = FEWEST_ROWS + Math.ceil((options.expectedBytes ?? 0) / SHORT_LINE);
  const table = createLineTable(expectedRows);
  const records = createRecordTable(hasher, expectedRows);
  const meter = createLineMeter(createKeyMaker(), hasher);
  const kernel = createScanKernel(meter, options.userCues);
  const tools = { table, meter, cues: createCueReader(options.userCues), kernel, records };
  const reading = await readDumps(dumps, {
    scanner: async (dump) =>
      (await createFormatScanner(tools, dump, options)) ?? createLineScanner(tools, dump.textStart),
    rows: () => table.rows,
    hash: () => hasher.stream(),
    onBytes: options.onBytes,
    encoding: options.encoding ?? null,
    maxBytes: options.maxBytes ?? null,
  });
  return { lines: table.finish(), records: records.finish(), reading, hasher };
}
