/**
 * The text decides: every occurrence of a block that will be listed is read again and compared with the first.
 * Equal fingerprints of different texts (a collision, by chance or by malice) are found here; and so is the
 * lowest rung at which the occurrences are already equal.
 */
import { copyColumn } from '../columns/copy-column.js';
import { lineStart } from '../line-start.js';
import {
  type Column,
  type Columns,
  type LineTable,
  type Matches,
  type Posts,
  type ReadAhead,
  type ReadBytes,
  type Rung,
  rungs,
  Skip,
  type Span,
  type WantSpan,
} from '../model.js';
import { createCompareCopy, sameBytes, type TextComparer } from './compare-copies.js';

/** What verifying needs from other stages. */
export interface Verifier extends TextComparer {
  readonly read: ReadBytes;
  readonly ahead: ReadAhead;
}

/** The answer: `rung[block]` is 1 + the index in {@link rungs}, 0 for blocks that were not asked for. */
export interface Verified {
  readonly rung: Column;
  /** Paragraphs whose text is not the one their fingerprint promised, and their keys. */
  readonly collisions: readonly Collision[];
}

/** A paragraph with the fingerprint of another text. */
export interface Collision {
  readonly paragraph: number;
  readonly key: string;
}

/** What is verified. */
interface Found {
  readonly columns: Columns;
  readonly lines: LineTable;
  readonly posts: Posts;
  readonly matches: Matches;
}

/** Verifies the blocks numbered in `listed`. */
export function verifyBlocks(found: Found, listed: Iterable<number>, verifier: Verifier): Verified {
  const { blocks } = found.matches;
  const rung = found.columns.uint8(blocks.rows);
  const collisions: Collision[] = [];
  let compare: CompareOccurrence | null = null;
  const occurrences = occurrencesOf(found, listed);
  for (const occurrence of verifier.ahead(occurrences, (at, want) => wantOccurrence(found, at, want))) {
    const block = blocks.block.at(occurrence);
    const text = readOccurrence(found, occurrence, verifier.read);
    if (compare === null || occurrence === blocks.firstOccurrence.at(block)) {
      compare = createCompareOccurrence(text, verifier);
      rung.set(block, 1);
      continue;
    }
    const compared = compare(text, rungs[rung.at(block) - 1] ?? 'exact');
    rung.set(block, 1 + rungs.indexOf(compared.rung));
    collisions.push(...compared.collisions);
  }
  return { rung, collisions };
}

/** All occurrences of the blocks, block by block. */
function* occurrencesOf({ matches }: Found, listed: Iterable<number>): Generator<number> {
  const { firstOccurrence } = matches.blocks;
  for (const block of listed) {
    for (let at = firstOccurrence.at(block); at < firstOccurrence.at(block + 1); at++) yield at;
  }
}

/** The lowest rung, `atLeast` or one above it, at which an occurrence is equal but for its collisions. */
type CompareOccurrence = (
  copy: OccurrenceText,
  atLeast: Rung,
) => { readonly rung: Rung; readonly collisions: readonly Collision[] };

/** Makes the comparison with the first occurrence of a block. */
function createCompareOccurrence(model: OccurrenceText, comparer: TextComparer): CompareOccurrence {
  const compare = model.texts.map(({ bytes }) => createCompareCopy(bytes, comparer));
  const ornaments = joined(model.ornaments);
  return (copy, atLeast) => {
    const collisions: Collision[] = [];
    let highest = sameBytes(ornaments, joined(copy.ornaments)) ? atLeast : higher(atLeast, 'typography');
    for (const [index, { paragraph, bytes }] of copy.texts.entries()) {
      const { rung, key } = compare[index]?.(bytes, highest) ?? { rung: highest };
      if (rung === null) collisions.push({ paragraph, key });
      else highest = higher(highest, rung);
    }
    return { rung: highest, collisions };
  };
}

const NOTHING = new Uint8Array(0);

/** A copy of them end to end; between most paragraphs stands nothing. */
function joined(pieces: readonly Uint8Array[]): Uint8Array {
  return pieces.length === 0 ? NOTHING : Buffer.concat(pieces);
}

function higher(a: Rung, b: Rung): Rung {
  return rungs.indexOf(a) < rungs.indexOf(b) ? b : a;
}

interface OccurrenceText {
  /** Paragraphs that are text. */
  readonly texts: readonly { readonly paragraph: number; readonly bytes: Uint8Array }[];
  /** Lines of emoji or punctuation alone between them. */
  readonly ornaments: readonly Uint8Array[];
}

function readOccurrence(found: Found, occurrence: number, read: ReadBytes): OccurrenceText {
  const { first, last } = found.matches.blocks;
  const texts: { paragraph: number; bytes: Uint8Array }[] = [];
  const ornaments: Uint8Array[] = [];
  for (let paragraph = first.at(occurrence); paragraph <= last.at(occurrence); paragraph++) {
    const { dump, start, length } = spanOf(found, paragraph);
    const bytes = read(dump, start, length);
    if (found.matches.skip.at(paragraph) === Skip.empty) ornaments.push(bytes);
    else texts.push({ paragraph, bytes });
  }
  return { texts, ornaments };
}

function wantOccurrence(found: Found, occurrence: number, want: WantSpan): void {
  const { first, last } = found.matches.blocks;
  for (let paragraph = first.at(occurrence); paragraph <= last.at(occurrence); paragraph++) {
    const { dump, start, length } = spanOf(found, paragraph);
    want(dump, start, length);
  }
}

function spanOf({ lines, posts }: Found, paragraph: number): Span {
  const row = posts.paragraphs.row.at(paragraph);
  const dump = posts.table.dump.at(posts.paragraphs.post.at(paragraph));
  return { dump, start: lineStart(lines, row), length: lines.bytes.at(row) };
}

/** The table with new fingerprints for `collisions`, equal where their keys are, so that matching again tells them apart. */
export function separateCollisions(
  { columns, lines, posts }: Omit<Found, 'matches'>,
  collisions: readonly Collision[],
): LineTable {
  const low = copyColumn(lines.low, columns.uint32(lines.rows));
  const high = copyColumn(lines.high, columns.uint32(lines.rows));
  const numbers = new Map<string, number>();
  for (const { paragraph, key } of collisions) {
    const row = posts.paragraphs.row.at(paragraph);
    const number = numbers.get(key) ?? row;
    numbers.set(key, number);
    low.set(row, number);
    high.set(row, ~lines.high.at(number));
  }
  return { ...lines, low, high };
}
