/** Wires reading and scanning: dumps on disk → the tables, with everything needed to read spans again. */
import { createLineMeter } from './fingerprint/create-line-meter.js';
import { type Hasher, loadHasher } from './fingerprint/load-hasher.js';
import type { FieldNames } from './formats/format.js';
import type { Columns, LineMeter, Scanned } from './model.js';
import { createKeyMaker } from './normalize/key-maker.js';
import type { DumpPath } from './read/dump-path.js';
import type { ScanFile } from './read/dump-scanner.js';
import type { Demand } from './read/left-out.js';
import { openColumns } from './read/open-columns.js';
import { type Reading, readDumps } from './read/read-dumps.js';
import { createFormatScanner } from './scan-format.js';
import { createScanKernel } from './scan-kernel.js';
import { createCueReader, type UserCues } from './split/cues/read-cue.js';
import { createLineTable, rowsFor } from './split/line-table.js';
import { createRecordTable } from './split/records/record-table.js';
import { createLineScanner } from './split/scan-lines.js';
import type { ThreadTools } from './threads/scan-in-threads.js';

/** What to look for while scanning, and whom to tell how far it is. */
export interface HowToScan {
  readonly userCues: UserCues;
  /** The name of a record format or text shape, null: each dump's is detected. */
  readonly format: string | null;
  readonly fields: FieldNames;
  readonly onBytes: (count: number) => void;
  /** A label of the Encoding Standard for dumps without a byte order mark; each dump's is detected by default. */
  readonly encoding?: string | null;
  /** Bytes of one dump, decompressed, beyond which it is not read on; no bound by default. */
  readonly maxBytes?: number | null;
  /** Whether the bytes of dumps are hashed, for who tells or compares that; they are by default. */
  readonly hashed?: boolean;
  /** What must be read of what is found; of a scan by default. */
  readonly demand?: Demand;
  /** Threads to scan large files with; one by default. */
  readonly threads?: number;
  /** Bytes of memory to keep to; no bound by default. */
  readonly memory?: number | null;
  /** Bytes to come, when known. */
  readonly expectedBytes: number | null;
}

/** Scanned dumps; close `reading` when the report is written. */
export interface ScannedDumps extends Scanned {
  readonly reading: Reading;
  readonly hasher: Hasher;
  /** Measures lines as the scan did. */
  readonly meter: LineMeter;
}

/** Reads and scans `dumps` in their order, those to compare against first. */
export async function scanDumps(dumps: readonly DumpPath[], options: HowToScan): Promise<ScannedDumps> {
  const { columns, close } = openColumns(options.memory ?? null);
  try {
    const { reading, ...scanned } = await scanInto(columns, dumps, options);
    const closeAll = () => {
      reading.close();
      close();
    };
    return { ...scanned, reading: { ...reading, close: closeAll } };
  } catch (error) {
    close();
    throw error;
  }
}

async function scanInto(
  columns: Columns,
  dumps: readonly DumpPath[],
  options: HowToScan,
): Promise<ScannedDumps> {
  const hasher = await loadHasher();
  const expectedRows = rowsFor(options.expectedBytes ?? 0);
  const table = createLineTable(columns, expectedRows);
  const records = createRecordTable(columns, hasher, expectedRows);
  const meter = createLineMeter(createKeyMaker(), hasher);
  const kernel = createScanKernel(meter, options.userCues);
  const tools = { table, meter, cues: createCueReader(options.userCues), kernel, records };
  const inOrder = [...dumps.filter(({ against }) => against), ...dumps.filter(({ against }) => !against)];
  const reading = await readDumps(inOrder, {
    scanner: async (dump) =>
      (await createFormatScanner(tools, dump, options)) ?? {
        ...createLineScanner(tools, dump.textStart),
        scanFile: kernel === null ? null : fileScanner(tools, dump.textStart, options),
      },
    rows: () => table.rows,
    hash: () => hasher.stream(),
    hashed: options.hashed ?? true,
    demand: options.demand ?? 'scan',
    onBytes: options.onBytes,
    encoding: options.encoding ?? null,
    maxBytes: options.maxBytes ?? null,
  });
  const { facts } = reading;
  return { columns, lines: table.finish(), records: records.finish(), facts, reading, hasher, meter };
}

/** Scans files that are large enough for them in threads; null where there is to be one thread, or a bound. */
function fileScanner(
  tools: Omit<ThreadTools, 'threads'>,
  textStart: number,
  { userCues, threads = 1, maxBytes = null }: HowToScan,
): ScanFile | null {
  if (threads === 1 || maxBytes !== null) return null;
  const { forwardPhrases } = userCues;
  return async (file, watch) => {
    const { scanInThreads } = await import('./threads/scan-in-threads.js');
    return scanInThreads({ file, textStart, forwardPhrases }, { ...tools, threads }, watch);
  };
}
