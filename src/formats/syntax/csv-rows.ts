/**
 * Rows of a CSV dump of any size. A row that is broken costs that row: the next one is looked for on the next line.
 */
import type { RecordPlace } from '../../model.js';
import type { OpenRequest, RecordReader, RecordSink } from '../format.js';
import { type RowExtent, rowExtent } from './csv-row-extent.js';
import { LONGEST_RECORD, tooLong } from './longest-record.js';

/** Takes the bytes of one row, without the line end; returns null, or why they are no row. */
export type TakeRow = (bytes: Uint8Array, place: RecordPlace) => string | null;

const LF = 0x0a;
const CR = 0x0d;

/** Makes a reader that hands each row to `takeRow`, the header row as well; empty lines are none. */
export function readCsvRows(
  sink: RecordSink,
  request: OpenRequest,
  { delimiter, takeRow }: { delimiter: number; takeRow: TakeRow },
): RecordReader {
  let base = request.start;
  let line = 1;
  /** Up to here a broken row may go that is told already: what is no row before it is a part of that one. */
  let tornTo = 0;
  /** The rest of the line at hand belongs to a row that is told already. */
  let leaving = false;

  const tell = (at: number, reason: string): void => {
    if (base + at < tornTo) return;
    if (reason === TOO_LONG || reason === CUT_OFF) sink.lose(line, reason);
    else sink.skip(line, reason);
  };

  const takeWhole = (bytes: Uint8Array, at: number, row: RowExtent): void => {
    const end = row.end > at && bytes[row.end - 1] === CR ? row.end - 1 : row.end;
    if (end > at) {
      const place = { line, endLine: line + row.lineEnds, start: base + at, end: base + end };
      const long = end - at > LONGEST_RECORD;
      const trouble = long ? TOO_LONG : takeRow(bytes.subarray(at, end), place);
      if (trouble !== null) tell(at, trouble);
    }
    line += row.lineEnds + 1;
  };

  /** Tells of a broken row that goes at least to `brokenTo`, and returns where the next line begins. */
  const leave = (
    bytes: Uint8Array,
    at: number,
    length: number,
    broken: { to: number; why: string },
  ): number => {
    tell(at, broken.why);
    tornTo = Math.max(tornTo, base + broken.to);
    leaving = true;
    return leaveLine(bytes, at, length);
  };

  const leaveLine = (bytes: Uint8Array, at: number, length: number): number => {
    const end = lineEnd(bytes, at, length);
    if (end < 0) return wholeCharacters(bytes, length);
    leaving = false;
    line += 1;
    return end + 1;
  };

  const walk = (bytes: Uint8Array, length: number, last: boolean): number => {
    let at = leaving ? leaveLine(bytes, 0, length) : 0;
    while (at < length && !leaving) {
      const row = rowExtent(bytes, at, length, delimiter);
      if (row.state === 'whole' || (last && row.state === 'unended')) {
        takeWhole(bytes, at, row);
        at = Math.min(row.end + 1, length);
      } else if (last || (row.state === 'damaged' && lineEnd(bytes, at, length) >= 0)) {
        at = leave(bytes, at, length, { to: row.end, why: whyBroken(row, bytes, at, length) });
      } else if (length - at > LONGEST_RECORD) {
        at = leave(bytes, at, length, { to: length, why: TOO_LONG });
      } else {
        break;
      }
    }
    return at;
  };

  return {
    push(bytes, length) {
      const used = walk(bytes, length, false);
      base += used;
      return used;
    },
    end(bytes, length) {
      walk(bytes, length, true);
    },
  };
}

const TOO_LONG = tooLong('a row');
const UNCLOSED = 'expected a quote that closes the field, found the end of the dump';
const CUT_OFF = 'expected the end of a row, found the end of the dump';
const STRAY = 'expected a delimiter behind a closing quote, found something else';

/** A quote that nothing closes may be a slip in an earlier row; on the last line nobody has ended it is where the dump was cut off. */
function whyBroken({ state }: RowExtent, bytes: Uint8Array, at: number, length: number): string {
  if (state !== 'open') return STRAY;
  return lineEnd(bytes, at, length) < 0 ? CUT_OFF : UNCLOSED;
}

function lineEnd(bytes: Uint8Array, start: number, length: number): number {
  const end = bytes.indexOf(LF, start);
  return end < length ? end : -1;
}

/** The end of the last whole character, so that none is cut in two. */
function wholeCharacters(bytes: Uint8Array, length: number): number {
  let end = Math.max(length - 1, 0);
  while (end > 0 && ((bytes[end] ?? 0) & 0xc0) === 0x80) end -= 1;
  return end;
}
