/**
 * Compares lines of one dump: by their fingerprints, and where one may be the beginning of another, by their text.
 */
import type { LineTable, ReadBytes } from '../model.js';

/** Comparisons of rows of the line table. */
export interface CompareLines {
  /** Whether two rows hold the same text, but for what the top rung folds. */
  same(a: number, b: number): boolean;
  /** Whether row `b` prints only the beginning of row `a`: an extractor stops at a custom emoji within a line. */
  cutShort(a: number, b: number): boolean;
  /** A number that is equal for rows that are the same, and seldom for others. */
  keyOf(row: number): number;
  /** A number that is equal for rows that begin alike; 0 for rows too short to tell. */
  headOf(row: number): number;
  /** Whether a row has enough letters (20) not to be equal to another by chance. */
  isHeavy(row: number): boolean;
}

const HEAVY = 40;

/** `read` gives the bytes of `dump` again; it is asked only about lines that begin alike. */
export function compareLines(lines: LineTable, dump: number, read: ReadBytes): CompareLines {
  const textOf = (row: number) => Buffer.from(read(dump, lines.start[row] ?? 0, lines.bytes[row] ?? 0));
  return {
    same: (a, b) =>
      lines.low[a] === lines.low[b] &&
      lines.high[a] === lines.high[b] &&
      // The keys of lines without letters are all empty: their bytes tell them apart.
      (lines.weight[a] !== 0 || lines.head[a] === lines.head[b]),
    cutShort(a, b) {
      const head = lines.head[a] ?? 0;
      if (head === 0 || head !== lines.head[b] || (lines.bytes[b] ?? 0) >= (lines.bytes[a] ?? 0))
        return false;
      const beginning = textOf(b).toString('latin1').trimEnd();
      return textOf(a).toString('latin1').startsWith(beginning);
    },
    keyOf: (row) => (lines.weight[row] === 0 ? (lines.head[row] ?? 0) : (lines.low[row] ?? 0)),
    headOf: (row) => lines.head[row] ?? 0,
    isHeavy: (row) => (lines.weight[row] ?? 0) >= HEAVY,
  };
}
