/** Fingerprints of which a filter cannot tell that they stand once, put together: of many most stand once, and need not be kept. */
import type { Column, Columns, LineTable, ParagraphTable, Releasable, WritableColumn } from '../model.js';
import {
  type FingerprintReader,
  type Halves,
  MOST_AT_ONCE,
  openFingerprints,
  type SiftedFingerprints,
} from './read-fingerprints.js';
import { createRepeatFilter, type RepeatFilter } from './repeat-filter.js';
import { pick, type Rounds } from './rounds.js';

/** Fingerprints that may repeat, in order of reading. */
export interface Sifted extends Releasable {
  /** Walks them, some thousand at a time, in arrays that are reused. */
  walk(): Generator<SiftedFingerprints>;
}

const WORD_SHIFT = 5;
const WORD_BITS = 1 << WORD_SHIFT;

/** What is sifted: the lines of paragraphs, whose fingerprints are given back where they may be spent. */
interface Siftable {
  readonly lines: LineTable;
  readonly paragraphs: ParagraphTable;
  readonly spend: boolean;
}

/** Keeps all of them, where they stand: few are worked with sooner than sifted. */
export function takeFingerprints({ lines, paragraphs, spend }: Siftable): Sifted {
  const reader = openFingerprints(lines, paragraphs);
  const paragraph = new Uint32Array(MOST_AT_ONCE);
  return {
    *walk() {
      for (const { from, low, high } of reader.walk()) {
        for (let at = 0; at < low.length; at++) paragraph[at] = from + at;
        yield { paragraph, low, high };
      }
    },
    release() {
      if (spend) for (const half of [lines.low, lines.high]) half.release();
    },
  };
}

/** Keeps those that may repeat; gives back half by half what it has read. */
export function siftFingerprints(columns: Columns, of: Siftable, rounds: Rounds): Sifted {
  const reader = openFingerprints(of.lines, of.paragraphs);
  const marks = columns.uint32(Math.ceil(of.paragraphs.rows / WORD_BITS));
  const rows = markRepeated(createRepeatFilter(columns, rounds.fingerprints), reader, rounds, marks);
  const takeHalf = (half: 'low' | 'high') => {
    const kept = takeMarked(reader.walkHalves(half), marks, columns.uint32(0, rows));
    if (of.spend) of.lines[half].release();
    return kept;
  };
  const paragraph = takeMarked(walkNumbers(of.paragraphs.rows), marks, columns.rising(0, rows));
  const low = takeHalf('low');
  const high = takeHalf('high');
  marks.release();
  const batch = {
    paragraph: new Uint32Array(MOST_AT_ONCE),
    low: new Uint32Array(MOST_AT_ONCE),
    high: new Uint32Array(MOST_AT_ONCE),
  };
  return {
    *walk() {
      for (let from = 0; from < rows; from += MOST_AT_ONCE) {
        const length = Math.min(MOST_AT_ONCE, rows - from);
        yield {
          paragraph: paragraph.read(from, batch.paragraph.subarray(0, length)),
          low: low.read(from, batch.low.subarray(0, length)),
          high: high.read(from, batch.high.subarray(0, length)),
        };
      }
    },
    release() {
      for (const column of [paragraph, low, high]) column.release();
    },
  };
}

/** Marks those that may repeat, a bit each, and returns how many they are; uses the filter up. */
function markRepeated(
  filter: RepeatFilter,
  { walk }: FingerprintReader,
  rounds: Rounds,
  marks: WritableColumn<Uint32Array>,
): number {
  const at = new Uint32Array(MOST_AT_ONCE);
  const words = new Uint32Array(MOST_AT_ONCE / WORD_BITS);
  let marked = 0;
  for (let round = 0; round < 2 ** rounds.bits; round++) {
    for (const { low, high } of walk()) filter.add(low, at, pick(high, rounds, round, at));
    for (const { from, low, high } of walk()) {
      const kept = filter.keepRepeated(low, at, pick(high, rounds, round, at));
      const known = marks.read(from / WORD_BITS, words.subarray(0, Math.ceil(low.length / WORD_BITS)));
      for (let next = 0; next < kept; next++) {
        const place = at[next] ?? 0;
        const word = place >>> WORD_SHIFT;
        // A shift takes no more of its distance than the place in the word.
        words[word] = (words[word] ?? 0) | (1 << place);
      }
      marks.write(from / WORD_BITS, known);
      marked += kept;
    }
    filter.clear();
  }
  filter.release();
  return marked;
}

/** Puts those that are marked into a column, and returns it. What is taken is not decided by a branch. */
function takeMarked(
  numbers: Iterable<Halves>,
  marks: Column,
  into: WritableColumn<Uint32Array>,
): WritableColumn<Uint32Array> {
  const batch = new Uint32Array(MOST_AT_ONCE);
  for (const { from, values } of numbers) {
    let taken = 0;
    for (let word = 0; word < values.length; word += WORD_BITS) {
      const bits = marks.at((from + word) / WORD_BITS);
      const end = Math.min(values.length, word + WORD_BITS);
      for (let place = word; place < end; place++) {
        batch[taken] = values[place] ?? 0;
        taken += (bits >>> (place - word)) & 1;
      }
    }
    into.write(into.length, batch.subarray(0, taken));
  }
  return into;
}

/** The numbers below `count`. */
function* walkNumbers(count: number): Generator<Halves> {
  const values = new Uint32Array(MOST_AT_ONCE);
  for (let from = 0; from < count; from += MOST_AT_ONCE) {
    for (let at = 0; at < values.length; at++) values[at] = from + at;
    yield { from, values: values.subarray(0, count - from) };
  }
}
