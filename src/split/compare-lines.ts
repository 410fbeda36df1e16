/**
 * Compares lines of one dump: by their fingerprints, and where one may be the beginning of another, by their text.
 */
import { lineStart } from '../model/line-start.js';
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
  /** A row's text, without the white space round it. */
  textOf(row: number): string;
  /** Whether a row has enough letters (20) not to be equal to another by chance. */
  isHeavy(row: number): boolean;
}

const HEAVY = 40;
/** Lines that all begin alike would be read again and again: each is compared by its text with so many others. */
const MOST_COMPARED = 4;

/** `read` gives the bytes of `dump` again; it is asked only about lines that begin alike. */
export function compareLines(lines: LineTable, dump: number, read: ReadBytes): CompareLines {
  const bytesOf = keepTexts((row) => read(dump, lineStart(lines, row), lines.bytes.at(row)));
  const decoder = new TextDecoder();
  /** By row, the rows it was compared with: as they are where cut short, negative where not. */
  const compared = new Map<number, number[]>();
  return {
    same: (a, b) =>
      lines.low.at(a) === lines.low.at(b) &&
      lines.high.at(a) === lines.high.at(b) &&
      // The keys of lines without letters are all empty: their bytes tell them apart.
      (lines.weight.at(a) !== 0 || lines.head.at(a) === lines.head.at(b)),
    cutShort(a, b) {
      const head = lines.head.at(a);
      if (head === 0 || head !== lines.head.at(b) || lines.bytes.at(b) >= lines.bytes.at(a)) return false;
      const known = compared.get(a) ?? [];
      if (known.includes(b)) return true;
      if (known.includes(-b) || known.length >= MOST_COMPARED) return false;
      const cut = beginsWith(bytesOf(a), bytesOf(b));
      compared.set(a, [...known, cut ? b : -b]);
      return cut;
    },
    keyOf: (row) => (lines.weight.at(row) === 0 ? lines.head.at(row) : lines.low.at(row)),
    headOf: (row) => lines.head.at(row),
    textOf: (row) => decoder.decode(bytesOf(row)).trim(),
    isHeavy: (row) => lines.weight.at(row) >= HEAVY,
  };
}

/** Lines compared stand near each other, and each with several: so many texts are kept, but no long ones. */
const KEPT = 1024;
const LONGEST_KEPT = 4096;

/** `read`, remembering the texts of rows near each other. */
function keepTexts(read: (row: number) => Uint8Array): (row: number) => Uint8Array {
  const rows = new Float64Array(KEPT).fill(-1);
  const texts = new Array<Uint8Array | undefined>(KEPT);
  return (row) => {
    const at = row % KEPT;
    const known = rows[at] === row ? texts[at] : undefined;
    if (known !== undefined) return known;
    const text = read(row);
    if (text.length > LONGEST_KEPT) return text;
    rows[at] = row;
    texts[at] = text;
    return text;
  };
}

/** Whether `text` begins with `beginning`, white space at its end aside. */
function beginsWith(text: Uint8Array, beginning: Uint8Array): boolean {
  let length = beginning.length;
  while (length > 0 && (beginning[length - 1] ?? 0) <= 0x20) length -= 1;
  for (let at = 0; at < length; at++) if (text[at] !== beginning[at]) return false;
  return true;
}
