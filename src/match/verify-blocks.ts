/**
 * The text decides: every occurrence of a block that will be listed is read again and compared with the first.
 * Equal fingerprints of different texts (a collision, by chance or by malice) are found here; and so is the
 * lowest rung at which the occurrences are already equal.
 */
import { copyColumn } from '../columns/copy-column.js';
import {
  type Column,
  type Columns,
  type LineTable,
  type ReadBytes,
  type ReadInTurn,
  rungs,
  type WantSpan,
  type WritableColumn,
} from '../model.js';
import type { TextComparer } from './compare-copies.js';
import type { CutLines } from './compared.js';
import { type Collision, ModelPassage } from './model-passage.js';
import { type Places, takePassage, wantPassage } from './passage.js';

/** What verifying needs from other stages. */
export interface Verifier extends TextComparer {
  readonly read: ReadBytes;
  readonly inTurn: ReadInTurn;
}

/** The answer: `rung[block]` is 1 + the index in {@link rungs}, 0 for blocks that were not asked for. */
export interface Verified {
  readonly rung: Column;
  /** Paragraphs whose text is not the one their fingerprint promised, and their keys; in no order. */
  readonly collisions: readonly Collision[];
}

/** Verifies the blocks numbered in `listed`. */
export function verifyBlocks(
  found: Places & { readonly columns: Columns },
  listed: Iterable<number>,
  verifier: Verifier,
): Verified {
  const rung = found.columns.uint8(found.matches.blocks.rows);
  return { rung, collisions: verifyInto(rung, found, listed, verifier) };
}

/** The same where others verify other blocks: writes `rung` for those that are listed, and returns their collisions. */
export function verifyInto(
  rung: WritableColumn,
  found: Places,
  listed: Iterable<number>,
  verifier: Verifier,
): Collision[] {
  const { block: blockOf, firstOccurrence } = found.matches.blocks;
  const collisions: Collision[] = [];
  const model = new ModelPassage(found, verifier);
  const want = (occurrence: number, wanted: WantSpan) => wantPassage(found, occurrence, wanted);
  verifier.inTurn(occurrencesOf(found, listed), want, (occurrence, next) => {
    const passage = takePassage(found, occurrence, { next, read: verifier.read });
    const block = blockOf.at(occurrence);
    if (occurrence === firstOccurrence.at(block)) {
      model.take({ occurrence, passage }, firstOccurrence.at(block + 1) - occurrence - 1);
      rung.set(block, 1);
    } else if (!model.isSame(passage)) {
      const atLeast = rungs[rung.at(block) - 1] ?? 'exact';
      rung.set(block, 1 + rungs.indexOf(model.compare({ occurrence, passage }, atLeast, collisions)));
    }
  });
  return collisions;
}

/** All occurrences of the blocks, block by block. */
function* occurrencesOf({ matches }: Places, listed: Iterable<number>): Generator<number> {
  const { firstOccurrence } = matches.blocks;
  for (const block of listed) {
    for (let at = firstOccurrence.at(block); at < firstOccurrence.at(block + 1); at++) yield at;
  }
}

/** The table with new fingerprints for `collisions`, equal where their keys are, so that matching again tells them apart. */
export function separateCollisions(
  { columns, lines, posts }: CutLines,
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
