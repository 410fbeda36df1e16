/**
 * Bytes → rows of the line table. Ends of lines are LF, CRLF or CR; blank lines are counted, not kept. Each
 * line is measured (normalized and fingerprinted) while it is in the cache, because the cut that follows
 * compares lines, and fingerprints are the cheapest way to compare them. Whole pieces go through the kernel, where
 * there is one; what it leaves, and everything without it, is taken line by line.
 */
import { Cue, type LineKernel, type LineMeter } from '../model.js';
import { countNuls } from './count-nuls.js';
import type { CueReader } from './cues/read-cue.js';
import type { LineTableBuilder, NewLine } from './line-table.js';
import { createPieceScanner } from './scan-pieces.js';
import type { ScanProgress } from './scan-progress.js';

/** A line longer than this is left out, counted and reported: no paragraph of a post is so long. */
const LONGEST_LINE = 16 * 1024 * 1024;

const LF = 0x0a;
const CR = 0x0d;
const FORM_FEED = 0x0c;

/** The counts of one dump. */
export interface ScannedDump {
  readonly bytes: number;
  readonly lines: number;
  /** Bytes that are not UTF-8, and NUL bytes. */
  readonly invalidBytes: number;
  readonly oversizedLines: readonly number[];
  readonly records: null;
}

/** What the scan works with; all of it is reused from dump to dump. */
export interface ScanTools {
  readonly table: LineTableBuilder;
  readonly meter: LineMeter;
  readonly cues: CueReader;
  /** Null where there is none, or where the user's own cues want to see every line. */
  readonly kernel: LineKernel | null;
}

/** Takes a dump's bytes piece by piece; call `push` with whole buffers, then `end`. */
export interface LineScanner {
  readonly keepsTexts: false;
  /** Where bytes are best read to: what is pushed from there is not copied. */
  readonly room: Uint8Array | null;
  /** Scans the complete lines of `bytes[0, length)`; returns how many bytes it used: keep the rest. */
  push(bytes: Uint8Array, length: number): number;
  /** Scans the last line, which has no end, and tells the counts. */
  end(bytes: Uint8Array, length: number): ScannedDump;
  /** Blank lines since the last row. */
  readonly gap: number;
}

/**
 * Scans one dump whose text begins at `textStart` (behind a byte order mark), or the part of one that begins at `from`,
 * as if no line were before it.
 */
export function createLineScanner(tools: ScanTools, textStart: number, from = 0): LineScanner {
  const { table, meter, cues } = tools;
  const row: NewLine = { start: 0, bytes: 0, line: 0, gap: 0, cue: 0, head: 0 };
  const oversizedLines: number[] = [];
  const pieces = createPieceScanner(tools);
  const so: ScanProgress = { base: from, lines: 0, gap: 0, invalidBytes: 0 };
  let skipping = false;
  cues.begin();

  const add = (start: number, end: number, cue: number): void => {
    row.start = so.base + start;
    row.bytes = end - start;
    row.line = so.lines;
    row.gap = so.gap;
    row.cue = cue;
    row.head = meter.head;
    table.add(row, meter);
    so.gap = 0;
  };

  /** A form feed parts posts and is no text; what follows it on the line is. Returns where the text begins. */
  const takeFormFeeds = (bytes: Uint8Array, start: number, end: number): number => {
    let from = start;
    while (from < end && bytes[from] === FORM_FEED) {
      meter.measure(bytes, from, from + 1);
      add(from, from + 1, Cue.separator);
      from += 1;
    }
    return from;
  };

  /** One line without its end, at `bytes[start, end)`. */
  const take = (bytes: Uint8Array, start: number, end: number): void => {
    so.lines += 1;
    if (skipping || end - start > LONGEST_LINE) {
      skipping = false;
      oversizedLines.push(so.lines);
      return;
    }
    if (start === end && !cues.blankSeparates) {
      so.gap += 1;
      return;
    }
    const textFrom = so.base === 0 && start === 0 ? Math.min(textStart, end) : start;
    const from = takeFormFeeds(bytes, textFrom, end);
    meter.measure(bytes, from, end);
    so.invalidBytes += meter.invalidBytes;
    if (meter.visible) {
      add(from, end, cues.read(bytes, from, end, meter.weight));
      if (cues.header !== null) table.declare(table.rows - 1, cues.header);
    } else if (cues.blankSeparates) {
      add(from, end, Cue.userSeparator);
    } else if (from === textFrom) {
      so.gap += 1;
    }
  };

  /** Takes every line that has its end in `bytes`; returns where the first unfinished one starts. */
  const takeLines = (bytes: Uint8Array): number => {
    const { length } = bytes;
    pieces.begin();
    let start = 0;
    let lf = -1;
    let cr = -1;
    for (;;) {
      // The line that the text begins in, and the rest of one that is left out, are not the kernel's.
      if (!skipping && so.base + start > 0) start = pieces.take(bytes, start, so);
      if (lf < start) lf = find(bytes, LF, start);
      if (cr < start) cr = find(bytes, CR, start);
      const end = Math.min(lf, cr);
      // A CR at the very end may be the first half of a CRLF: the next buffer will tell.
      if (end === length || (end === cr && cr + 1 === length)) return start;
      take(bytes, start, end);
      start = end === cr && lf === cr + 1 ? cr + 2 : end + 1;
    }
  };

  return {
    keepsTexts: false,
    room: pieces.room,
    push(bytes, length) {
      let used = takeLines(bytes.subarray(0, length));
      if (length - used > LONGEST_LINE || (used === 0 && skipping)) {
        skipping = true;
        used = length;
      }
      so.invalidBytes += countNuls(bytes.subarray(0, used));
      so.base += used;
      return used;
    },
    end(bytes, length) {
      const textEnd = bytes[length - 1] === CR ? length - 1 : length;
      if (length > 0 || skipping) take(bytes, 0, textEnd);
      so.invalidBytes += countNuls(bytes.subarray(0, length));
      const { base, lines, invalidBytes } = so;
      return { bytes: base + length, lines, invalidBytes, oversizedLines, records: null };
    },
    get gap() {
      return so.gap;
    },
  };
}

/** The next `byte` at or after `from`, or the length of `bytes`. */
function find(bytes: Uint8Array, byte: number, from: number): number {
  // Blank lines are frequent, and a search is dearer than a look.
  if (bytes[from] === byte) return from;
  const at = bytes.indexOf(byte, from);
  return at < 0 ? bytes.length : at;
}
