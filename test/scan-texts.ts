// Promises: texts run through the stages as dumps are, but out of memory: scanned in pieces of any size, with any
// hasher, cut, matched and reported. What the machine would give (files, a hash of the whole) is made up.

import { createMemoryColumns } from '../src/columns/memory-columns.js';
import { createLineMeter } from '../src/fingerprint/create-line-meter.js';
import { type Hasher, loadHasher } from '../src/fingerprint/load-hasher.js';
import { analyzeDumps, describeDumps, type Listed, makeReport } from '../src/make-report.js';
import type { DumpFacts, LineMeter, ReadInTurn, Settings } from '../src/model.js';
import { createKeyMaker } from '../src/normalize/key-maker.js';
import { allBlocks } from '../src/report/describe/listed-blocks.js';
import type { Report } from '../src/report/report.js';
import type { ScannedDumps } from '../src/scan-dumps.js';
import { createScanKernel } from '../src/scan-kernel.js';
import { createCueReader, type UserCues } from '../src/split/cues/read-cue.js';
import { createLineTable } from '../src/split/line-table.js';
import { createRecordTable } from '../src/split/records/record-table.js';
import { createLineScanner, type ScanTools } from '../src/split/scan-lines.js';
import { settings } from './build-posts.js';

const memoryColumns = createMemoryColumns();

export interface ScanChoices {
  readonly userCues?: Partial<UserCues>;
  /** Another hasher than the kernel's goes without the kernel. */
  readonly hasher?: Hasher;
  /** Paths of texts to compare against; they come first. */
  readonly against?: readonly string[];
  /** Without the kernel: line by line. */
  readonly plain?: boolean;
  /** Bytes handed to the scanner at a time; all at once by default. */
  readonly piece?: number;
  /** Hands them over where the scanner has room for them. */
  readonly inRoom?: boolean;
}

const hasher = await loadHasher();
/** Made once: its tables take longer than most texts here. */
const keyMaker = createKeyMaker();
const noCues: UserCues = { start: null, end: null, separator: null, forwardPhrases: [] };

/** The one kernel and the one reader of cues, as to make them takes longer than most texts here. */
const usual = {
  cues: createCueReader(noCues),
  kernel: createScanKernel(createLineMeter(keyMaker, hasher), noCues),
};

/** New ones where there are other words to know. */
function lineReadersFor(meter: LineMeter, userCues: UserCues): Pick<ScanTools, 'cues' | 'kernel'> {
  const { start, end, separator, forwardPhrases } = userCues;
  const isUsual = [start, end, separator].every((cue) => cue === null) && forwardPhrases.length === 0;
  if (isUsual) return usual;
  return { cues: createCueReader(userCues), kernel: createScanKernel(meter, userCues) };
}

/** Path → text, or bytes. */
export type Texts = Readonly<Record<string, string | Uint8Array>>;

/** Scans the texts in their order. */
export function scanTexts(texts: Texts, choices: ScanChoices = {}): ScannedDumps {
  const table = createLineTable(memoryColumns, 16);
  const userCues = { ...noCues, ...choices.userCues };
  const meter = createLineMeter(keyMaker, choices.hasher ?? hasher);
  const isPlain = choices.plain === true || choices.hasher !== undefined;
  const { cues, kernel } = lineReadersFor(meter, userCues);
  const tools = { table, meter, cues, kernel: isPlain ? null : kernel };
  const dumps = Object.entries(texts).map(([path, text]) => ({ path, bytes: bytesOf(text) }));
  const facts = dumps.map(({ path, bytes }): DumpFacts => {
    const firstRow = table.rows;
    const scanned = scanBytes(tools, bytes, choices);
    const whole = hasher.stream();
    whole.update(bytes);
    const endRow = table.rows;
    return {
      against: choices.against?.includes(path) ?? false,
      path,
      xxh64: whole.hex(),
      encoding: 'utf-8',
      encodingBy: 'default',
      firstRow,
      endRow,
      ...scanned,
    };
  });
  const read = (dump: number, start: number, length: number) =>
    dumps[dump]?.bytes.subarray(start, start + length) ?? new Uint8Array();
  const close = () => {};
  const problems = facts.map(() => []);
  const reading = {
    facts,
    problems,
    leftOut: [],
    troubles: [],
    texts: { places: [], spool: null },
    reread: { read, ahead: <Item>(items: Iterable<Item>) => items, inTurn: takeUnread, close },
    close,
  };
  return {
    columns: memoryColumns,
    lines: table.finish(),
    records: createRecordTable(memoryColumns, hasher).finish(),
    facts,
    reading,
    hasher: choices.hasher ?? hasher,
    meter,
  };
}

/** The report on the texts, complete. */
export function reportOn(texts: Texts, changed: Partial<Settings> = {}, choices: ScanChoices = {}): Report {
  return makeReport(scanTexts(texts, choices), { ...settings, ...changed }, allBlocks);
}

/** Nothing is at hand. */
const takeUnread: ReadInTurn = (items, _, take) => {
  for (const item of items) take(item, () => null);
};

/** The report on posts parted by rules, of which `listed` is verified; in the least memory, where `fewFingerprints` are asked for. */
export function topReportOn(
  texts: Texts,
  how: { readonly listed: Listed; readonly fewFingerprints: boolean },
  choices: ScanChoices = {},
): Report {
  const scanned = scanTexts(texts, choices);
  const found = analyzeDumps(scanned, { ...settings, format: 'separator-text' }, { ...how, once: true });
  return describeDumps(scanned, found).report;
}

function bytesOf(text: string | Uint8Array): Uint8Array {
  return typeof text === 'string' ? new TextEncoder().encode(text) : text;
}

/** As pump.ts does: what the scanner has not used comes again, with the next piece behind it. */
function scanBytes(tools: ScanTools, bytes: Uint8Array, choices: ScanChoices) {
  const piece = choices.piece ?? bytes.length + 1;
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const scanner = createLineScanner(tools, hasMark ? 3 : 0);
  const room = choices.inRoom === true ? scanner.room : null;
  let used = 0;
  for (let read = 0; read < bytes.length; ) {
    read = Math.min(read + piece, bytes.length);
    const fits = room !== null && read - used <= room.length;
    if (fits) room.set(bytes.subarray(used, read));
    used += scanner.push(fits ? room : bytes.slice(used, read), read - used);
  }
  return scanner.end(bytes.slice(used), bytes.length - used);
}
