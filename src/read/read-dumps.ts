/**
 * Reads every dump once, from first byte to last, and hands the bytes to a scanner; keeps what is needed to read
 * spans again. A dump that cannot be read is left out and told; the others go on.
 */
import { UserError } from '../errors.js';
import type { DumpFacts, Trouble } from '../model.js';
import { openReread, type Place, type Reread, type TextPlaces } from './again/reread.js';
import { createSpool, type Spool } from './again/spool.js';
import { causeOf } from './cause-of.js';
import type { CreateHash } from './containers/unpack.js';
import type { DumpPath } from './dump-path.js';
import type { DumpScanner, DumpToScan, ScannedFacts } from './dump-scanner.js';
import { type Demand, isTrouble, type LeftOutDump } from './left-out.js';
import type { OpenDump } from './open-dump.js';
import { openDumps, shownPath } from './open-dumps.js';
import { type AskedOfReading, openOptionsOf } from './open-options.js';
import { pump } from './pump.js';
import { TemporaryFileError } from './temporary-file.js';
import { troublesOf } from './troubles-of.js';

/** Smaller files than this are scanned before a second thread has started. */
const LARGE = 64 * 1024 * 1024;

/** What reading needs of the rest of the program. */
export interface ReadingTools extends AskedOfReading {
  /** Rejects with a {@link UserError} for a dump that there is no scanner for. */
  readonly scanner: (dump: DumpToScan) => Promise<DumpScanner>;
  /** Rows scanned so far. */
  readonly rows: () => number;
  /** Whether dumps are hashed. */
  readonly hashed: boolean;
  readonly demand: Demand;
  /** Told of bytes as they are read. */
  readonly onBytes: (count: number) => void;
}

/** Everything that reading found out. */
export interface Reading {
  readonly facts: readonly DumpFacts[];
  readonly problems: readonly (readonly string[])[];
  readonly leftOut: readonly (LeftOutDump & { readonly isTrouble: boolean })[];
  /** A run that has one ends with 2. */
  readonly troubles: readonly Trouble[];
  readonly texts: TextPlaces;
  readonly reread: Reread;
  /** Lets go of files and of the spool. */
  close(): void;
}

/** Reads `dumps` in their order. Throws a {@link UserError} for an encoding that is not known. */
export async function readDumps(dumps: readonly DumpPath[], tools: ReadingTools): Promise<Reading> {
  const options = openOptionsOf(tools);
  const facts: DumpFacts[] = [];
  const problems: string[][] = [];
  const places: Place[] = [];
  const leftOut: LeftOutDump[] = [];
  const spool = createSpool();
  for (const dump of dumps) {
    if (dump.unread !== undefined) {
      leftOut.push({ path: dump.path, named: dump.named, ...dump.unread });
      continue;
    }
    for await (const open of openDumps(dump, options)) {
      if ('reason' in open) {
        leftOut.push(open);
        continue;
      }
      const { path } = open;
      const start = spool.end;
      const read = await readOne(open, dump.file, { ...tools, spool }).finally(open.close);
      if ('reason' in read) {
        // What an archive holds nobody has named.
        leftOut.push({ ...read, why: 'not-known', named: dump.named && path === shownPath(dump) });
        continue;
      }
      facts.push({ ...read.facts, against: dump.against });
      problems.push(read.problems);
      places.push(read.spooled ? { kind: 'spool', path, start } : { kind: 'file', path, file: dump.file });
    }
  }
  const texts = { places, spool: spool.descriptor };
  const reread = openReread(texts);
  const close = () => {
    reread.close();
    spool.close();
  };
  const { demand } = tools;
  return {
    facts,
    problems,
    leftOut: leftOut.map((left) => ({ ...left, isTrouble: isTrouble(left, demand) })),
    troubles: troublesOf({ facts, problems, leftOut }, demand),
    texts,
    reread,
    close,
  };
}

async function readOne(
  open: OpenDump,
  file: string,
  tools: ReadingTools & { spool: Spool },
): Promise<
  | { facts: Omit<DumpFacts, 'against'>; problems: string[]; spooled: boolean }
  | Pick<LeftOutDump, 'path' | 'reason'>
> {
  const { spool } = tools;
  const { path, head, lookFurther, textStart } = open;
  const scanner = await orReason(
    tools.scanner({ path, file, head, lookFurther, textStart, keep: spool.append }),
  );
  if (typeof scanner === 'string') return { path, reason: scanner };
  const spooled = scanner.keepsTexts || open.file === null;
  const keep = spooled && !scanner.keepsTexts ? spool.append : null;
  const hash = tools.hashed ? tools.hash() : null;
  const firstRow = tools.rows();
  const { scanned, problems } = await scanAll(open, scanner, { hash, keep, onBytes: tools.onBytes });
  if (await open.changed()) problems.push(`${path} was written to while it was read: run again`);
  return {
    facts: {
      path,
      encoding: open.encoding.encoding,
      encodingBy: open.encoding.by,
      xxh64: hash?.hex() ?? '',
      firstRow,
      endRow: tools.rows(),
      ...scanned,
      invalidBytes: scanned.invalidBytes + open.replaced(),
    },
    problems,
    spooled,
  };
}

/** Who sees the bytes of a dump as they go by, beside its scanner; null: nobody. */
interface Watchers {
  readonly hash: ReturnType<CreateHash> | null;
  readonly keep: ((bytes: Uint8Array) => void) | null;
  readonly onBytes: (count: number) => void;
}

/** Hands the bytes of a dump to its scanner; what was read before something went wrong is still good. */
async function scanAll(
  open: OpenDump,
  scanner: DumpScanner,
  { hash, keep, onBytes }: Watchers,
): Promise<{ scanned: ScannedFacts; problems: string[] }> {
  let scanned: ScannedFacts = { bytes: 0, lines: 0, invalidBytes: 0, oversizedLines: [], records: null };
  try {
    if (open.file !== null && scanner.scanFile !== null && open.file.bytes >= LARGE) {
      scanned = await scanner.scanFile(open.file, { seen: hash?.update ?? null, onBytes });
      return { scanned, problems: [] };
    }
    await pump(open, {
      room: scanner.room ?? null,
      push: (bytes, length) => scanner.push(bytes, length),
      end(bytes, length) {
        scanned = scanner.end(bytes, length);
      },
      seen(bytes) {
        hash?.update(bytes);
        keep?.(bytes);
        onBytes(bytes.length);
      },
    });
    return { scanned, problems: [] };
  } catch (error) {
    if (!isReadError(error)) throw error;
    const reason =
      error instanceof UserError ? error.message : `${open.path} cannot be read on: ${causeOf(error)}`;
    return { scanned, problems: [reason] };
  }
}

async function orReason(scanner: Promise<DumpScanner>): Promise<DumpScanner | string> {
  try {
    return await scanner;
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
}

/** What is wrong with one dump, so that the others go on; not a defect of the program, nor a full disk. */
function isReadError(error: unknown): error is Error {
  if (error instanceof TemporaryFileError) return false;
  return error instanceof UserError || (error instanceof Error && 'syscall' in error);
}
