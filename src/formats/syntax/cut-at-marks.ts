/**
 * Cuts a dump where its records begin: at marks that nothing else can write. A record that is damaged, be it by an
 * open tag or an open quote, costs that record alone: the next mark begins the next.
 */
import type { RecordPlace } from '../../model.js';
import type { OpenRequest, RecordReader, RecordSink } from '../format.js';
import { LONGEST_RECORD, tooLong } from './longest-record.js';

/** Where records begin, and who takes them. */
export interface MarkedRecords {
  /** Global; matched against bytes as Latin-1, so that an index is an offset. A match is shorter than 4 KiB. */
  readonly mark: RegExp;
  /** Takes what stands before the first record, once, before any record. */
  preamble(bytes: Uint8Array): void;
  /** `last`: behind the record is the end of the dump. */
  take(bytes: Uint8Array, place: RecordPlace, last: boolean): void;
}

const LF = 0x0a;
/** So much is searched again, as a mark may be cut by the end of the buffer. */
const LONGEST_MARK = 4096;

/** Makes a reader that hands each record to `wanted`, from its mark to the next. */
export function cutAtMarks(sink: RecordSink, request: OpenRequest, wanted: MarkedRecords): RecordReader {
  let base = request.start;
  let line = 1;
  /** Up to here, in the buffer at hand, there is no mark but the one at 0. */
  let searched = 0;
  let state: 'before' | 'record' | 'too long' = 'before';

  /** What stands in `[start, end)`, the end of which is a mark or the end of the dump. */
  const finish = (bytes: Uint8Array, start: number, end: number, last: boolean): void => {
    const part = bytes.subarray(start, end);
    const endLine = line + countLineEnds(part.subarray(0, -1));
    if (state === 'before') wanted.preamble(part);
    else if (state === 'record')
      wanted.take(part, { line, endLine, start: base + start, end: base + end }, last);
    line = endLine + (part.at(-1) === LF ? 1 : 0);
  };

  /** Finishes all that a mark follows. Returns where the rest begins. */
  const walk = (bytes: Uint8Array, length: number): number => {
    const from = Math.max(0, searched - LONGEST_MARK);
    let used = 0;
    for (const { index } of latin1(bytes, from, length).matchAll(wanted.mark)) {
      const at = from + index;
      // What begins the buffer is the record at hand; what begins the searched part was found before, or is cut.
      if (index === 0 && (from > 0 || state !== 'before')) continue;
      finish(bytes, used, at, false);
      state = 'record';
      used = at;
    }
    searched = length - used;
    return used;
  };

  /** Lets go of a record that cannot end any more, but for what may be the beginning of a mark. */
  const giveUp = (bytes: Uint8Array, used: number, length: number): number => {
    if (state !== 'too long') sink.lose(line, tooLong('a record'));
    state = 'too long';
    const end = characterStart(bytes, length - LONGEST_MARK);
    line += countLineEnds(bytes.subarray(used, end));
    searched = length - end;
    return end;
  };

  return {
    push(bytes, length) {
      let used = walk(bytes, length);
      if (length - used > LONGEST_RECORD) used = giveUp(bytes, used, length);
      base += used;
      return used;
    },
    end(bytes, length) {
      const used = walk(bytes, length);
      finish(bytes, used, length, true);
    },
  };
}

function latin1(bytes: Uint8Array, start: number, end: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString('latin1');
}

function countLineEnds(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(LF); at >= 0; at = bytes.indexOf(LF, at + 1)) count += 1;
  return count;
}

/** The nearest offset at or before `at` where a character begins. */
function characterStart(bytes: Uint8Array, at: number): number {
  let start = at;
  while (start > 0 && ((bytes[start] ?? 0) & 0xc0) === 0x80) start -= 1;
  return start;
}
