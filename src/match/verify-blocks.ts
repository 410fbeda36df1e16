/**
 * The text decides: every occurrence of a block that will be listed is read again and compared with the first.
 * Equal fingerprints of different texts (a collision, by chance or by malice) are found here; and so is the
 * lowest rung at which the occurrences are already equal.
 */
import {
  type LineTable,
  type Matches,
  type Posts,
  type ReadBytes,
  type Rung,
  rungs,
  Skip,
} from '../model.js';

/** What verifying needs from other stages. */
export interface Verifier {
  readonly read: ReadBytes;
  /** The lowest rung at which the texts are equal, or null. */
  readonly lowestRung: (texts: readonly string[]) => Rung | null;
  /** The key of a text at the rung in force. */
  readonly normalize: (text: string) => string;
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

/** Verifies the blocks numbered in `listed`. */
export function verifyBlocks(
  found: { lines: LineTable; posts: Posts; matches: Matches },
  listed: Iterable<number>,
  verifier: Verifier,
): Verified {
  const rung = new Uint8Array(found.matches.blocks.rows);
  const collisions: Collision[] = [];
  const { firstOccurrence, first, last } = found.matches.blocks;
  for (const block of listed) {
    const start = firstOccurrence[block] ?? 0;
    const model = readOccurrence(found, { first: first[start] ?? 0, last: last[start] ?? 0 }, verifier.read);
    let highest = 0;
    for (let at = start + 1; at < (firstOccurrence[block + 1] ?? 0); at++) {
      const copy = readOccurrence(found, { first: first[at] ?? 0, last: last[at] ?? 0 }, verifier.read);
      highest = Math.max(highest, compareOccurrences(model, copy, { verifier, collisions }));
    }
    rung[block] = highest + 1;
  }
  return { rung, collisions };
}

interface OccurrenceText {
  /** Paragraphs that are text, and their bytes. */
  readonly paragraphs: readonly number[];
  readonly bytes: readonly Uint8Array[];
  /** Lines of emoji or punctuation alone between them. */
  readonly ornaments: readonly Uint8Array[];
}

function readOccurrence(
  { lines, posts, matches }: { lines: LineTable; posts: Posts; matches: Matches },
  run: { first: number; last: number },
  read: ReadBytes,
): OccurrenceText {
  const paragraphs: number[] = [];
  const texts: Uint8Array[] = [];
  const ornaments: Uint8Array[] = [];
  const dump = posts.table.dump[posts.paragraphs.post[run.first] ?? 0] ?? 0;
  for (let paragraph = run.first; paragraph <= run.last; paragraph++) {
    const row = posts.paragraphs.row[paragraph] ?? 0;
    const bytes = read(dump, lines.start[row] ?? 0, lines.bytes[row] ?? 0);
    if (matches.skip[paragraph] === Skip.empty) {
      ornaments.push(bytes);
    } else {
      texts.push(bytes);
      paragraphs.push(paragraph);
    }
  }
  return { paragraphs, bytes: texts, ornaments };
}

/** The index of the rung at which both are equal; a paragraph that is not even so at the top is a collision. */
function compareOccurrences(
  model: OccurrenceText,
  copy: OccurrenceText,
  of: { verifier: Verifier; collisions: Collision[] },
): number {
  let highest = sameBytes(model.ornaments, copy.ornaments) ? 0 : rungs.indexOf('typography');
  model.bytes.forEach((bytes, at) => {
    const other = copy.bytes[at];
    if (other === undefined || Buffer.compare(bytes, other) === 0) return;
    const text = decode(other);
    const rung = of.verifier.lowestRung([decode(bytes), text]);
    const paragraph = copy.paragraphs[at] ?? 0;
    if (rung === null) of.collisions.push({ paragraph, key: of.verifier.normalize(text) });
    else highest = Math.max(highest, rungs.indexOf(rung));
  });
  return highest;
}

function sameBytes(a: readonly Uint8Array[], b: readonly Uint8Array[]): boolean {
  return Buffer.compare(Buffer.concat(a), Buffer.concat(b)) === 0;
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

function decode(bytes: Uint8Array): string {
  return decoder.decode(bytes);
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
