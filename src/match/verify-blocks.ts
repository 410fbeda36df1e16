/**
 * The text decides: every occurrence of a block that will be listed is read again and compared with the first.
 * Equal fingerprints of different texts (a collision, by chance or by malice) are found here; and so is the
 * lowest rung at which the occurrences are already equal.
 */
import { lineStart } from '../line-start.js';
import {
  type LineTable,
  type Matches,
  type Posts,
  type ReadBytes,
  type Rung,
  rungs,
  Skip,
} from '../model.js';
import { createCompareCopy, sameBytes, type TextComparer } from './compare-copies.js';

/** What verifying needs from other stages. */
export interface Verifier extends TextComparer {
  readonly read: ReadBytes;
}

/** The answer: `rung[block]` is 1 + the index in {@link rungs}, 0 for blocks that were not asked for. */
export interface Verified {
  readonly rung: Uint8Array;
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
  readonly lines: LineTable;
  readonly posts: Posts;
  readonly matches: Matches;
}

/** Verifies the blocks numbered in `listed`. */
export function verifyBlocks(found: Found, listed: Iterable<number>, verifier: Verifier): Verified {
  const rung = new Uint8Array(found.matches.blocks.rows);
  const collisions: Collision[] = [];
  for (const block of listed) {
    rung[block] = 1 + rungs.indexOf(verifyBlock(found, block, { verifier, collisions }));
  }
  return { rung, collisions };
}

/** The lowest rung at which all occurrences are equal but for `collisions`. */
function verifyBlock(found: Found, block: number, of: { verifier: Verifier; collisions: Collision[] }): Rung {
  const { firstOccurrence } = found.matches.blocks;
  const { read } = of.verifier;
  const start = firstOccurrence[block] ?? 0;
  const model = readOccurrence(found, start, read);
  const compare = model.texts.map(({ bytes }) => createCompareCopy(bytes, of.verifier));
  let highest: Rung = 'exact';
  for (let at = start + 1; at < (firstOccurrence[block + 1] ?? 0); at++) {
    const copy = readOccurrence(found, at, read);
    if (!sameOrnaments(model, copy)) highest = higher(highest, 'typography');
    for (const [index, { paragraph, bytes }] of copy.texts.entries()) {
      const { rung, key } = compare[index]?.(bytes, highest) ?? { rung: highest };
      if (rung === null) of.collisions.push({ paragraph, key });
      else highest = higher(highest, rung);
    }
  }
  return highest;
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

function readOccurrence(
  { lines, posts, matches }: Found,
  occurrence: number,
  read: ReadBytes,
): OccurrenceText {
  const { blocks, skip } = matches;
  const texts: { paragraph: number; bytes: Uint8Array }[] = [];
  const ornaments: Uint8Array[] = [];
  const first = blocks.first[occurrence] ?? 0;
  const dump = posts.table.dump[posts.paragraphs.post[first] ?? 0] ?? 0;
  for (let paragraph = first; paragraph <= (blocks.last[occurrence] ?? 0); paragraph++) {
    const row = posts.paragraphs.row[paragraph] ?? 0;
    const bytes = read(dump, lineStart(lines, row), lines.bytes[row] ?? 0);
    if (skip[paragraph] === Skip.empty) ornaments.push(bytes);
    else texts.push({ paragraph, bytes });
  }
  return { texts, ornaments };
}

function sameOrnaments({ ornaments: a }: OccurrenceText, { ornaments: b }: OccurrenceText): boolean {
  // Between most paragraphs stands nothing.
  if (a.length === 0 && b.length === 0) return true;
  return sameBytes(Buffer.concat(a), Buffer.concat(b));
}

/** The table with new fingerprints for `collisions`, equal where their keys are, so that matching again tells them apart. */
export function separateCollisions(
  lines: LineTable,
  posts: Posts,
  collisions: readonly Collision[],
): LineTable {
  const low = Uint32Array.from(lines.low);
  const high = Uint32Array.from(lines.high);
  const numbers = new Map<string, number>();
  for (const { paragraph, key } of collisions) {
    const row = posts.paragraphs.row[paragraph] ?? 0;
    const number = numbers.get(key) ?? row;
    numbers.set(key, number);
    low[row] = number;
    high[row] = ~(lines.high[number] ?? 0);
  }
  return { ...lines, low, high };
}
