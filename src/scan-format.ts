/** Opens the reader of a dump's format and hands its records to the scan. */
import { isUtf8 } from 'node:buffer';
import { chooseFormat, type FormatChoice } from './choose-format.js';
import { tellTaken } from './formats/field-use.js';
import type { RecordReader, RecordSink } from './formats/format.js';
import { createDateWatch } from './formats/syntax/date-order.js';
import type { BrokenRecord, RecordFacts } from './model.js';
import type { DumpScanner, DumpToScan } from './read/dump-scanner.js';
import { countNuls } from './split/count-nuls.js';
import { createRecordScanner, type RecordTools } from './split/records/scan-records.js';
import { wellFormed, wellFormedSource } from './split/records/well-formed.js';

/** More broken records than these are only counted. */
const MOST_NAMED = 1000;
const LF = 0x0a;

/** A scanner for a dump of records; null where the dump is text. Throws a {@link UserError} where it is neither. */
export async function createFormatScanner(
  tools: RecordTools,
  dump: DumpToScan,
  choice: FormatChoice,
): Promise<DumpScanner | null> {
  const chosen = await chooseFormat(dump, choice);
  if (chosen === null) return null;
  const { format, evidence, head } = chosen;
  const scanner = createRecordScanner(tools, { append: dump.keep }, format.network);
  const firstRecord = tools.records.rows;
  const dates = createDateWatch();
  const brokenRecords: BrokenRecord[] = [];
  let lost: BrokenRecord | null = null;
  let broken = 0;
  let passed = 0;
  const skip: RecordSink['skip'] = (line, reason) => {
    broken += 1;
    if (brokenRecords.length < MOST_NAMED) brokenRecords.push({ line, reason: reason.toWellFormed() });
  };
  const reader = await format.open(
    {
      add(said, place, textLine) {
        const record = wellFormed(said);
        dates.see(record, place.line);
        scanner.add(record, place, textLine);
      },
      know: (source) => scanner.know(wellFormedSource(source)),
      pass() {
        passed += 1;
      },
      skip,
      lose(line, reason) {
        lost ??= { line, reason: reason.toWellFormed() };
        skip(line, reason);
      },
    },
    { head, fields: choice.fields, start: dump.textStart },
  );
  const recordFacts = (): RecordFacts => {
    scanner.end();
    const order = dates.order();
    tools.records.settleDates(firstRecord, order?.order ?? null);
    const fields = reader.fields?.() ?? null;
    return {
      format: format.name,
      network: format.network,
      evidence: [
        evidence,
        fields === null ? [] : tellTaken(fields),
        order?.evidence ?? [],
        reader.leftOut?.() ?? [],
      ].flat(),
      firstRecord,
      endRecord: tools.records.rows,
      passed,
      broken,
      brokenRecords,
      lost,
      unreadDates: dates.unread(),
      fields,
    };
  };
  return countingScanner(reader, dump.textStart, recordFacts);
}

/** Counts what a reader of records does not: bytes, lines, and bytes that are no UTF-8 or NUL. */
function countingScanner(reader: RecordReader, textStart: number, records: () => RecordFacts): DumpScanner {
  let bytes = 0;
  let lines = 0;
  let invalidBytes = 0;
  let lastByte = LF;
  const count = (piece: Uint8Array): void => {
    bytes += piece.length;
    lines += countLineEnds(piece);
    invalidBytes += countInvalid(piece) + countNuls(piece);
    lastByte = piece.at(-1) ?? lastByte;
  };
  return {
    keepsTexts: true,
    scanFile: null,
    push(buffer, length) {
      const mark = bytes === 0 ? textStart : 0;
      if (length < mark) return 0;
      const used = mark + reader.push(buffer.subarray(mark), length - mark);
      count(buffer.subarray(0, used));
      return used;
    },
    end(buffer, length) {
      const mark = bytes === 0 ? textStart : 0;
      reader.end(buffer.subarray(mark), length - mark);
      count(buffer.subarray(0, length));
      if (lastByte !== LF) lines += 1;
      return { bytes, lines, invalidBytes, oversizedLines: [], records: records() };
    },
  };
}

function countLineEnds(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(LF); at >= 0; at = bytes.indexOf(LF, at + 1)) count += 1;
  return count;
}

/** Bytes that a decoder has to replace; a piece is whole lines, so no character is cut at its ends. */
function countInvalid(piece: Uint8Array): number {
  if (isUtf8(piece)) return 0;
  const text = new TextDecoder().decode(piece);
  // Each replaced byte sequence gives one U+FFFD of three bytes; those the dump itself holds are not invalid.
  return text.split('\ufffd').length - 1 - countOwnReplacements(piece);
}

function countOwnReplacements(piece: Uint8Array): number {
  let count = 0;
  for (let at = piece.indexOf(0xef); at >= 0; at = piece.indexOf(0xef, at + 1)) {
    if (piece[at + 1] === 0xbf && piece[at + 2] === 0xbd) count += 1;
  }
  return count;
}
