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
  type WritableColumn,
} from '../model.js';
import { type CompareCopy, createCompareCopy, sameBytes, type TextComparer } from './compare-copies.js';

/** What verifying needs from other stages. */
export interface Verifier extends TextComparer {
  readonly read: ReadBytes;
  readonly ahead: ReadAhead;
}

/** The answer: `rung[block]` is 1 + the index in {@link rungs}, 0 for blocks that were not asked for. */
export interface Verified {
  readonly rung: Column;
  /** Paragraphs whose text is not the one their fingerprint promised, and their keys; in no order. */
  readonly collisions: readonly Collision[];
}

/** A paragraph with the fingerprint of another text. */
export interface Collision {
  readonly paragraph: number;
  readonly key: string;
}

/** What is verified. */
export interface ToVerify {
  readonly lines: LineTable;
  readonly posts: Posts;
  readonly matches: Matches;
}

/** Verifies the blocks numbered in `listed`. */
export function verifyBlocks(
  found: ToVerify & { columns: Columns },
  listed: Iterable<number>,
  verifier: Verifier,
): Verified {
  const rung = found.columns.uint8(found.matches.blocks.rows);
  return { rung, collisions: verifyInto(rung, found, listed, verifier) };
}

/** The same where others verify other blocks: writes `rung` for those that are listed, and returns their collisions. */
export function verifyInto(
  rung: WritableColumn,
  found: ToVerify,
  listed: Iterable<number>,
  verifier: Verifier,
): Collision[] {
  const { blocks } = found.matches;
  const collisions: Collision[] = [];
  let model: Model = { compare: [], ornaments: [] };
  const occurrences = occurrencesOf(found, listed);
  for (const occurrence of verifier.ahead(occurrences, (at, want) => wantOccurrence(found, at, want))) {
    const block = blocks.block.at(occurrence);
    if (occurrence === blocks.firstOccurrence.at(block)) {
      model = readModel(found, occurrence, verifier);
      rung.set(block, 1);
    } else {
      const atLeast = rungs[rung.at(block) - 1] ?? 'exact';
      const highest = compareOccurrence(found, occurrence, {
        model,
        atLeast,
        read: verifier.read,
        collisions,
      });
      rung.set(block, 1 + rungs.indexOf(highest));
    }
  }
  return collisions;
}

/** All occurrences of the blocks, block by block. */
function* occurrencesOf({ matches }: ToVerify, listed: Iterable<number>): Generator<number> {
  const { firstOccurrence } = matches.blocks;
  for (const block of listed) {
    for (let at = firstOccurrence.at(block); at < firstOccurrence.at(block + 1); at++) yield at;
  }
}

/** The first occurrence of a block. */
interface Model {
  /** Compares a copy of each of its paragraphs that are text. */
  readonly compare: readonly CompareCopy[];
  /** Lines of emoji or punctuation alone between them. */
  readonly ornaments: readonly Uint8Array[];
}

function readModel(found: ToVerify, occurrence: number, verifier: Verifier): Model {
  const { block, firstOccurrence } = found.matches.blocks;
  const copies = firstOccurrence.at(block.at(occurrence) + 1) - occurrence - 1;
  const compare: CompareCopy[] = [];
  const ornaments: Uint8Array[] = [];
  readOccurrence(found, occurrence, verifier.read, (bytes, paragraph) => {
    if (isOrnament(found, paragraph)) ornaments.push(Buffer.from(bytes));
    else compare.push(createCompareCopy(bytes, verifier, copies));
  });
  return { compare, ornaments };
}

/**
 * The lowest rung, `atLeast` or one above it, at which an occurrence is equal to the model, but for its collisions,
 * which are added to those known.
 */
function compareOccurrence(
  found: ToVerify,
  occurrence: number,
  of: { model: Model; atLeast: Rung; read: ReadBytes; collisions: Collision[] },
): Rung {
  let highest = of.atLeast;
  let ornaments = 0;
  let areSame = true;
  let text = 0;
  readOccurrence(found, occurrence, of.read, (bytes, paragraph) => {
    if (isOrnament(found, paragraph)) {
      areSame &&= sameBytes(of.model.ornaments[ornaments] ?? NOTHING, bytes);
      ornaments += 1;
      return;
    }
    const { rung, key } = of.model.compare[text]?.(bytes, highest) ?? { rung: highest };
    if (rung === null) of.collisions.push({ paragraph, key });
    else highest = higher(highest, rung);
    text += 1;
  });
  areSame &&= ornaments === of.model.ornaments.length;
  return areSame ? highest : higher(highest, 'typography');
}

const NOTHING = new Uint8Array(0);

function isOrnament({ matches }: ToVerify, paragraph: number): boolean {
  return matches.skip.at(paragraph) === Skip.empty;
}

function higher(a: Rung, b: Rung): Rung {
  return rungs.indexOf(a) < rungs.indexOf(b) ? b : a;
}

function readOccurrence(
  found: ToVerify,
  occurrence: number,
  read: ReadBytes,
  take: (bytes: Uint8Array, paragraph: number) => void,
): void {
  const { first, last } = found.matches.blocks;
  for (let paragraph = first.at(occurrence); paragraph <= last.at(occurrence); paragraph++) {
    const { dump, start, length } = spanOf(found, paragraph);
    take(read(dump, start, length), paragraph);
  }
}

function wantOccurrence(found: ToVerify, occurrence: number, want: WantSpan): void {
  const { first, last } = found.matches.blocks;
  for (let paragraph = first.at(occurrence); paragraph <= last.at(occurrence); paragraph++) {
    const { dump, start, length } = spanOf(found, paragraph);
    want(dump, start, length);
  }
}

function spanOf({ lines, posts }: ToVerify, paragraph: number): Span {
  const row = posts.paragraphs.row.at(paragraph);
  const dump = posts.table.dump.at(posts.paragraphs.post.at(paragraph));
  return { dump, start: lineStart(lines, row), length: lines.bytes.at(row) };
}

/** The table with new fingerprints for `collisions`, equal where their keys are, so that matching again tells them apart. */
export function separateCollisions(
  { columns, lines, posts }: Omit<ToVerify, 'matches'> & { columns: Columns },
  collisions: readonly Collision[],
): LineTable {
  const low = copyColumn(lines.low, columns.uint32(lines.rows));
  const high = copyColumn(lines.high, columns.uint32(lines.rows));
  const numbers = new Map<string, number>();
  for (const { paragraph, key } of collisions.toSorted((a, b) => a.paragraph - b.paragraph)) {
    const row = posts.paragraphs.row.at(paragraph);
    const number = numbers.get(key) ?? row;
    numbers.set(key, number);
    low.set(row, number);
    high.set(row, ~lines.high.at(number));
  }
  return { ...lines, low, high };
}
