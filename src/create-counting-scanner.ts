/** Counts what a reader of records does not: bytes, lines, and bytes that are no UTF-8 or NUL. */
import { isUtf8 } from 'node:buffer';
import type { RecordReader } from './formats/format.js';
import type { RecordFacts } from './model.js';
import type { DumpScanner } from './read/dump-scanner.js';
import { countNuls } from './split/count-nuls.js';

const LF = 0x0a;

/** Makes a scanner of `reader`; `records` is asked once all are read. */
export function createCountingScanner(
  reader: RecordReader,
  textStart: number,
  records: () => RecordFacts,
): DumpScanner {
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
