/**
 * Records → rows of the record and line tables. What a record says is written, with its text, to what the run keeps
 * for the second reading; its lines are measured there, as the lines of a text dump are where they stand.
 */
import type { LineMeter, PostRecord, RecordCard, RecordPlace, Source } from '../../model.js';
import type { LineTableBuilder, NewLine } from '../line-table.js';
import type { RecordTableBuilder } from './record-table.js';

/** What the scan works with; all of it is reused from dump to dump. */
export interface RecordTools {
  readonly table: LineTableBuilder;
  readonly records: RecordTableBuilder;
  readonly meter: LineMeter;
}

/** Where the kept bytes of one dump go. */
export interface Keep {
  append(bytes: Uint8Array): void;
}

/** Takes the records of one dump, in order; call `end` behind the last. */
export interface RecordScanner {
  /** `textLine`: the line of the dump where the text begins, where it stands there line for line. */
  add(record: PostRecord, place: RecordPlace, textLine?: number): void;
  /** Learns what a source is called. */
  know(source: Source): void;
  end(): void;
}

const LF = 0x0a;
const CR = 0x0d;
/** Kept bytes are handed over in pieces of about this size. */
const PIECE = 1024 * 1024;
/** UTF-16 code unit → UTF-8 bytes, at most. */
const WIDEST = 3;

/** Scans the records of one dump of a format of `network`. */
export function createRecordScanner(tools: RecordTools, keep: Keep, network: string | null): RecordScanner {
  const { table, records, meter } = tools;
  const encoder = new TextEncoder();
  const row: NewLine = { start: 0, bytes: 0, line: 0, gap: 0, cue: 0 };
  let buffer = new Uint8Array(PIECE);
  let used = 0;
  let base = 0;

  const flush = (): void => {
    keep.append(buffer.subarray(0, used));
    base += used;
    used = 0;
  };

  const makeRoom = (codeUnits: number): void => {
    const needed = codeUnits * WIDEST;
    if (used + needed <= buffer.length) return;
    flush();
    if (needed > buffer.length) buffer = new Uint8Array(needed);
  };

  /** Writes `text` behind what is there and returns where it ends. */
  const write = (text: string): number => {
    makeRoom(text.length);
    return used + encoder.encodeInto(text, buffer.subarray(used)).written;
  };

  /** Measures the lines of `buffer[used, end)`. */
  const takeLines = (end: number, firstLine: number, step: number): void => {
    let line = firstLine;
    for (let start = used; start < end; ) {
      const stop = lineEnd(buffer, start, end);
      meter.measure(buffer, start, stop);
      if (meter.visible) {
        row.start = base + start;
        row.bytes = stop - start;
        row.line = line;
        table.add(row, meter);
      }
      line += step;
      start = stop + (buffer[stop] === CR && buffer[stop + 1] === LF ? 2 : 1);
    }
  };

  return {
    add(record, place, textLine) {
      const cardEnd = write(JSON.stringify(cardOf(record, place)));
      const kept = { firstRow: table.rows, card: base + used, cardBytes: cardEnd - used };
      records.add(record, kept, network);
      used = cardEnd;
      const textEnd = write(record.text);
      takeLines(textEnd, textLine ?? place.line, textLine === undefined ? 0 : 1);
      used = textEnd;
    },
    know: (source) => records.know(source, network),
    end: flush,
  };
}

/** `undefined` is no JSON, so what is not said takes no room. */
function cardOf(record: PostRecord, place: RecordPlace): RecordCard {
  const { id, author, edited, replyTo, media, link, forward } = record;
  return { place, id, author, edited, replyTo, media, link, forward };
}

function lineEnd(bytes: Uint8Array, from: number, end: number): number {
  for (let at = from; at < end; at++) {
    if (bytes[at] === LF || bytes[at] === CR) return at;
  }
  return end;
}
